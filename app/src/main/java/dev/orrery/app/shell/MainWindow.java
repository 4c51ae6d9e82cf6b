package dev.orrery.app.shell;

import dev.orrery.app.action.Menus;
import dev.orrery.app.action.Performer;
import dev.orrery.app.action.Shortcuts;
import dev.orrery.app.action.WindowCommand;
import dev.orrery.app.comparing.ChangesPane;
import dev.orrery.app.comparing.CompareForm;
import dev.orrery.app.comparing.ComparingBar;
import dev.orrery.app.findings.FindingsPane;
import dev.orrery.app.findings.Remedies;
import dev.orrery.app.inspect.InspectorPane;
import dev.orrery.app.inspect.Outside;
import dev.orrery.app.outline.OutlinePane;
import dev.orrery.app.outline.ProblemsPane;
import dev.orrery.app.outline.SearchPalette;
import dev.orrery.app.parts.Sheet;
import dev.orrery.app.source.SourcePane;
import dev.orrery.app.tour.TourCard;
import dev.orrery.app.tour.TourOffer;
import dev.orrery.app.tour.Tours;
import dev.orrery.app.tour.ViewCamera;
import dev.orrery.app.tour.ViewsPane;
import dev.orrery.app.whatif.WhatIfBar;
import dev.orrery.app.whatif.WhatIfPane;
import dev.orrery.guide.NamedView;
import dev.orrery.layout.Size;
import dev.orrery.persistence.Settings.ThemeChoice;
import dev.orrery.session.Action;
import dev.orrery.session.Against;
import dev.orrery.session.CapturedView;
import dev.orrery.session.Excursion;
import dev.orrery.session.Inquiry;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything in the window. FX thread only.
public final class MainWindow extends StackPane {
    private static final List<String> SHEETS = List.of(
            "/dev/orrery/app/parts/parts.css",
            "/dev/orrery/app/shell/shell.css",
            "/dev/orrery/app/outline/outline.css",
            "/dev/orrery/app/inspect/inspect.css",
            "/dev/orrery/app/settings/settings.css",
            "/dev/orrery/app/attention/attention.css",
            "/dev/orrery/app/editing/editing.css",
            "/dev/orrery/app/findings/findings.css",
            "/dev/orrery/app/source/source.css",
            "/dev/orrery/app/tour/tour.css",
            "/dev/orrery/app/whatif/whatif.css");

    private final Performer performer;
    private final Surroundings surroundings;
    private final Menus menus;
    private final DiagramView diagram;
    private final Toolbar toolbar;
    private final OutlinePane outline;
    private final InspectorPane inspector;
    private final ProblemsPane problems;
    private final FindingsPane findings;
    private final FindingSight sight;
    private final StatusStrip status;
    private final TrustBar trust;
    private final NoticeBar notice;
    private final EditBar edits;
    private final WhatIfBar whatIf;
    private final WhatIfPane whatIfPane;
    private final ComparingBar comparing;
    private final ChangesPane changes;
    private final List<Welcome> samples;
    private boolean scrubs;
    private final ObserverBar observer = new ObserverBar();
    private final WorkBar work;
    private final LayerBar layers;
    private final FilterBar filter;
    private final Breadcrumb breadcrumb;
    private final LegendPane legend;
    private final HubBar hubs;
    private final InquiryBar inquiry;
    private final FocusSheet focus;
    private final WelcomePage welcome;
    private final SearchPalette palette;
    private final Sheet sheet = new Sheet();
    private final Sheets sheets;
    private final StackPane stage = new StackPane();
    private final Journey journey;
    private final Tours tours;
    private final TourCard tour;
    private final TourOffer offer;
    private final ViewCamera camera;
    private final ViewsPane views;
    private boolean outlineWanted = true;
    private boolean inspectorWanted = true;
    private final VBox corner = new VBox(8);
    private boolean legendWanted = true;
    private @Nullable Object clearedFor;
    private boolean clears;
    private boolean problemsWanted;
    private boolean findingsWanted;
    private final HBox desk;
    private final Supplier<SourcePane> newSource;
    private @Nullable SourcePane source;
    private boolean sourceWanted;

