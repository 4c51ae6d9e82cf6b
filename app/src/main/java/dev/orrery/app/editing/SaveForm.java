package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiActions;
import dev.orrery.edit.UnifiedDiff;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What would be written into the files, line by line, before it is.
public final class SaveForm extends VBox {
    private static final double LINE = 18;
    private static final int FEWEST = 8;
    private static final int MOST = 26;

    private final Button save = new Button(Messages.of("editing.save"));
    /// Where one of the files cannot be written.
    private final Button copy = new Button(Messages.of("action.save-copy"));

    public SaveForm(Performer performer, Runnable close) {
        super(14);
        setId("save-form");
        getStyleClass().add("save-form");
        Session session = performer.session().get();
        List<String> lines = lines(session);
        Label about = new Label(Messages.of(
                session.unsaved().size() == 1 ? "status.unsaved.one" : "status.unsaved",
                Integer.toString(session.unsaved().size())));
        about.setId("save-about");
        ListView<String> list = new ListView<>(FXCollections.observableArrayList(lines));
        list.setId("save-lines");
        list.setFixedCellSize(LINE);
        list.setPrefHeight(LINE * Math.clamp(lines.size(), FEWEST, MOST) + 2);
        list.setCellFactory(_ -> new Line());
        VBox.setVgrow(list, Priority.ALWAYS);
        save.setId("save-confirm");
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> {
            close.run();
            performer.dispatch().accept(new Action.Save());
        });
        boolean locked = session.unsaved().stream()
                .anyMatch(file -> session.editing().readOnly().contains(file));
        copy.setId("save-copy");
        copy.setVisible(locked);
        copy.setManaged(locked);
        copy.getStyleClass().add("accent");
        copy.setDefaultButton(locked);
        copy.setOnAction(_ -> {
            close.run();
            performer.perform(UiActions.of("save-copy"));
        });
        save.setVisible(!locked);
        save.setManaged(!locked);
        save.setDefaultButton(!locked);
        Button cancel = new Button(Messages.of("editing.cancel"));
        cancel.setId("save-cancel");
        cancel.setOnAction(_ -> close.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, about, gap, cancel, save, copy);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(list, buttons);
    }

    /// What Enter presses.
    public Node first() {
        return copy.isVisible() ? copy : save;
    }

    private static List<String> lines(Session session) {
        List<String> lines = new ArrayList<>();
        for (String file : session.unsaved()) {
            String before = session.editing().disk().contents().getOrDefault(file, "");
            String after = session.undo().present().texts().contents().getOrDefault(file, "");
            lines.addAll(UnifiedDiff.of(file, before, after).lines().toList());
        }
        return lines;
    }

    private static final class Line extends ListCell<String> {
        private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
        private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
        private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            String text = empty || line == null ? "" : line;
            boolean head = text.startsWith("+++") || text.startsWith("---") || text.startsWith("@@");
            pseudoClassStateChanged(HEAD, head);
            pseudoClassStateChanged(ADDED, !head && text.startsWith("+"));
            pseudoClassStateChanged(REMOVED, !head && text.startsWith("-"));
            setText(text);
        }
    }
}
