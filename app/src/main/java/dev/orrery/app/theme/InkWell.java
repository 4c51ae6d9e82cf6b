package dev.orrery.app.theme;

import dev.orrery.diagram.Colour;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// Learns what colours the style sheets give to names: one rectangle without size for each, so that whatever changes
/// the style of a scene, a theme or a style sheet of the user, is heard. Belongs into the scene that it asks.
public final class InkWell extends Parent {
    private final Map<Colour, Rectangle> colours = new EnumMap<>(Colour.class);
    private final Map<Inks.Mixed, Rectangle> mixed = new EnumMap<>(Inks.Mixed.class);
    private final Map<Colour, Rectangle> washes = new EnumMap<>(Colour.class);
    private final Map<Colour, Rectangle> deepWashes = new EnumMap<>(Colour.class);
    private final ReadOnlyObjectWrapper<Inks> inks = new ReadOnlyObjectWrapper<>(this, "inks", Inks.NONE);

    public InkWell() {
        setManaged(false);
        setMouseTransparent(true);
        for (Colour name : Colour.values()) {
            colours.put(name, drop(name.token()));
        }
        for (Colour tint : Colour.TINTS) {
            washes.put(tint, drop(tint.token() + "-wash"));
            deepWashes.put(tint, drop(tint.token() + "-deep-wash"));
        }
        for (Inks.Mixed name : Inks.Mixed.values()) {
            mixed.put(name, drop(name.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
    }

    /// As of the last time that the scene was styled.
    public ReadOnlyObjectProperty<Inks> inksProperty() {
        return inks.getReadOnlyProperty();
    }

    private Rectangle drop(String token) {
        Rectangle drop = new Rectangle();
        drop.setStyle("-fx-fill: -orrery-" + token + ";");
        drop.fillProperty().subscribe(this::read);
        getChildren().add(drop);
        return drop;
    }

    private void read() {
        Map<Inks.Mixed, Integer> more = new EnumMap<>(Inks.Mixed.class);
        mixed.forEach((name, drop) -> more.put(name, argb(drop.getFill())));
        inks.set(new Inks(read(colours), more, read(washes), read(deepWashes)));
    }

    private static Map<Colour, Integer> read(Map<Colour, Rectangle> drops) {
        Map<Colour, Integer> found = new EnumMap<>(Colour.class);
        drops.forEach((name, drop) -> found.put(name, argb(drop.getFill())));
        return found;
    }

    private static int argb(Paint paint) {
        if (!(paint instanceof Color color)) {
            return 0;
        }
        return channel(color.getOpacity()) << 24
                | channel(color.getRed()) << 16
                | channel(color.getGreen()) << 8
                | channel(color.getBlue());
    }

    private static int channel(double part) {
        return (int) Math.round(255 * part);
    }
}
