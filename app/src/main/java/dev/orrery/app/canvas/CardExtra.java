package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.MissingCard;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.diagram.KindShape;
import dev.orrery.diagram.Measures;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/// What one sort of card has beside the others: the icon of its kind, or counts and a button.
sealed interface CardExtra {
    List<Node> nodes();

    void show(Card card);

    /// @param right the right edge of the room
    /// @param opacity of small print
    /// @return what is left of the first row
    double arrange(double right, double opacity);

    static CardExtra of(Card card) {
        return switch (card) {
            case ServiceCard _ -> new Icon();
            case BoundaryCard boundary -> new Inside(boundary.id().id());
            case MissingCard _ -> new Nothing();
        };
    }

    record Nothing() implements CardExtra {
        @Override
        public List<Node> nodes() {
            return List.of();
        }

        @Override
        public void show(Card card) {
            // Nothing to show.
        }

        @Override
        public double arrange(double right, double opacity) {
            return right;
        }
    }

    record Icon(SVGPath icon) implements CardExtra {
        Icon() {
            this(Looks.icon("kind-icon", ""));
        }

        @Override
        public List<Node> nodes() {
            return List.of(icon);
        }

        @Override
        public void show(Card card) {
            if (card instanceof ServiceCard service) {
                icon.setContent(KindShape.path(service.kind()));
            }
        }

        @Override
        public double arrange(double right, double opacity) {
            icon.setLayoutX(right - KindShape.SIZE);
            icon.setLayoutY(13);
            Looks.fade(icon, opacity);
            return right - KindShape.SIZE - Measures.TEXT_GAP / 2;
        }
    }

    record Inside(CountsNode counts, Chevron chevron) implements CardExtra {
        Inside(String boundary) {
            this(new CountsNode(), new Chevron(boundary, false));
        }

        @Override
        public List<Node> nodes() {
            return List.of(counts, chevron);
        }

        @Override
        public void show(Card card) {
            if (card instanceof BoundaryCard boundary) {
                counts.show(boundary.counts());
            }
        }

        @Override
        public double arrange(double right, double opacity) {
            counts.setLayoutX(Measures.CARD_INSET);
            counts.setLayoutY(CountsNode.TOP);
            counts.fade(opacity);
            chevron.setLayoutX(right - Chevron.SIZE + 5);
            chevron.setLayoutY(CountsNode.MIDDLE - Chevron.SIZE / 2);
            chevron.setVisible(opacity > 0);
            return right;
        }
    }
}
