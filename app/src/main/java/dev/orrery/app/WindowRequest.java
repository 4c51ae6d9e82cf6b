package dev.orrery.app;

import dev.orrery.history.History;
import dev.orrery.probe.Trust;
import dev.orrery.session.Opened;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a window is opened with.
///
/// @param paths none for the welcome page
/// @param trustForThisRun may be asked as long as the window is open, and is not remembered
/// @param endpoints where the services of what is opened are asked
/// @param interval between probes; null for what descriptors and settings say
public record WindowRequest(
        List<Path> paths,
        Trust trustForThisRun,
        UnaryOperator<Topology> endpoints,
        @Nullable Duration interval) {
    private static final String SIMULATED = "simulated";

    public WindowRequest {
        paths = List.copyOf(paths);
    }

    /// Under which environment the history of what is open is kept: what is only simulated stays apart from what is
    /// real.
    String historyOf(Opened opened) {
        return historyIn(opened.environmentName());
    }

    /// The same for an environment; null for the addresses as declared.
    String historyIn(@Nullable String environment) {
        if (!trustForThisRun.isNone()) {
            return SIMULATED;
        }
        return environment == null ? History.NO_ENVIRONMENT : environment;
    }

    /// To open paths as they are.
    public static WindowRequest of(List<Path> paths) {
        return new WindowRequest(paths, Trust.NONE, UnaryOperator.identity(), null);
    }
}
