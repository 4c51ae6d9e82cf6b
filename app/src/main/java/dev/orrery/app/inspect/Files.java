package dev.orrery.app.inspect;

import dev.orrery.app.inspect.FileList.Group;
import dev.orrery.app.inspect.FileList.Line;
import dev.orrery.session.Action;
import dev.orrery.text.Messages;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The files that were looked at: what was read as what, and what was not and why. A press opens one in the editor.
final class Files extends Section<FileList> {
    private static final int FIRST = 40;

    private final Consumer<Action> actions;
    private final Map<String, Boolean> folded = new HashMap<>();
    private final List<Shown> groups = new ArrayList<>();

    private record Shown(Group group, Optional<Fold> fold, Capped<Line> rows) {}

    Files(Consumer<Action> actions) {
        super("inspect.read-files");
        this.actions = actions;
        setId("files");
    }

    @Override
    List<? extends Node> nodes(FileList list) {
        groups.clear();
        int unread = FileList.count(list.unread());
        List<Node> nodes = new ArrayList<>();
        if (list.isEmpty()) {
            nodes.add(words("inspect.files.none"));
        } else if (list.read().isEmpty()) {
            nodes.add(words("inspect.files.none-read"));
        }
        list.read().forEach(group -> nodes.add(node(group)));
        list.beside().forEach(group -> nodes.add(node(group)));
        if (unread > 0) {
            Label title = new Label(Messages.of("inspect.unread-files", Integer.toString(unread)));
            title.getStyleClass().addAll("section-title", "files-unread");
            title.setId("unread-files");
            nodes.add(title);
            list.unread().forEach(group -> nodes.add(node(group)));
        }
        note(list.isEmpty() ? "" : Messages.of("inspect.files.count", Integer.toString(FileList.count(list.read()))));
        return nodes;
    }

    /// The row of a file, unfolded if need be; empty where it is not listed.
    Optional<Node> row(String file) {
        for (Shown shown : groups) {
            for (int i = 0; i < shown.group().lines().size(); i++) {
                if (shown.group().lines().get(i).file().equals(file)) {
                    shown.fold().ifPresent(fold -> fold.setExpanded(true));
                    return Optional.of(shown.rows().row(i));
                }
            }
        }
        return Optional.empty();
    }

    private Node node(Group group) {
        boolean isTitled = !group.title().isEmpty();
        Capped<Line> rows = new Capped<>(group.lines(), FIRST, line -> row(line, isTitled));
        if (!isTitled) {
            groups.add(new Shown(group, Optional.empty(), rows));
            return rows;
        }
        String title = Messages.of(
                "inspect.files.group",
                group.title(),
                Integer.toString(group.lines().size()));
        Fold fold = new Fold(title, rows);
        fold.setId("files-" + group.key());
        fold.setExpanded(folded.getOrDefault(group.key(), group.isUnfolded()));
        fold.expandedProperty().subscribe(isExpanded -> folded.put(group.key(), isExpanded));
        groups.add(new Shown(group, Optional.of(fold), rows));
        return fold;
    }

    private Node row(Line line, boolean isInGroup) {
        Label name = new Label(FileList.shown(line));
        name.getStyleClass().add("file-name");
        // The end of a path says more than its beginning.
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label note = new Label(line.note());
        note.getStyleClass().add("file-note");
        Pane row = isInGroup ? new HBox(9, name, note) : new VBox(1, name, note);
        if (row instanceof HBox beside) {
            beside.setAlignment(Pos.CENTER_LEFT);
            note.setMinWidth(USE_PREF_SIZE);
        }
        if (line.isFolder()) {
            name.setTooltip(new Tooltip(FileList.shown(line)));
            row.getStyleClass().add("folder-row");
            return row;
        }
        Button button = new Button(null, row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("neighbour", "file-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        row.setMinWidth(0);
        row.prefWidthProperty().bind(button.widthProperty().subtract(9));
        button.setId("file-" + line.file());
        String spoken = Messages.of("inspect.file.spoken", FileList.shown(line), line.why());
        button.setAccessibleText(spoken);
        button.setTooltip(new Tooltip(spoken));
        button.setOnAction(_ -> actions.accept(new Action.ShowSource(SourceLocation.startOf(line.file()))));
        return button;
    }

    private static Label words(String key) {
        Label label = new Label(Messages.of(key));
        label.setWrapText(true);
        label.getStyleClass().add("hint");
        return label;
    }
}
