package dev.orrery.app.cli;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a diagram as an image of pixels, drawn as the window draws it.
@FunctionalInterface
public interface PictureWriter {
    /// @param scale pixels for each unit of the diagram, above 0
    /// @throws Refused where this picture cannot be drawn, or not here
    void write(Diagram diagram, Palette palette, double scale, Path file) throws IOException;

    /// Says in one sentence for people why there is no picture.
    final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        public Refused(String sentence) {
            super(sentence);
        }
    }
}
