package dev.orrery.app.cli;

import java.nio.file.Path;
import java.util.List;

/// Opens the window. The one way from the command line to anything that draws on a screen.
public interface WindowLauncher {
    /// Blocks until the window is closed.
    ///
    /// @param paths files or folders to open; none for the welcome page
    /// @return the exit code
    int open(List<Path> paths);

    /// The same with a sample whose services are asked elsewhere than its file says.
    int open(Demonstration demonstration);
}
