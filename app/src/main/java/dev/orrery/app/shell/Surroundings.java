package dev.orrery.app.shell;

import dev.orrery.persistence.Settings;
import java.net.URI;
import java.util.List;

/// What the window asks of the world around it. Called on the FX thread, and returns at once.
public interface Surroundings {
    /// Opens a link in the browser; `http` or `https` only.
    void browse(URI link);

    /// Ends the program as if the window had been closed.
    void quit();

    /// Oldest first, without secrets.
    List<String> log();

    Settings settings();

    /// Keeps settings and makes them hold from now on.
    void change(Settings settings);

    /// Forgets for all folders what may be asked.
    void forgetTrust();

    /// The program's version, as in `0.1.0`.
    String version();
}