    /// @param session the present one
    /// @param actions takes actions on it
    /// @param samples for the welcome page, in its order
    /// @param delay runs things later on the FX thread
    public MainWindow(
            Supplier<Session> session,
            Consumer<Action> actions,
            Surroundings surroundings,
            List<Welcome> samples,
            Delay delay) {
        this.surroundings = surroundings;
        this.samples = List.copyOf(samples);
        performer = new Performer(session, actions, this::command);
        sheets = new Sheets(
                sheet, performer, surroundings, MainWindow::copy, next -> reduceMotion(next.reducedMotion()));
        menus = new Menus(performer);
        CanvasGestures gestures = new CanvasGestures(performer, this::canvas, this::showInspector);
        diagram = new DiagramView(gestures, surroundings.worker());
        focus = new FocusSheet(gestures, actions, this::showInspector);
        inquiry = new InquiryBar(actions);
        journey = new Journey(session, actions, diagram.canvas());
        tours = new Tours(session, actions);
        tour = new TourCard(actions, tours::goOn);
        offer = new TourOffer(
                actions, paths -> samples.stream().anyMatch(sample -> paths.equals(List.of(sample.file()))));
        camera = new ViewCamera(diagram.canvas());
        views = new ViewsPane(performer, view -> sheets.view(Optional.of(view), this::seen), this::seen);
        outline = new OutlinePane(actions, journey::to, () -> Menus.forSelection(performer));
        inspector = new InspectorPane(new Outside(
                actions,
                journey::to,
                surroundings::browse,
                MainWindow::copy,
                surroundings::lastDay,
                performer,
                sheets::annotate,
                sheets::retarget));
        problems = new ProblemsPane(actions, journey::to, this::showFile, () -> command(WindowCommand.TOGGLE_PROBLEMS));
        findings = new FindingsPane(
                new Remedies(
                        actions,
                        mend -> sheets.mend(List.of(mend)),
                        sheets::byHand,
                        sheets::suppress,
                        (rule, severity) -> actions.accept(new Action.Weigh(rule, severity)),
                        () -> actions.accept(new Action.Freeze())),
                () -> command(WindowCommand.TOGGLE_FINDINGS));
        sight = new FindingSight(diagram.canvas());
        status = new StatusStrip(performer);
        trust = new TrustBar(actions);
        notice = new NoticeBar(actions);
        edits = new EditBar(actions);
        whatIf = new WhatIfBar(actions, sheets::keepScenario);
        whatIfPane = new WhatIfPane(journey::to);
        comparing = new ComparingBar(actions);
        changes = new ChangesPane(journey::to);
        newSource = () -> new SourcePane(performer, delay::after, () -> command(WindowCommand.TOGGLE_SOURCE));
        work = new WorkBar(actions, delay);
        layers = new LayerBar(actions);
        filter = new FilterBar(performer, journey::to, () -> canvas().requestFocus(), delay);
        legend = new LegendPane(performer);
        diagram.legendProperty().subscribe(legend::show);
        diagram.spotlightProperty().subscribe(filter::lit);
        breadcrumb = new Breadcrumb(actions, diagram.canvas());
        hubs = new HubBar(performer);
        welcome = new WelcomePage(performer, samples, tours::begin);
        palette = new SearchPalette(performer, journey::to);
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        toolbar = new Toolbar(performer, menus, mac, trust::ask);

        getStyleClass().add("main-window");
        SHEETS.forEach(sheetName -> getStylesheets().add(resource(sheetName)));
        stage.getStyleClass().add("stage");
        corner.getChildren().setAll(hubs, legend, layers);
        corner.setAlignment(Pos.BOTTOM_LEFT);
        corner.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        corner.setPickOnBounds(false);
        corner.getStyleClass().add("stage-corner");
        corner.layoutBoundsProperty().subscribe(this::cleared);
        stage.getChildren().setAll(canvas(), breadcrumb, corner, focus, inquiry, filter, welcome);
        StackPane.setAlignment(corner, Pos.BOTTOM_LEFT);
        StackPane.setAlignment(breadcrumb, Pos.TOP_LEFT);
        // Below the expression, which takes the whole width of a narrow picture.
        breadcrumb
                .translateYProperty()
                .bind(Bindings.when(filter.visibleProperty()).then(58.0).otherwise(8.0));
        StackPane.setAlignment(filter, Pos.TOP_CENTER);
        StackPane.setAlignment(inquiry, Pos.BOTTOM_CENTER);
        HBox.setHgrow(stage, Priority.ALWAYS);
        desk = new HBox(stage);
        VBox.setVgrow(desk, Priority.ALWAYS);
        BorderPane frame = new BorderPane();
        // In this order the focus goes round.
        frame.setTop(mac ? new VBox(systemMenus(menus), toolbar) : toolbar);
        VBox side = new VBox(outline, views);
        VBox.setVgrow(outline, Priority.ALWAYS);
        frame.setLeft(new HBox(side, whatIfPane, changes));
        frame.setCenter(new VBox(
                notice, edits, whatIf, comparing, observer, trust, offer, work, desk, tour, problems, findings));
        frame.setRight(inspector);
        frame.setBottom(status);
        getChildren().setAll(frame, palette, sheet);

        diagram.canvas().viewportProperty().subscribe(viewport -> status.zoomed(viewport.zoom()));
        reduceMotion(surroundings.settings().reducedMotion());
        Shortcuts.install(this, performer);
        addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        new Drop(this, actions);
        render(session.get());
    }

