package dev.orrery.app.canvas;

import dev.orrery.diagram.NoteMark;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The whole of a note beside the mouse, while that is over its sign.
final class NoteHint extends StackPane {
    private static final double AWAY = 14;
    private static final double WIDEST = 340;
    private static final double HIGHEST = 320;

    private final DiagramCanvas canvas;
    private final PictureNode picture;
    private final Label words = new Label();
    private @Nullable NoteMark under;

    NoteHint(DiagramCanvas canvas, PictureNode picture) {
        this.canvas = canvas;
        this.picture = picture;
        getStyleClass().addAll("edge-hint", "note-hint");
        setId("note-hint");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        words.setWrapText(true);
        getChildren().setAll(words);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> over(event.getX(), event.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> leave());
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    }

    private void over(double x, double y) {
        NoteMark note = picture.note(canvas.viewportProperty().get().toDiagram(x, y));
        if (note == null) {
            leave();
        } else if (!note.equals(under)) {
            under = note;
            tell(note, x, y);
        }
    }

    private void leave() {
        under = null;
        setVisible(false);
    }

    private void tell(NoteMark note, double mouseX, double mouseY) {
        words.setText(note.text());
        applyCss();
        double width = Math.min(Math.min(prefWidth(-1), WIDEST), canvas.getWidth() - 2 * AWAY);
        double height = Math.min(prefHeight(width), Math.min(HIGHEST, canvas.getHeight() - 2 * AWAY));
        double x = Math.clamp(mouseX + AWAY, 0, Math.max(0, canvas.getWidth() - width - 4));
        double below = mouseY + AWAY;
        double y = below + height > canvas.getHeight() ? Math.max(0, mouseY - AWAY - height) : below;
        resizeRelocate(Math.rint(x), Math.rint(y), Math.ceil(width), Math.ceil(height));
        setVisible(true);
    }
}
