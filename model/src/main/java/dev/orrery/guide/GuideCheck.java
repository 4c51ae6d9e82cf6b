package dev.orrery.guide;

import dev.orrery.descriptor.Spelling;
import dev.orrery.graph.Communities;
import dev.orrery.graph.NodeId;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.stream.Stream;

/// What a guide names and a topology does not have.
public final class GuideCheck {
    private GuideCheck() {}

    public static List<Problem> problems(StatedGuide stated, Topology topology) {
        boolean made = stated.mentions().stream()
                .map(Mention::node)
                .anyMatch(node -> node.of() == NodeId.Of.BOUNDARY
                        && topology.boundary(node.id()).isEmpty());
        // Views may name boundaries that only the picture has.
        Topology pictured = made ? Communities.of(topology).in(topology) : topology;
        return stated.mentions().stream()
                .flatMap(mention -> problem(mention, pictured))
                .sorted()
                .toList();
    }

    private static Stream<Problem> problem(Mention mention, Topology topology) {
        String id = mention.node().id();
        return switch (mention.node().of()) {
            case SERVICE ->
                topology.service(id).isPresent()
                        ? Stream.of()
                        : Stream.of(unknown(
                                "guide-unknown-service",
                                "guide-unknown-service-near",
                                mention,
                                topology.services().stream().map(Service::id).toList()));
            case BOUNDARY ->
                topology.boundary(id).isPresent()
                        ? Stream.of()
                        : Stream.of(unknown(
                                "guide-unknown-boundary",
                                "guide-unknown-boundary-near",
                                mention,
                                topology.boundaries().stream().map(Boundary::id).toList()));
            case MISSING ->
                topology.dependencies().stream()
                                .anyMatch(dependency -> dependency.to().equals(id))
                        ? Stream.of()
                        : Stream.of(Problem.warning("guide-unknown-service", mention.source(), id));
        };
    }

    private static Problem unknown(String code, String nearCode, Mention mention, List<String> known) {
        String id = mention.node().id();
        return Spelling.nearest(id, known)
                .map(near -> Problem.warning(nearCode, mention.source(), id, near))
                .orElseGet(() -> Problem.warning(code, mention.source(), id));
    }
}