    /// Shows the session; the same one twice shows nothing else.
    public void render(Session session) {
        boolean opened = session.opened() != null;
        menus.render(session);
        menus.renderRecent(surroundings.settings().recent());
        toolbar.render(session);
        notice.render(session);
        edits.render(session);
        whatIf.render(session);
        whatIfPane.render(session);
        comparing.render(session);
        changes.render(session);
        observer.render(session);
        trust.render(session);
        work.render(session);
        layers.render(session);
        filter.render(session);
        breadcrumb.render(session);
        legend.render(session);
        see(legend, opened && legendWanted);
        List<Object> now = List.of(
                session.aspect().lens(),
                legendWanted,
                session.opened() == null ? List.of() : session.opened().paths());
        clears |= !now.equals(clearedFor);
        clearedFor = now;
        hubs.render(session);
        outline.render(session);
        inspector.render(session);
        problems.render(session);
        findings.render(session);
        status.render(session);
        palette.render(session);
        diagram.render(session);
        focus.render(session, canvas());
        inquiry.render(session, focus.shown());
        // The list says the same at more length.
        inquiry.hide(findingsWanted && session.inquiry() instanceof Inquiry.OfFinding);
        tour.render(session);
        offer.render(session);
        see(views, views.render(session) && outlineWanted && session.excursion().isNone());
        boolean idle = !opened && session.opening().isEmpty();
        if (idle) {
            welcome.render(surroundings.settings().recent());
        }
        boolean justOpened = opened && welcome.isVisible();
        see(welcome, idle);
        see(canvas(), opened);
        boolean supposing = session.excursion() instanceof Excursion.WhatIf;
        see(outline, opened && outlineWanted && session.excursion().isNone());
        see(whatIfPane, supposing && outlineWanted);
        boolean compares = session.excursion() instanceof Excursion.Comparing;
        see(changes, compares && outlineWanted);
        if (compares) {
            // What is compared is no matter of how services stand.
            see(legend, false);
            see(trust, false);
        }
        if (compares && scrubs) {
            scrubs = false;
            comparing.scrub();
        }
        see(inspector, opened && inspectorWanted);
        see(problems, opened && problemsWanted);
        see(findings, opened && findingsWanted);
        if (source != null) {
            see(source, opened && sourceWanted && session.excursion().isNone());
            source.render(session);
        }
        see(status, opened);
        if (justOpened) {
            canvas().requestFocus();
        }
        journey.goOn(session);
        sight.render(session);
        camera.follow(session);
        tours.follow(session);
    }

    /// Keys of the tour, unless somebody writes or something lies over the window.
    private void step(KeyEvent event) {
        boolean elsewhere = sheet.isOpen() || palette.isOpen() || event.getTarget() instanceof TextInputControl;
        if (!elsewhere && tour.pressed(event)) {
            event.consume();
        }
    }

    /// What is seen now, under the words of a view.
    private NamedView seen(NamedView words) {
        Session now = performer.session().get();
        return CapturedView.of(now, words.name(), words.text(), camera.now(now));
    }

    /// Wherever the focus is, Escape ends what was asked of the picture, unless it means something else there.
    private void leave(KeyEvent event) {
        boolean asked = !(performer.session().get().inquiry() instanceof Inquiry.None);
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (asked) {
            performer.dispatch().accept(new Action.EndInquiry());
            event.consume();
        } else if (!performer.session().get().excursion().isNone()) {
            leaveExcursion();
            event.consume();
        }
    }

    private void compare() {
        Opened opened = performer.session().get().opened();
        if (opened == null) {
            return;
        }
        scrubs = true;
        FileChoice choice = new FileChoice(this);
        sheets.compare(new CompareForm.Outside(
                samples.stream()
                        .map(sample -> new CompareForm.Sample(sample.title(), sample.file()))
                        .toList(),
                then -> surroundings.revisions(opened.paths(), then),
                () -> choice.files(performer.session().get()).ifPresent(this::compareWith),
                () -> choice.folder(performer.session().get()).ifPresent(this::compareWith)));
    }

    private void compareWith(List<Path> paths) {
        performer.dispatch().accept(new Action.Compare(new Against.Paths(paths)));
    }

    private void leaveExcursion() {
        if (performer.session().get().excursion() instanceof Excursion.WhatIf) {
            whatIf.leave();
        } else {
            performer.dispatch().accept(new Action.LeaveExcursion());
        }
    }

    private void reduceMotion(boolean reduced) {
        diagram().canvas().reducedMotionProperty().set(reduced);
        focusSheet().canvas().reducedMotionProperty().set(reduced);
    }

