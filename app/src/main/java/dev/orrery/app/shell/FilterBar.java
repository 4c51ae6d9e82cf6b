package dev.orrery.app.shell;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Icons;
import dev.orrery.diagram.Spotlight;
import dev.orrery.graph.NodeId;
import dev.orrery.query.ExpressionReader;
import dev.orrery.query.QueryProblem;
import dev.orrery.query.Vocabulary;
import dev.orrery.session.Action;
import dev.orrery.session.Aspect;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The bar over the canvas where an expression is typed: what it does not mean steps back while it is typed. Enter goes
/// from one match to the next, Escape clears it and goes back to the picture. It stays as long as it filters.
final class FilterBar extends VBox {
    /// From the last key to the picture.
    static final Duration PATIENCE = Duration.ofMillis(120);

    private final Performer performer;
    private final Consumer<NodeId> go;
    private final Runnable leave;
    private final Delay delay;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final ToggleButton hides = new ToggleButton(null, Icons.of("fth-eye-off"));
    private final Button clear;
    private final Label words = new Label();
    private final CompletionList completions = new CompletionList(this::take);
    private Runnable callOff = () -> {};
    private boolean opened;
    private boolean following;
    private @Nullable Opened known;
    private Vocabulary vocabulary = Vocabulary.EMPTY;
    private Topology told = Topology.EMPTY;
    private Spotlight spotlight = Spotlight.EVERYTHING;
    /// What the session has.
    private String sent = "";
    private @Nullable String match;

    /// @param go selects a thing and brings it onto the screen
    /// @param leave gives the focus back to the picture
    FilterBar(Performer performer, Consumer<NodeId> go, Runnable leave, Delay delay) {
        this.performer = performer;
        this.go = go;
        this.leave = leave;
        this.delay = delay;
        setId("filter-bar");
        getStyleClass().add("filter-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false);

        field.setId("filter-field");
        field.getStyleClass().add("filter-field");
        field.setPromptText(Messages.of("filter.prompt"));
        field.setAccessibleText(Messages.of("filter.field"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe(this::typed);
        field.caretPositionProperty().subscribe(_ -> offer());
        field.focusedProperty().subscribe(_ -> offer());
        count.setId("filter-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("filter-count");
        hides.setId("filter-hides");
        hides.getStyleClass().setAll("icon-button", "filter-hides");
        hides.setTooltip(new Tooltip());
        hides.setOnAction(_ -> performer.perform(UiActions.of("hide-others")));
        clear = Icons.button("fth-x", Messages.of("filter.clear"), this::clear);
        clear.setId("filter-clear");
        HBox line = new HBox(4, Icons.of("fth-filter"), field, count, hides, clear);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("filter-line");
        words.setId("filter-words");
        words.getStyleClass().add("filter-words");
        words.setWrapText(true);
        getChildren().setAll(line, words, completions);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        see(this, false);
        see(words, false);
    }

    /// Shows it and takes the focus.
    void open() {
        opened = true;
        render(performer.session().get());
        field.requestFocus();
        field.selectAll();
    }

    void render(Session session) {
        Opened now = session.opened();
        if (now == null) {
            opened = false;
            told = Topology.EMPTY;
            vocabulary = Vocabulary.EMPTY;
        }
        known = now;
        Aspect aspect = session.aspect();
        follow(aspect.typed());
        see(this, now != null && (opened || !aspect.typed().isBlank()));
        hides.setSelected(aspect.hides());
        hides.setDisable(aspect.filter().isEverything());
        String said = Messages.of(aspect.hides() ? "filter.dim" : "filter.hide");
        hides.setAccessibleText(said);
        hides.getTooltip().setText(said);
        tell();
    }

    /// Takes what is in the light on the picture that is shown.
    void lit(Spotlight now) {
        spotlight = now;
        tell();
    }

    /// What somebody else wrote, such as the legend.
    private void follow(String typed) {
        if (!typed.equals(sent)) {
            sent = typed;
            callOff.run();
            following = true;
            field.setText(typed);
            field.end();
            following = false;
            match = null;
        }
    }

    private void typed(String now) {
        if (following) {
            return;
        }
        callOff.run();
        callOff = delay.after(PATIENCE, this::send);
        offer();
    }

    private void send() {
        callOff.run();
        callOff = () -> {};
        if (!field.getText().equals(sent)) {
            match = null;
            sent = field.getText();
            performer.dispatch().accept(new Action.FilterBy(sent));
        }
    }

    private void clear() {
        callOff.run();
        opened = false;
        field.clear();
        send();
        render(performer.session().get());
        leave.run();
    }

    private void key(KeyEvent event) {
        if (!field.equals(event.getTarget())) {
            if (event.getCode() == KeyCode.ESCAPE) {
                clear();
                event.consume();
            }
            return;
        }
        boolean taken = switch (event.getCode()) {
            case DOWN -> completions.move(1);
            case UP -> completions.move(-1);
            case TAB -> !event.isShiftDown() && completions.takeSelected();
            case ENTER -> {
                if (!completions.takeSelected()) {
                    send();
                    next(event.isShiftDown() ? -1 : 1);
                }
                yield true;
            }
            case ESCAPE -> {
                clear();
                yield true;
            }
            default -> false;
        };
        if (taken) {
            event.consume();
        }
    }

    /// The next match in the order of ids, from the last one that was gone to.
    private void next(int by) {
        Session session = performer.session().get();
        if (session.spotlight() instanceof Spotlight.Services(var ids) && !ids.isEmpty()) {
            List<String> all = new ArrayList<>(ids);
            int at = match == null ? -1 : all.indexOf(match);
            int to = at < 0 && by < 0 ? all.size() - 1 : Math.floorMod(at + by, all.size());
            match = all.get(to);
            go.accept(NodeId.service(all.get(to)));
        }
    }

    private void offer() {
        if (field.isFocused() && !following) {
            completions.offer(field.getText(), field.getCaretPosition(), vocabulary());
        } else {
            completions.close();
        }
    }

    private void take(String text, int caret) {
        field.setText(text);
        field.positionCaret(caret);
        send();
    }

    /// How many are meant, and what was not understood; of a word that is still being typed only once it is left.
    private void tell() {
        Opened now = known;
        Aspect aspect = performer.session().get().aspect();
        boolean counts = now != null && !aspect.filter().isEverything() && spotlight instanceof Spotlight.Services;
        int of = now == null ? 0 : now.topology().services().size();
        int lit = spotlight instanceof Spotlight.Services(var ids) ? ids.size() : of;
        count.setText(counts ? Messages.of("filter.count", Integer.toString(lit), Integer.toString(of)) : "");
        List<String> said = new ArrayList<>();
        if (counts && lit == 0) {
            said.add(Messages.of(aspect.hides() ? "filter.nothing.hidden" : "filter.nothing"));
        }
        if (aspect.typed().isBlank()) {
            words.setText("");
            see(words, false);
            return;
        }
        for (QueryProblem problem :
                ExpressionReader.read(aspect.typed(), vocabulary()).problems()) {
            boolean writing = field.isFocused()
                    && completions.isOpen()
                    && problem.from() <= field.getCaretPosition()
                    && field.getCaretPosition() <= problem.to();
            if (!writing) {
                said.add(problem.words());
            }
        }
        words.setText(String.join(" ", said));
        see(words, !said.isEmpty());
    }

    private Vocabulary vocabulary() {
        Topology now = known == null ? Topology.EMPTY : known.pictured();
        if (!now.equals(told)) {
            told = now;
            vocabulary = Vocabulary.of(now);
        }
        return vocabulary;
    }

    private static void see(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}
