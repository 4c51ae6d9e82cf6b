package dev.orrery.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Widths of text in Inter, read from the bundled font files, so that every machine cuts and places the
/// same.
///
/// Advance widths only: Inter's kerning is within a few hundredths of a text's width. Safe for use by
/// many threads.
public final class TextMeasure {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
    private static final String ELLIPSIS = "…";

    private final Advances regular;
    private final Advances semibold;

    private TextMeasure(Advances regular, Advances semibold) {
        this.regular = regular;
        this.semibold = semibold;
    }

    /// Inter in regular and semibold weight; read on first use and then kept.
    public static TextMeasure inter() {
        return Inter.MEASURE;
    }

    /// The width of one line of text.
    ///
    /// @param size of the font in pixels
    public double width(String text, double size, boolean bold) {
        return (bold ? semibold : regular).width(text) * size;
    }

    /// The text, cut and with an ellipsis at its end where it is wider than `width`; nothing where not even the
    /// ellipsis fits.
    public String fit(String text, double size, boolean bold, double width) {
        if (width(text, size, bold) <= width) {
            return text;
        }
        double room = width - width(ELLIPSIS, size, bold);
        if (room < 0) {
            return "";
        }
        Advances advances = bold ? semibold : regular;
        double used = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += advances.of(character) * size;
            if (used > room) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /// Holds what is read on first use.
    private static final class Inter {
        static final TextMeasure MEASURE =
                new TextMeasure(Advances.read("Inter-Regular.otf"), Advances.read("Inter-SemiBold.otf"));
    }

    /// The width of each character, in parts of the font size.
    private static final class Advances {
        private static final int TABLE = 0x3000;
        /// Characters that Inter does not have come from another font; most of those are about square.
        private static final float UNKNOWN = 1;

        private final float[] table;

        private Advances(float[] table) {
            this.table = table;
        }

        static Advances read(String file) {
            try (InputStream in = TextMeasure.class.getResourceAsStream(FOLDER + file)) {
                if (in == null) {
                    throw new IllegalStateException("the font " + file + " is not on the class path");
                }
                try (OpenTypeFont font = new OTFParser().parse(new RandomAccessReadBuffer(in))) {
                    CmapLookup characters = font.getUnicodeCmapLookup();
                    float[] table = new float[TABLE];
                    Arrays.fill(table, UNKNOWN);
                    for (int character = ' '; character < TABLE; character++) {
                        int glyph = characters.getGlyphId(character);
                        if (glyph > 0) {
                            table[character] = (float) font.getAdvanceWidth(glyph) / font.getUnitsPerEm();
                        }
                    }
                    return new Advances(table);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double of(int character) {
            return character < TABLE ? table[character] : UNKNOWN;
        }

        double width(String text) {
            double width = 0;
            for (int i = 0; i < text.length(); ) {
                int character = text.codePointAt(i);
                width += of(character);
                i += Character.charCount(character);
            }
            return width;
        }
    }
}
