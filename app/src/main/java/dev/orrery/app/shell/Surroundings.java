package dev.orrery.app.shell;

import dev.orrery.app.settings.SecretKeeping;
import dev.orrery.history.DayStrip;
import dev.orrery.persistence.Settings;
import dev.orrery.revision.Revision;
import dev.orrery.suggestion.CoChange;
import dev.orrery.topology.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the window asks of the world around it. Called on the FX thread, and returns at once.
public interface Surroundings {
    /// Opens a link in the browser; `http` or `https` only.
    void browse(URI link);

    /// Reads the last day of a service from the history.
    ///
    /// @param checks how many the service has
    /// @param then takes it on the FX thread; never called where there is no history
    void lastDay(String service, int checks, Consumer<DayStrip> then);

    /// Reads in which revisions opened files changed last, newest first. Offline.
    ///
    /// @param then takes them on the FX thread; none where there is no repository
    void revisions(List<Path> paths, Consumer<List<Revision>> then);

    /// Runs what takes too long for the FX thread, one thing after another.
    Executor worker();

    /// Does what takes too long for the FX thread beside it.
    ///
    /// @param then takes what came of it, on the FX thread; never called where it failed
    <T> void aside(Supplier<T> work, Consumer<T> then);

    /// How often services changed together, by the log of the repository around what was opened. It may take seconds.
    CoChange coChange(List<Path> opened, Topology topology);

    /// Ends the program as if the window had been closed.
    void quit();

    /// Oldest first, without secrets.
    List<String> log();

    Settings settings();

    /// Keeps settings and makes them hold from now on.
    void change(Settings settings);

    /// Forgets for all folders what may be asked.
    void forgetTrust();

    /// The user's list of secrets.
    SecretKeeping secrets();

    /// The program's version, as in `0.1.0`.
    String version();
}
