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
        if (!trustForThisRun.isNone()) {
            return SIMULATED;
        }
        String name = opened.environmentName();
        return name == null ? History.NO_ENVIRONMENT : name;
    }

    /// To open paths as they are.
    public static WindowRequest of(List<Path> paths) {
        return new WindowRequest(paths, Trust.NONE, UnaryOperator.identity(), null);
    }
}
