package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Legend;
import dev.orrery.diagram.LegendRows;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;

/// A legend that is drawn into a picture.
final class LegendNode extends Parent {
    LegendNode(Legend legend, double width) {
        setManaged(false);
        Text title = Looks.text("picture-caption", Inter.NAME);
        title.getStyleClass().add("legend-lens");
        title.setText(legend.lens().title());
        title.setLayoutY(LegendRows.BASELINE);
        getChildren().add(title);
        for (LegendRows.Item item : LegendRows.of(legend, width).items()) {
            Node sign = LegendSign.of(item.entry());
            sign.setLayoutX(item.x());
            sign.setLayoutY(item.y() + LegendRows.BASELINE - LegendRows.SIGN + 1);
            Text words = Looks.text("card-small", Inter.SMALL);
            words.setText(item.words());
            words.setLayoutX(item.x() + LegendRows.LABEL_X);
            words.setLayoutY(item.y() + LegendRows.BASELINE);
            getChildren().addAll(sign, words);
        }
    }
}