    private FocusSheet focusSheet() {
        return focus;
    }

    /// Does what the table of actions says, in this window.
    public Performer performer() {
        return performer;
    }

    private void command(WindowCommand command) {
        switch (command) {
            case OPEN_FILE ->
                new FileChoice(this)
                        .files(performer.session().get())
                        .map(Action.Open::new)
                        .ifPresent(performer.dispatch());
            case OPEN_FOLDER ->
                new FileChoice(this)
                        .folder(performer.session().get())
                        .map(Action.Open::new)
                        .ifPresent(performer.dispatch());
            case SAVE -> sheets.save();
            case SAVE_COPY -> new FileChoice(this).copy().ifPresent(performer.dispatch());
            case ADD_SERVICE -> sheets.addService();
            case ADD_BOUNDARY -> sheets.addBoundary();
            case CONNECT -> sheets.connect();
            case RENAME -> sheets.rename();
            case DESCRIBE -> sheets.describe();
            case MOVE -> sheets.move();
            case SUGGEST -> sheets.suggest();
            case WHAT_IF -> sheets.whatIf();
            case SCENARIOS -> sheets.scenarios();
            case KEEP_SCENARIO -> sheets.keepScenario();
            case COMPARE -> compare();
            case LEAVE_EXCURSION -> leaveExcursion();
            case NOTE -> sheets.note();
            case SAVE_VIEW -> sheets.view(Optional.empty(), this::seen);
            case QUIT -> surroundings.quit();
            case FIND -> palette.open();
            case FILTER -> filter.open();
            case FIT -> {
                clears = true;
                cleared(corner.getLayoutBounds());
                diagram.canvas().fit();
            }
            case OUT -> breadcrumb.out();
            case ZOOM_IN -> diagram.canvas().zoomIn();
            case ZOOM_OUT -> diagram.canvas().zoomOut();
            case ZOOM_ACTUAL -> diagram.canvas().zoomToActualSize();
            case TOGGLE_OUTLINE -> outlineWanted = !outlineWanted;
            case TOGGLE_INSPECTOR -> inspectorWanted = !inspectorWanted;
            case TOGGLE_PROBLEMS -> {
                problemsWanted = !problemsWanted;
                findingsWanted = false;
            }
            case TOGGLE_FINDINGS -> {
                findingsWanted = !findingsWanted;
                problemsWanted = false;
            }
            case MEND -> sheets.mend();
            case TOGGLE_SOURCE -> toggleSource();
            case TOGGLE_MINIMAP -> diagram.canvas().toggleMinimap();
            case TOGGLE_LEGEND -> legendWanted = !legendWanted;
            case NEXT_THEME ->
                surroundings.change(surroundings.settings().withTheme(isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK));
            case ENVIRONMENT -> toolbar.chooseEnvironment();
            case ASK_LEAVE -> trust.ask();
            case PREFERENCES -> sheets.preferences();
            case SECRETS -> sheets.secrets();
            case ACKNOWLEDGE -> sheets.acknowledge();
            case MAINTENANCE -> sheets.maintenance();
            case LOG -> sheets.log();
            case ABOUT -> sheets.about();
            case SHORTCUTS -> sheets.shortcuts();
        }
        render(performer.session().get());
    }

    /// The camera makes room for the legend where the user asked for another one, and not because a service changed.
    private void cleared(Bounds bounds) {
        if (clears) {
            clears = bounds.getHeight() <= 0;
            double height = bounds.getHeight() + (legend.isVisible() ? legend.roomToGrow() : 0);
            diagram.canvas().keepClear(new Size(bounds.getWidth(), height));
        }
    }

    /// It is made when it is wanted first: most sessions do without it.
    private void toggleSource() {
        sourceWanted = !sourceWanted;
        if (source == null) {
            source = newSource.get();
            desk.getChildren().add(source);
        }
    }

    private void showInspector() {
        inspectorWanted = true;
        render(performer.session().get());
        inspector.requestFocus();
    }

    /// With nothing selected the inspector lists the files.
    private void showFile(String file) {
        inspectorWanted = true;
        performer.dispatch().accept(new Action.Select(null));
        render(performer.session().get());
        inspector.showFile(file);
    }

    /// How the window looks now, whoever chose that.
    private boolean isDark() {
        return switch (surroundings.settings().theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> getScene() != null && getScene().getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private DiagramView diagram() {
        return diagram;
    }

    private Node canvas() {
        return diagram.canvas();
    }

    private static MenuBar systemMenus(Menus menus) {
        MenuBar bar = new MenuBar(menus.menus().toArray(Menu[]::new));
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private static void see(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String resource(String name) {
        return Objects.requireNonNull(MainWindow.class.getResource(name), name).toExternalForm();
    }
}
