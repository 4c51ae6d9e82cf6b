package dev.orrery.app.shell;

import dev.orrery.app.action.Menus;
import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiAction;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Icons;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar at the top: what is open, where to search, and whether it is being watched.
final class Toolbar extends HBox {
    private static final double SIDE = 280;
    private static final int LONGEST_NAME = 36;
    private static final double SHORTEST_PATH = 90;
    private static final List<String> BUTTONS = List.of("save", "undo", "redo", "impact", "filter", "fit");
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Label name = new Label();
    private final EnvironmentSwitch environment;
    private final Label path = new Label();
    private final Tooltip paths = new Tooltip();
    private final Map<String, Button> buttons = new TreeMap<>();
    private final Button watching = new Button();
    private final Label watchingNow = new Label();

    /// @param menusElsewhere whether the system shows them, as on macOS
    /// @param leave shows once more who would be asked
    Toolbar(Performer performer, Menus menus, boolean menusElsewhere, Runnable leave) {
        super(16);
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER);

        environment = new EnvironmentSwitch(performer);
        name.getStyleClass().add("topology-name");
        name.setId("topology-name");
        name.setMinWidth(USE_PREF_SIZE);
        path.getStyleClass().add("topology-path");
        path.setId("topology-path");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setMinWidth(0);
        path.setTooltip(paths);
        // A few letters of a path say nothing; the tooltip has all of it.
        path.visibleProperty().bind(path.widthProperty().greaterThan(SHORTEST_PATH));
        name.setTooltip(paths);
        HBox left = new HBox(10);
        left.setAlignment(Pos.CENTER_LEFT);
        if (!menusElsewhere) {
            MenuButton menu = new MenuButton(null, Icons.of("fth-menu"));
            menu.getItems().setAll(menus.menus());
            menu.setId("menu");
            menu.getStyleClass().addAll("icon-button", "main-menu");
            menu.setAccessibleText(Messages.of("menu"));
            menu.setTooltip(new Tooltip(Messages.of("menu")));
            left.getChildren().add(menu);
        }
        left.getChildren().addAll(name, environment, path);

        HBox right = new HBox(4);
        right.setAlignment(Pos.CENTER_RIGHT);
        for (String id : BUTTONS) {
            UiAction action = UiActions.of(id);
            Button button = Icons.button(action.icon(), action.name(), () -> performer.perform(action));
            button.setId("tool-" + id);
            buttons.put(id, button);
            right.getChildren().add(button);
        }
        watching.setId("watching");
        watching.getStyleClass().setAll("watching");
        watching.setMinWidth(USE_PREF_SIZE);
        watching.setOnAction(_ -> {
            if (!performer.perform(UiActions.of("pause"))) {
                leave.run();
            }
        });
        Region dot = new Region();
        dot.getStyleClass().add("watching-dot");
        HBox state = new HBox(8, dot, watchingNow);
        state.setAlignment(Pos.CENTER);
        watching.setGraphic(state);
        right.getChildren().add(watching);

        // As wide as each other, so that the search stands in the middle.
        for (HBox side : List.of(left, right)) {
            side.setPrefWidth(SIDE);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        right.setMinWidth(SIDE);
        getChildren().setAll(left, search(performer), right);
    }

    private static Button search(Performer performer) {
        UiAction find = UiActions.of("find");
        Label words = new Label(Messages.of("palette.prompt"));
        Label key = new Label(find.keyWords().getFirst());
        key.getStyleClass().add("search-key");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox inside = new HBox(8, Icons.of("fth-search"), words, gap, key);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button search = new Button(null, inside);
        search.setId("search");
        search.getStyleClass().setAll("search");
        search.setAccessibleText(Messages.of("palette.prompt"));
        search.setPrefWidth(440);
        search.setMinWidth(180);
        inside.prefWidthProperty().bind(search.widthProperty().subtract(26));
        search.setOnAction(_ -> performer.perform(find));
        return search;
    }

    /// Lists the environments, to choose one with the arrow keys.
    void chooseEnvironment() {
        environment.requestFocus();
        environment.show();
    }

    void render(Session session) {
        environment.render(session);
        Opened opened = session.opened();
        if (opened == null) {
            name.setText(Messages.of("orrery"));
            path.setText("");
            paths.setText(Messages.of("orrery"));
        } else {
            String title = opened.topology().name();
            name.setText(title.isBlank() ? Messages.of("inspect.unnamed") : Untrusted.oneLine(title, LONGEST_NAME));
            String shown = shortPath(opened);
            // A folder often gives its name to what it holds.
            path.setText(shown.equals(title) ? "" : shown);
            paths.setText(
                    title + opened.paths().stream().map(path -> "\n" + path).collect(Collectors.joining()));
        }
        buttons.forEach((id, button) -> {
            UiAction action = UiActions.of(id);
            String words = action.words().apply(session);
            String key =
                    action.keyWords().stream().findFirst().map(k -> "  " + k).orElse("");
            button.setDisable(!action.isPossible(session));
            button.setAccessibleText(words);
            button.getTooltip().setText(words + key);
        });
        Button impact = buttons.get("impact");
        if (impact != null) {
            impact.pseudoClassStateChanged(CHOSEN, session.impact() && session.selected() != null);
        }
        String word = word(session.watching());
        watchingNow.setText(word);
        watching.setAccessibleText(word);
        watching.setVisible(opened != null);
        watching.setManaged(opened != null);
        watching.setDisable(session.watching() instanceof Watching.NothingToAsk);
        watching.pseudoClassStateChanged(ON, session.watching() instanceof Watching.On);
        watching.pseudoClassStateChanged(PAUSED, session.watching() instanceof Watching.Paused);
    }

    private static String word(Watching watching) {
        return Messages.of(
                switch (watching) {
                    case Watching.NothingToAsk() -> "watching.nothing";
                    case Watching.NeedsLeave _ -> "watching.not";
                    case Watching.On() -> "watching.on";
                    case Watching.Paused() -> "watching.paused";
                });
    }

    /// Relative to the root, which itself is named by its last part.
    private static String shortPath(Opened opened) {
        Path root = opened.loaded().root();
        Path first = opened.paths().getFirst();
        Path absolute = first.toAbsolutePath().normalize();
        Path outer = root.getParent();
        String shown = outer != null && absolute.startsWith(outer)
                ? outer.relativize(absolute).toString()
                : absolute.toString();
        int more = opened.paths().size() - 1;
        return more == 0 ? shown : Messages.of("toolbar.more-paths", shown, Integer.toString(more));
    }
}
