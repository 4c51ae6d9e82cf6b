package dev.orrery.importer.calm;

import dev.orrery.importer.OpenElements;
import dev.orrery.topology.SourceLocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which node holds which. A node stands in one place on the picture: what it is part of counts before where it is
/// deployed, and what is said first before what is said later.
final class CalmContainment {
    /// As deep as boundaries are drawn.
    private static final int DEEPEST = 50;

    private final Map<String, Holder> parts = new HashMap<>();
    private final Map<String, Holder> deployments = new HashMap<>();

    /// @param source where the held node is named
    record Holder(String container, SourceLocation source) {}

    void composed(String node, Holder holder) {
        parts.putIfAbsent(node, holder);
    }

    void deployed(String node, Holder holder) {
        deployments.putIfAbsent(node, holder);
    }

    Optional<Holder> holder(String node) {
        return Optional.ofNullable(parts.getOrDefault(node, deployments.get(node)));
    }

    /// Whether a node is another, or lies in it at any depth.
    boolean isInside(String node, String other) {
        Optional<String> at = Optional.of(node);
        for (int depth = 0; at.isPresent() && depth < DEEPEST; depth++) {
            if (at.get().equals(other)) {
                return true;
            }
            at = holder(at.get()).map(Holder::container);
        }
        return at.isPresent();
    }

    OpenElements open() {
        Map<String, Holder> all = new HashMap<>(deployments);
        all.putAll(parts);
        return new OpenElements(all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().container())));
    }
}
