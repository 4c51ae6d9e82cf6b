package dev.orrery.diagram;

import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.MissingCard;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.graph.Layers;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the picture from what is known. Pure: equal arguments give equal diagrams.
///
/// The layout may be a little older than the topology, while a new one is being made: what has no place, or no longer
/// is in the topology, is left out.
public final class DiagramBuilder {
    private final Topology topology;
    private final VisibleGraph graph;
    private final Layers layers;
    private final Layout layout;
    private final FoldedHubs folded;
    private final Set<EdgeId> shownLines;
    private final HubMarks hubs;
    private final FreePlaces places;
    private final HealthMarks marks;
    private final Emphases emphases;
    private final FailurePath failures;
    private final Tints tints;
    private final Set<NodeId> pinned;

    private DiagramBuilder(
            Topology topology,
            VisibleGraph graph,
            Layers layers,
            Layout layout,
            FoldedHubs folded,
            HealthBoard board,
            Attention attention,
            Highlight highlight,
            Lens lens,
            Set<NodeId> pinned,
            Instant now) {
        this.topology = topology;
        this.graph = graph;
        this.layers = layers;
        this.layout = layout;
        this.folded = folded;
        this.places = FreePlaces.of(folded.hubs().without(graph), layout);
        this.marks = new HealthMarks(topology, board, attention, now);
        this.shownLines = shownLines(graph, folded, highlight);
        this.hubs = new HubMarks(topology, new HubRow(topology, graph, folded.hubs()), marks, shownLines::contains);
        this.emphases = Emphases.of(highlight, topology, graph);
        this.failures = FailurePath.of(topology, board);
        this.tints = Tints.of(lens, topology, marks.board());
        this.pinned = pinned;
    }

    /// @param board a service that it lacks is pending, or has nothing to ask
    /// @param pinned boxes that were put by hand
    /// @param now that ages are counted to
    public static Diagram build(
            Topology topology,
            VisibleGraph graph,
            Layout layout,
            HealthBoard board,
            Highlight highlight,
            Set<NodeId> pinned,
            Instant now) {
        return build(topology, graph, Layers.DEFAULT, layout, board, Attention.NONE, highlight, pinned, now);
    }

    /// As above, with the dependencies that the layers show, and what people said of the services.
    public static Diagram build(
            Topology topology,
            VisibleGraph graph,
            Layers layers,
            Layout layout,
            HealthBoard board,
            Attention attention,
            Highlight highlight,
            Set<NodeId> pinned,
            Instant now) {
        return build(
                topology,
                graph,
                layers,
                layout,
                FoldedHubs.NONE,
                board,
                attention,
                highlight,
                Lens.HEALTH,
                pinned,
                now);
    }

    /// As above, with some hubs folded and colours by a lens.
    ///
    /// @param layout made without the lines to folded hubs
    public static Diagram build(
            Topology topology,
            VisibleGraph graph,
            Layers layers,
            Layout layout,
            FoldedHubs folded,
            HealthBoard board,
            Attention attention,
            Highlight highlight,
            Lens lens,
            Set<NodeId> pinned,
            Instant now) {
        return new DiagramBuilder(
                        topology,
                        layers.of(graph),
                        layers,
                        layout,
                        folded,
                        board,
                        attention,
                        highlight,
                        lens,
                        pinned,
                        now)
                .build();
    }

    private Diagram build() {
        List<Card> cards = cards();
        List<Diagram.Edge> routed = edges();
        List<Diagram.Edge> drawn = new ArrayList<>(routed);
        List<Diagram.Edge> left = new ArrayList<>();
        FoldedLines.of(graph, folded.hubs(), cards)
                .forEach((edge, route) -> (shownLines.contains(edge.id()) ? drawn : left).add(edge(edge, route)));
        drawn.sort(Comparator.comparing(Diagram.Edge::id));
        List<String> services = topology.services().stream().map(Service::id).toList();
        return new Diagram(
                topology.name(), layout.bounds(), frames(), drawn, left, cards, "", tints.legend(services), null);
    }

    /// The lines of badges that are to be seen: those that were asked for, those to a selected hub, those on a path.
    private static Set<EdgeId> shownLines(VisibleGraph graph, FoldedHubs folded, Highlight highlight) {
        Set<EdgeId> shown = new HashSet<>();
        for (VisibleGraph.Edge edge : graph.edges()) {
            boolean asked = folded.shown().contains(edge.id()) || edge.id().to().equals(highlight.selected());
            if (folded.hubs().folds(edge.id()) && (asked || isOnWay(edge, highlight.spotlight()))) {
                shown.add(edge.id());
            }
        }
        return shown;
    }

    private static boolean isOnWay(VisibleGraph.Edge edge, Spotlight spotlight) {
        return spotlight instanceof Spotlight.Way way
                && edge.dependencies().stream().anyMatch(way::lights);
    }

    private List<Diagram.Frame> frames() {
        Map<String, List<String>> members = new HashMap<>();
        for (VisibleGraph.Node node : graph.nodes()) {
            for (Boundary around : enclosing(node.boundary())) {
                members.computeIfAbsent(around.id(), _ -> new ArrayList<>()).addAll(node.members());
            }
        }
        List<Diagram.Frame> frames = new ArrayList<>();
        for (VisibleGraph.Frame frame : graph.boundaries()) {
            Optional<Boundary> boundary = topology.boundary(frame.id());
            Box box = layout.frames().get(frame.id());
            if (boundary.isPresent() && box != null && emphases.shows(NodeId.boundary(frame.id()))) {
                frames.add(frame(boundary.get(), box, members.getOrDefault(frame.id(), List.of())));
            }
        }
        frames.sort(Comparator.comparingInt(Diagram.Frame::depth).thenComparing(Diagram.Frame::id));
        return frames;
    }

