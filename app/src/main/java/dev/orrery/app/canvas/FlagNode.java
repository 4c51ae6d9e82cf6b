package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Mark;
import dev.orrery.diagram.Sign;
import dev.orrery.layout.Box;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// What a what-if or a comparison says of a card: a pill across its top edge.
final class FlagNode extends Parent {
    private final Rectangle pill = new Rectangle();
    private final SVGPath sign = Looks.icon("flag-sign", "");
    private final Text words = Looks.text("card-small", Inter.SMALL);
    private final Scale scale = new Scale(1, 1);
    private @Nullable Mark mark;

    FlagNode() {
        setManaged(false);
        setMouseTransparent(true);
        pill.getStyleClass().add("flag");
        sign.getTransforms().add(scale);
        words.getStyleClass().add("flag-words");
        setVisible(false);
    }

    void show(Card card) {
        mark = card.mark();
        Sign said = mark == null ? null : mark.sign();
        if (said != null) {
            sign.setContent(said.path());
            words.setText(said.words());
            if (getChildren().isEmpty()) {
                getChildren().setAll(pill, sign, words);
            }
        }
    }

    /// @param width of the card
    /// @param detail at which words may be too small
    void arrange(double width, Detail detail, double dim) {
        Box card = new Box(0, 0, width, 0);
        boolean worded = detail.small() > 0;
        Box flag = worded ? Mark.flag(mark, card) : Mark.badge(mark, card);
        Looks.fade(this, flag == null || detail.plain() ? 0 : dim);
        if (flag != null) {
            double size = worded ? Mark.FLAG_SIGN : Mark.BADGE_SIGN;
            scale.setX(size / Sign.SIZE);
            scale.setY(size / Sign.SIZE);
            words.setVisible(worded);
            pill.setArcWidth(flag.height());
            pill.setArcHeight(flag.height());
            pill.setX(flag.x());
            pill.setY(flag.y());
            pill.setWidth(flag.width());
            pill.setHeight(flag.height());
            sign.setLayoutX(worded ? Mark.signX(flag) : flag.centerX() - size / 2);
            sign.setLayoutY(flag.centerY() - size / 2);
            words.setLayoutX(Mark.wordsX(flag));
            words.setLayoutY(flag.y() + Mark.FLAG_BASELINE);
        }
    }
}
