package dev.orrery.app.cli;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a diagram as an image of pixels, drawn as the window draws it.
@FunctionalInterface
public interface PictureWriter {
    /// @param scale pixels for each unit of the diagram, above 0
    void write(Diagram diagram, Palette palette, double scale, Path file) throws IOException;
}
