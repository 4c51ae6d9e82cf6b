package dev.orrery.app.theme;

import dev.orrery.diagram.Measures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The bundled typeface in the sizes and weights of the picture. The first use loads it; any thread may.
public final class Inter {
    static final String REGULAR = "Inter";
    static final String SEMIBOLD = "Inter SemiBold";

    static {
        load("Regular");
        load("SemiBold");
    }

    /// Names of services.
    public static final Font NAME = new Font(SEMIBOLD, Measures.NAME_SIZE);
    /// Titles of boundaries.
    public static final Font TITLE = new Font(SEMIBOLD, Measures.TITLE_SIZE);
    /// Everything else on the picture.
    public static final Font SMALL = new Font(REGULAR, Measures.SMALL_SIZE);

    private Inter() {}

    /// Makes the families `Inter` and `Inter SemiBold` known to style sheets.
    static void load() {
        // Naming the class has loaded it.
    }

    private static void load(String weight) {
        String resource = "/com/formdev/flatlaf/fonts/inter/Inter-" + weight + ".otf";
        try (InputStream file = Inter.class.getResourceAsStream(resource)) {
            if (file == null || Font.loadFont(file, Measures.NAME_SIZE) == null) {
                throw new IllegalStateException("the bundled font is not there: " + resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