    private Diagram.Frame frame(Boundary boundary, Box box, List<String> members) {
        double room = box.width() - 2 * Measures.FRAME_INSET;
        String name = Untrusted.oneLine(boundary.name());
        String title = Print.TITLE.fit(name, room);
        double left = Math.min(
                room - Print.TITLE.width(title) - 2 * Measures.TEXT_GAP,
                places.bands().getOrDefault(boundary.id(), 0.0) - Measures.FRAME_INSET);
        String owner = boundary.isCommunity()
                ? Messages.of("community")
                : boundary.owner() == null ? null : Untrusted.oneLine(boundary.owner());
        return new Diagram.Frame(
                boundary.id(),
                box,
                enclosing(boundary.id()).size() - 1,
                title,
                name,
                owner != null && Print.SMALL.width(owner) <= left ? owner : null,
                marks.of(members),
                emphases.of(NodeId.boundary(boundary.id())),
                boundary.isCommunity());
    }

    private List<Boundary> enclosing(@Nullable String boundary) {
        return boundary != null && topology.boundary(boundary).isEmpty() ? List.of() : topology.enclosing(boundary);
    }

    private List<Card> cards() {
        return graph.nodes().stream()
                .filter(node -> emphases.shows(node.id()))
                .flatMap(node ->
                        Stream.ofNullable(layout.boxes().get(node.id())).flatMap(box -> card(node, box).stream()))
                .toList();
    }

    private Optional<Card> card(VisibleGraph.Node node, Box box) {
        return switch (node.id().of()) {
            case SERVICE -> topology.service(node.id().id()).map(service -> service(node.id(), box, service));
            case BOUNDARY -> topology.boundary(node.id().id()).map(boundary -> boundary(node, box, boundary));
            case MISSING -> Optional.of(missing(node.id(), box));
        };
    }

    private Card service(NodeId id, Box box, Service service) {
        HealthMark mark = marks.of(service);
        String name = Untrusted.oneLine(service.name());
        String technology = service.technology();
        String subtitle = technology == null ? KindWords.of(service.kind()) : Untrusted.oneLine(technology);
        return new ServiceCard(
                id,
                box,
                title(id, box, name, mark, KindShape.SIZE + Measures.TEXT_GAP),
                name,
                subtitle(box, subtitle, mark),
                service.kind(),
                mark,
                emphases.of(id),
                pinned.contains(id),
                service.active(),
                tints.of(service.id()),
                hubs.of(id, box.width()));
    }

    private Card boundary(VisibleGraph.Node node, Box box, Boundary boundary) {
        HealthMark mark = marks.ofCollapsed(node.members());
        String name = Untrusted.oneLine(boundary.name());
        return new BoundaryCard(
                node.id(),
                box,
                title(node.id(), box, name, mark, 0),
                name,
                subtitle(box, marks.size(node.members(), boundary.isCommunity()), mark),
                marks.counts(node.members()),
                mark,
                emphases.of(node.id()),
                pinned.contains(node.id()),
                boundary.isCommunity(),
                tints.ofCollapsed(node.members()),
                hubs.of(node.id(), box.width()));
    }

    private Card missing(NodeId id, Box box) {
        return new MissingCard(
                id,
                box,
                title(id, box, id.id(), HealthMarks.MISSING, 0),
                id.id(),
                HealthMarks.MISSING,
                emphases.of(id),
                pinned.contains(id));
    }

    private String title(NodeId id, Box box, String name, HealthMark mark, double icon) {
        double pin = pinned.contains(id) ? PinShape.SIZE + Measures.TEXT_GAP / 2 : 0;
        double room = box.width() - Measures.NAME_X - Measures.CARD_RIGHT_INSET - icon - pin;
        return Print.NAME.fit(name, room - Measures.badges(mark));
    }

    private String subtitle(Box box, String text, HealthMark mark) {
        double room = box.width() - Measures.CARD_INSET - Measures.CARD_RIGHT_INSET - Measures.TEXT_GAP;
        return Print.SMALL.fit(text, room - marks.noteWidth(mark));
    }

    private List<Diagram.Edge> edges() {
        List<VisibleGraph.Edge> drawn = graph.edges().stream()
                .filter(edge -> layout.routes().containsKey(edge.id()) && emphases.shows(edge))
                .toList();
        return drawn.stream().map(this::routed).toList();
    }

    private Diagram.Edge routed(VisibleGraph.Edge edge) {
        Route route = layout.routes().get(edge.id());
        if (route == null) {
            throw new IllegalStateException("no route for " + edge.id());
        }
        return edge(edge, route);
    }

    private Diagram.Edge edge(VisibleGraph.Edge edge, Route route) {
        List<Dependency> dependencies = edge.dependencies();
        Point label = places.labels().get(edge.id());
        return new Diagram.Edge(
                edge.id(),
                route,
                dependencies,
                kind(dependencies),
                layers.certainties(dependencies).iterator().next(),
                dependencies.stream().noneMatch(Dependency::required),
                label == null ? null : FreePlaces.label(edge),
                label,
                failures.holdsAny(dependencies),
                emphases.of(edge),
                dependencies.size() == 1 ? null : marks.worst(dependencies));
    }

    /// The one kind that all have; `SYNC` for a mixture.
    private static DependencyKind kind(List<Dependency> dependencies) {
        DependencyKind first = dependencies.getFirst().kind();
        for (Dependency dependency : dependencies) {
            if (dependency.kind() != first) {
                return DependencyKind.SYNC;
            }
        }
        return first;
    }
}
