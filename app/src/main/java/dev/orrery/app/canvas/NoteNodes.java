package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.NoteMark;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// The signs of notes. They are few, so each has nodes; where small print is too small, only the sheet is left, and it
/// grows a little so that it is still seen.
final class NoteNodes {
    private static final double LARGEST = 1.8;

    private final Group layer;
    private final List<Sign> signs = new ArrayList<>();
    private List<NoteMark> shown = List.of();
    private Detail detail = Detail.FULL;

    private record Sign(NoteMark note, Group sheet, Scale scale, Text words) {}

    /// @param layer above the cards, and not seen by the mouse
    NoteNodes(Group layer) {
        this.layer = layer;
        layer.setMouseTransparent(true);
    }

    void show(List<NoteMark> notes) {
        if (notes.equals(shown)) {
            return;
        }
        shown = List.copyOf(notes);
        signs.clear();
        layer.getChildren().clear();
        for (NoteMark note : shown) {
            SVGPath sheet = Looks.icon("note-sheet", NoteMark.SHEET);
            SVGPath lines = Looks.icon("note-lines", NoteMark.LINES);
            Group mark = new Group(sheet, lines);
            mark.setManaged(false);
            // It grows from its lower right corner, away from the words on the card.
            Scale scale = new Scale(1, 1, NoteMark.SIZE, NoteMark.SIZE / 2);
            mark.getTransforms().add(scale);
            Text words = Looks.text("note-words", Inter.SMALL);
            words.setText(note.words());
            signs.add(new Sign(note, mark, scale, words));
            layer.getChildren().addAll(mark, words);
        }
        signs.forEach(sign -> place(sign, 0, 0));
        looks();
    }

    /// Follows what moves.
    ///
    /// @param moved how far something is from where it will be
    void follow(Function<NodeId, @Nullable Point> moved) {
        for (Sign sign : signs) {
            Point by = moved.apply(sign.note().on());
            if (by != null) {
                place(sign, by.x(), by.y());
            }
        }
    }

    void detail(Detail level) {
        detail = level;
        looks();
    }

    /// The note whose sign is at a place; null where there is none.
    @Nullable
    NoteMark at(Point place) {
        for (Sign sign : signs) {
            Box words = sign.note().wordsAt();
            double grown = (sign.scale().getX() - 1) * NoteMark.SIZE + 2;
            if (sign.note().mark().grown(grown).contains(place)
                    || (words != null && detail.small() > 0 && words.contains(place))) {
                return sign.note();
            }
        }
        return null;
    }

    private static void place(Sign sign, double dx, double dy) {
        sign.sheet().setLayoutX(sign.note().mark().x() + dx);
        sign.sheet().setLayoutY(sign.note().mark().y() + dy);
        Box words = sign.note().wordsAt();
        if (words != null) {
            sign.words().setLayoutX(words.x() + dx);
            sign.words().setLayoutY(words.y() + NoteMark.BASELINE + dy);
        }
    }

    private void looks() {
        double grown = Math.min(LARGEST, detail.thickened());
        for (Sign sign : signs) {
            sign.scale().setX(grown);
            sign.scale().setY(grown);
            sign.sheet().setOpacity(sign.note().emphasis().opacity());
            Looks.fade(sign.words(), detail.small() * sign.note().emphasis().opacity());
        }
    }
}
