package dev.orrery.app;

import dev.orrery.app.cli.Demonstration;
import dev.orrery.app.cli.WindowLauncher;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.List;

/// Stands where the window will.
final class NoWindow implements WindowLauncher {
    @Override
    public int open(List<Path> paths) {
        throw new UnsupportedOperationException(Messages.of("cli.no-window"));
    }

    @Override
    public int open(Demonstration demonstration) {
        throw new UnsupportedOperationException(Messages.of("cli.no-window"));
    }
}
