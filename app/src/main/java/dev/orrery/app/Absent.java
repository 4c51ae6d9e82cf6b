package dev.orrery.app;

import dev.orrery.app.cli.Demonstration;
import dev.orrery.app.cli.PictureWriter;
import dev.orrery.app.cli.WindowLauncher;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Stands where the window will.
final class Absent implements WindowLauncher, PictureWriter {
    @Override
    public int open(List<Path> paths) {
        throw new UnsupportedOperationException(Messages.of("cli.no-window"));
    }

    @Override
    public int open(Demonstration demonstration) {
        throw new UnsupportedOperationException(Messages.of("cli.no-window"));
    }

    @Override
    public void write(Diagram diagram, Palette palette, double scale, Path file) throws IOException {
        throw new UnsupportedOperationException(Messages.of("cli.no-window"));
    }
}
