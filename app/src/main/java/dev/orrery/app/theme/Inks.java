package dev.orrery.app.theme;

import dev.orrery.diagram.Colour;
import java.util.EnumMap;
import java.util.Map;

/// The colours that the style sheets of a scene give to the names of the picture, as opaque `0xAARRGGBB`: for drawing
/// without nodes. Immutable.
public final class Inks {
    /// Names beside those of [Colour].
    public enum Mixed {
        FAINT_EDGE,
        INNER_BOUNDARY,
        DEGRADED_WASH
    }

    /// Before a scene has any style.
    public static final Inks NONE = new Inks(Map.of(), Map.of(), Map.of(), Map.of());

    private static final int OPAQUE = 0xff000000;

    private final Map<Colour, Integer> colours = new EnumMap<>(Colour.class);
    private final Map<Mixed, Integer> mixed = new EnumMap<>(Mixed.class);
    private final Map<Colour, Integer> washes = new EnumMap<>(Colour.class);
    private final Map<Colour, Integer> deepWashes = new EnumMap<>(Colour.class);

    Inks(
            Map<Colour, Integer> colours,
            Map<Mixed, Integer> mixed,
            Map<Colour, Integer> washes,
            Map<Colour, Integer> deepWashes) {
        this.colours.putAll(colours);
        this.mixed.putAll(mixed);
        this.washes.putAll(washes);
        this.deepWashes.putAll(deepWashes);
    }

    public int of(Colour name) {
        return colours.getOrDefault(name, OPAQUE);
    }

    public int of(Mixed name) {
        return mixed.getOrDefault(name, OPAQUE);
    }

    /// A card with a little of a colour in it, that a lens gives.
    public int wash(Colour tint) {
        return washes.getOrDefault(tint, OPAQUE);
    }

    /// The same with more of it.
    public int deepWash(Colour tint) {
        return deepWashes.getOrDefault(tint, OPAQUE);
    }

    /// With an opacity from 0 to 1.
    public static int faded(int argb, double opacity) {
        int alpha = (int) Math.round((argb >>> 24) * Math.clamp(opacity, 0, 1));
        return (alpha << 24) | (argb & 0xffffff);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Inks inks
                && colours.equals(inks.colours)
                && mixed.equals(inks.mixed)
                && washes.equals(inks.washes)
                && deepWashes.equals(inks.deepWashes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * colours.hashCode() + mixed.hashCode()) + washes.hashCode();
    }
}
