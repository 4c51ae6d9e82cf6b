package dev.orrery.session;

import dev.orrery.diagram.Measures;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// What servers see of who calls whom, on the picture: no box moves for it, and no line that is there already.
final class CallsUpdate {
    private CallsUpdate() {}

    static Next seen(Session session, Action.CallsSeen result) {
        Opened opened = session.opened();
        if (opened == null || session.epoch() != result.epoch() || !(session.watching() instanceof Watching.On)) {
            return Next.of(session);
        }
        Sightings sightings = opened.sightings().with(result.sightings(), opened.written());
        return followed(session.withOpened(opened.with(sightings)));
    }

    /// What was told too long ago is let go of.
    static Next aged(Session session, Instant now) {
        Opened opened = session.opened();
        if (opened == null) {
            return Next.of(session);
        }
        Sightings still = opened.sightings().at(now);
        return still.equals(opened.sightings()) ? Next.of(session) : followed(session.withOpened(opened.with(still)));
    }

    /// Brings the picture to the topology where only what servers see differs. Lines that are gone are taken off at
    /// once, and only those that are new look for their ways. While something else is being read or arranged,
    /// that comes first.
    static Next followed(Session session) {
        Opened opened = session.opened();
        Picture picture = session.picture();
        if (opened == null
                || picture.topology().equals(opened.pictured())
                || session.arranging() != null
                || !session.opening().isEmpty()) {
            return Next.of(session);
        }
        Topology topology = opened.pictured();
        VisibleGraph graph = VisibleGraph.of(topology, session.arrangement().visibility(), session.layers());
        Hubs folded = picture.folded();
        Set<EdgeId> drawn = edges(folded.without(graph));
        Layout layout = picture.layout().withRoutesOf(drawn);
        LayoutRequest request = Measures.request(
                        topology, graph, folded, session.arrangement().pinList())
                .withPlaced(layout.boxes())
                .withKept(layout.routes());
        if (!request.isPlaced()) {
            return Next.of(session);
        }
        if (layout.routes().keySet().containsAll(drawn)) {
            return Next.of(session.withPicture(new Picture(topology, graph, picture.hubs(), folded, layout, null)));
        }
        long generation = session.generation() + 1;
        return Next.of(
                session.arranging(
                        new Arranging(
                                topology,
                                graph,
                                picture.hubs(),
                                HubsUpdate.folding(session.arrangement(), picture.hubs(), picture),
                                null,
                                false),
                        generation),
                new Effect.Arrange(generation, request));
    }

    private static Set<EdgeId> edges(VisibleGraph graph) {
        return graph.edges().stream().map(VisibleGraph.Edge::id).collect(Collectors.toSet());
    }
}
