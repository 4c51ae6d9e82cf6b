package dev.orrery.app.cli;

import dev.orrery.probe.Origin;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A sample that is shown with live endpoints of this computer.
///
/// @param file to open and watch
/// @param endpoints says where the services of the file are asked; also to be applied after every reload
/// @param trusted allowed for as long as the window is open, and not remembered
/// @param interval between probes
public record Demonstration(Path file, UnaryOperator<Topology> endpoints, Set<Origin> trusted, Duration interval) {
    public Demonstration {
        trusted = Set.copyOf(trusted);
    }
}
