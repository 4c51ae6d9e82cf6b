package dev.orrery.app.shell;

import dev.orrery.app.parts.Icons;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Something to be read once.
final class NoticeBar extends HBox {
    private final Label words = new Label();

    NoticeBar(Consumer<Action> actions) {
        super(12);
        getStyleClass().add("notice-bar");
        setId("notice");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button dismiss =
                Icons.button("fth-x", Messages.of("notice.dismiss"), () -> actions.accept(new Action.DismissNotice()));
        dismiss.setId("notice-dismiss");
        getChildren().setAll(Icons.of("fth-info"), words, dismiss);
    }

    void render(Session session) {
        String notice = session.notice();
        words.setText(notice == null ? "" : Untrusted.oneLine(notice, 600));
        setVisible(notice != null);
        setManaged(notice != null);
    }
}
