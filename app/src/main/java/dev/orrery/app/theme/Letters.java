package dev.orrery.app.theme;

import dev.orrery.app.raster.Lettering;
import dev.orrery.app.raster.Outline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The outlines of characters as JavaFX has them: Inter's, and for what Inter lacks those of the font that JavaFX takes
/// instead. Any thread may ask, for the nodes are in no scene.
public final class Letters {
    /// Of the type that an outline is taken from; curves are cut for this size.
    private static final double SIZE = 64;

    private static final IntFunction<Lettering.Letter> REGULAR = kept(Inter.REGULAR);
    private static final IntFunction<Lettering.Letter> SEMIBOLD = kept(Inter.SEMIBOLD);

    private Letters() {}

    /// Text that is not a name or a title.
    public static Lettering regular() {
        return new Lettering(REGULAR);
    }

    /// Names and titles.
    public static Lettering semibold() {
        return new Lettering(SEMIBOLD);
    }

    private static IntFunction<Lettering.Letter> kept(String family) {
        Inter.load();
        Font font = new Font(family, SIZE);
        Map<Integer, Lettering.Letter> known = new ConcurrentHashMap<>();
        return character -> known.computeIfAbsent(character, _ -> letter(Character.toString(character), font));
    }

    private static Lettering.Letter letter(String character, Font font) {
        Text text = new Text(character);
        text.setFont(font);
        double advance = text.getLayoutBounds().getWidth() / SIZE;
        Outline.Pen pen = new Outline.Pen();
        if (!character.isBlank() && Shape.union(text, new Rectangle()) instanceof Path path) {
            path.getElements().forEach(element -> draw(element, pen));
        }
        return new Lettering.Letter(pen.outline(), advance);
    }

    private static void draw(PathElement element, Outline.Pen pen) {
        switch (element) {
            case MoveTo to -> pen.move(to.getX() / SIZE, to.getY() / SIZE);
            case LineTo to -> pen.line(to.getX() / SIZE, to.getY() / SIZE);
            case QuadCurveTo to ->
                pen.quad(to.getControlX() / SIZE, to.getControlY() / SIZE, to.getX() / SIZE, to.getY() / SIZE);
            case CubicCurveTo to ->
                pen.cubic(
                        to.getControlX1() / SIZE,
                        to.getControlY1() / SIZE,
                        to.getControlX2() / SIZE,
                        to.getControlY2() / SIZE,
                        to.getX() / SIZE,
                        to.getY() / SIZE);
            case ClosePath _ -> pen.close();
            default -> throw new IllegalArgumentException("in a letter: " + element);
        }
    }
}
