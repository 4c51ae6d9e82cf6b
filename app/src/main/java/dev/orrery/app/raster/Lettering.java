package dev.orrery.app.raster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// Text in one typeface: each character is drawn once for each size and then put down. One thread at a time.
public final class Lettering {
    /// Places within a pixel that a character is drawn for, so that words are spaced evenly.
    private static final int PHASES = 4;
    /// Sizes differ by no less than a quarter of a pixel.
    private static final int SIZES = 4;

    private static final int MOST_STAMPS = 6_000;
    /// Of one line; a longer text is cut where it would leave any window.
    private static final int LONGEST = 400;

    private final IntFunction<Letter> letters;
    private final Map<Integer, Letter> known = new LinkedHashMap<>();
    private final LinkedHashMap<Long, Stamp> stamps = new LinkedHashMap<>(256, 0.75f, true);

    /// One character at size 1.
    ///
    /// @param outline with its left end on the baseline at (0, 0)
    public record Letter(Outline outline, double advance) {}

    /// @param letters by code point
    public Lettering(IntFunction<Letter> letters) {
        this.letters = letters;
    }

    /// Of a text at a size in pixels.
    public double width(String text, double size) {
        double width = 0;
        int end = end(text);
        for (int i = 0; i < end; ) {
            int character = text.codePointAt(i);
            width += letter(character).advance();
            i += Character.charCount(character);
        }
        return width * size;
    }

    /// Draws one line of text from a place on the baseline.
    public void draw(Raster raster, String text, double x, double baseline, double size, int argb) {
        int quantised = (int) Math.round(size * SIZES);
        if (quantised <= 0 || !(Math.abs(x) < 1e6 && Math.abs(baseline) < 1e6)) {
            return;
        }
        int line = (int) Math.round(baseline);
        double at = x;
        int end = end(text);
        for (int i = 0; i < end && at < raster.width(); ) {
            int character = text.codePointAt(i);
            Letter letter = letter(character);
            int place = (int) Math.round(at * PHASES);
            int pixel = Math.floorDiv(place, PHASES);
            Stamp stamp = stamp(character, letter, quantised, place - pixel * PHASES);
            raster.stamp(stamp, pixel + stamp.left(), line + stamp.top(), argb);
            at += letter.advance() * size;
            i += Character.charCount(character);
        }
    }

    private static int end(String text) {
        return text.length() <= LONGEST ? text.length() : text.offsetByCodePoints(0, LONGEST / 2);
    }

    private Letter letter(int character) {
        if (known.size() > MOST_STAMPS) {
            known.clear();
        }
        return known.computeIfAbsent(character, letters::apply);
    }

    private Stamp stamp(int character, Letter letter, int size, int phase) {
        long key = ((long) character << 20 | size) * PHASES + phase;
        Stamp kept = stamps.get(key);
        if (kept != null) {
            return kept;
        }
        if (stamps.size() >= MOST_STAMPS) {
            stamps.remove(stamps.firstEntry().getKey());
        }
        Stamp drawn = drawn(letter.outline(), (double) size / SIZES, (double) phase / PHASES);
        stamps.put(key, drawn);
        return drawn;
    }

    private static Stamp drawn(Outline outline, double scale, double shift) {
        if (outline.isEmpty()) {
            return Stamp.NOTHING;
        }
        int left = (int) Math.floor(outline.left() * scale + shift);
        int top = (int) Math.floor(outline.top() * scale);
        int width = (int) Math.ceil(outline.right() * scale + shift) - left;
        int height = (int) Math.ceil(outline.bottom() * scale) - top;
        if (width <= 0 || height <= 0 || (long) width * height > 1_000_000) {
            return Stamp.NOTHING;
        }
        Raster raster = new Raster(width, height);
        raster.cover(outline, scale, shift - left, -top);
        return new Stamp(left, top, width, height, raster.bytes());
    }
}
