package dev.orrery.layout.steady;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.PictureRules;
import dev.orrery.layout.Pin;
import dev.orrery.layout.RandomPictures;
import dev.orrery.layout.Size;
import dev.orrery.layout.Standing;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Pictures that follow others change no more than they must.
class SteadyEngineTest {
    private static final int SEEDS = 25;

    private final LayoutEngine engine = new SteadyEngine(new LayeredEngine());

    @Test
    void theSamePictureFollowsItself() {
        for (long seed = 0; seed < SEEDS; seed++) {
            LayoutRequest request = RandomPictures.request(seed);
            Layout layout = draw(request);
            assertThat(draw(following(request, request, layout))).isEqualTo(layout);
        }
    }

    @Test
    void aServiceThatGoesMovesNobody() {
        for (long seed = 0; seed < SEEDS; seed++) {
            LayoutRequest whole = RandomPictures.request(seed);
            LayoutRequest fewer = without(whole, some(whole, seed));
            Layout before = draw(whole);
            LayoutRequest next = following(fewer, whole, before);
            Layout after = draw(next);
            PictureRules.check(next, after);
            assertThat(shifts(before, after)).as("seed %s", seed).allMatch(shift -> shift == 0);
        }
    }

    @Test
    void aServiceThatComesMovesFewIfAny() {
        int moved = 0;
        int all = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            LayoutRequest whole = RandomPictures.request(seed);
            LayoutRequest fewer = without(whole, some(whole, seed));
            Layout before = draw(fewer);
            LayoutRequest next = following(whole, fewer, before);
            Layout after = draw(next);
            PictureRules.check(next, after);
            assertThat(draw(next)).isEqualTo(after);
            List<Double> shifts = shifts(before, after);
            all += shifts.size();
            moved += (int) shifts.stream().filter(shift -> shift > 0).count();
        }
        assertThat(moved).as("of %s boxes", all).isLessThan(all / 20);
    }

    @Test
    void oneNewServiceInThreeHundredMovesHardlyAnybody() {
        for (int boundaries : new int[] {0, 4}) {
            for (long seed = 0; seed < 2; seed++) {
                LayoutRequest whole = RandomPictures.request(new Random(seed), 300, boundaries, 600);
                LayoutRequest fewer = without(whole, some(whole, seed));
                Layout before = draw(fewer);
                LayoutRequest next = following(whole, fewer, before);
                Layout after = draw(next);
                List<Double> shifts = shifts(before, after);
                assertThat(shifts.get(shifts.size() / 2)).isZero();
                assertThat(shifts.get(shifts.size() * 95 / 100)).isLessThanOrEqualTo(190);
                if (seed == 0) {
                    PictureRules.check(next, after);
                }
            }
        }
    }

    @Test
    void anotherNameKeepsItsPlace() {
        LayoutRequest request = RandomPictures.request(new Random(3), 40, 4, 80);
        NodeId old = request.graph().edges().getFirst().id().from();
        NodeId named = NodeId.service("zz-another-name");
        LayoutRequest renamed = renamed(request, old, named);
        Layout before = draw(request);
        Layout after = draw(following(renamed, request, before));

        assertThat(after.boxes().get(named)).isEqualTo(before.boxes().get(old));
        assertThat(shifts(before, after)).allMatch(shift -> shift == 0);
    }

    @Test
    void openingABoundaryPushesTheOthersAndShufflesNobody() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Topology topology = RandomPictures.topology(random, 40, 8, 60);
            List<String> outer = topology.boundaries().stream()
                    .filter(boundary -> boundary.within() == null)
                    .map(boundary -> boundary.id())
                    .toList();
            String opened = outer.get(random.nextInt(outer.size()));
            LayoutRequest closed = request(VisibleGraph.of(topology, new Visibility(Set.of(opened))));
            LayoutRequest open = request(VisibleGraph.of(topology, Visibility.ALL));
            Layout before = draw(closed);
            LayoutRequest next = following(open, closed, before);
            Layout after = draw(next);
            PictureRules.check(next, after);
            assertThat(draw(next)).isEqualTo(after);
            assertThat(turned(before, after)).as("seed %s", seed).isZero();

            LayoutRequest back = following(closed, open, after);
            Layout closedAgain = draw(back);
            PictureRules.check(back, closedAgain);
            assertThat(shifts(after, closedAgain)).allMatch(shift -> shift == 0);
        }
    }

    @Test
    void pinsHold() {
        for (long seed = 0; seed < SEEDS; seed++) {
            LayoutRequest request = RandomPictures.request(seed);
            Layout before = draw(request);
            Random random = new Random(seed);
            NodeId node = some(request, seed);
            Box box = Objects.requireNonNull(before.boxes().get(node));
            LayoutRequest pinned = new LayoutRequest(
                            request.graph(),
                            request.sizes(),
                            request.titles(),
                            List.of(new Pin(
                                    node, box.x() + random.nextInt(900) - 450, box.y() + random.nextInt(600) - 300)))
                    .withStanding(new Standing(request.graph(), before));
            PictureRules.check(pinned, draw(pinned));
        }
    }

    @Test
    void whatIsMostlyNewIsDrawnAnew() {
        LayoutRequest request = RandomPictures.request(new Random(1), 30, 3, 50);
        LayoutRequest other = RandomPictures.request(new Random(2), 90, 3, 150);
        assertThat(draw(following(other, request, draw(request)))).isEqualTo(draw(other));
    }

    private Layout draw(LayoutRequest request) {
        return engine.layout(request, Cancellation.NEVER);
    }

    private static LayoutRequest following(LayoutRequest next, LayoutRequest before, Layout layout) {
        return next.withStanding(new Standing(before.graph(), layout));
    }

    static NodeId some(LayoutRequest request, long seed) {
        List<VisibleGraph.Node> nodes = request.graph().nodes();
        return nodes.get(new Random(seed).nextInt(nodes.size())).id();
    }

    /// How far those moved that are on both, least first.
    static List<Double> shifts(Layout before, Layout after) {
        List<Double> shifts = new ArrayList<>();
        before.boxes().forEach((id, box) -> {
            Box later = after.boxes().get(id);
            if (later != null) {
                shifts.add(Math.hypot(later.x() - box.x(), later.y() - box.y()));
            }
        });
        Collections.sort(shifts);
        return shifts;
    }

    /// Pairs of boxes that lay beside or above each other and now lie the other way round.
    private static int turned(Layout before, Layout after) {
        List<NodeId> both = before.boxes().keySet().stream()
                .filter(id -> after.boxes().containsKey(id))
                .toList();
        int turned = 0;
        for (NodeId one : both) {
            for (NodeId other : both) {
                Box a = Objects.requireNonNull(before.boxes().get(one));
                Box b = Objects.requireNonNull(before.boxes().get(other));
                Box a2 = Objects.requireNonNull(after.boxes().get(one));
                Box b2 = Objects.requireNonNull(after.boxes().get(other));
                boolean leftOf = a.right() <= b.x() && a.y() < b.bottom() && b.y() < a.bottom();
                boolean above = a.bottom() <= b.y() && a.x() < b.right() && b.x() < a.right();
                boolean isTurned = leftOf ? a2.x() >= b2.right() : above && a2.y() >= b2.bottom();
                turned += isTurned ? 1 : 0;
            }
        }
        return turned;
    }

    static LayoutRequest without(LayoutRequest request, NodeId gone) {
        List<VisibleGraph.Node> nodes = request.graph().nodes().stream()
                .filter(node -> !node.id().equals(gone))
                .toList();
        List<VisibleGraph.Edge> edges = request.graph().edges().stream()
                .filter(edge ->
                        !edge.id().from().equals(gone) && !edge.id().to().equals(gone))
                .toList();
        SortedMap<String, VisibleGraph.Frame> frames = new TreeMap<>();
        request.graph().boundaries().forEach(frame -> frames.put(frame.id(), frame));
        Set<String> filled = new HashSet<>();
        for (VisibleGraph.Node node : nodes) {
            for (String id = node.boundary(); id != null && filled.add(id); ) {
                id = Objects.requireNonNull(frames.get(id)).within();
            }
        }
        frames.keySet().retainAll(filled);
        return request.withGraph(new VisibleGraph(nodes, List.copyOf(frames.values()), edges));
    }

    private static LayoutRequest renamed(LayoutRequest request, NodeId old, NodeId named) {
        List<VisibleGraph.Node> nodes = request.graph().nodes().stream()
                .map(node -> node.id().equals(old)
                        ? new VisibleGraph.Node(named, node.boundary(), List.of(named.id()))
                        : node)
                .toList();
        List<VisibleGraph.Edge> edges = request.graph().edges().stream()
                .map(edge -> new VisibleGraph.Edge(
                        new VisibleGraph.EdgeId(
                                edge.id().from().equals(old) ? named : edge.id().from(),
                                edge.id().to().equals(old) ? named : edge.id().to()),
                        edge.dependencies()))
                .toList();
        SortedMap<NodeId, Size> sizes = new TreeMap<>(request.sizes());
        sizes.put(named, Objects.requireNonNull(sizes.remove(old)));
        return new LayoutRequest(
                new VisibleGraph(nodes, request.graph().boundaries(), edges), sizes, request.titles(), List.of());
    }

    static LayoutRequest request(VisibleGraph graph) {
        SortedMap<NodeId, Size> sizes = new TreeMap<>();
        graph.nodes()
                .forEach(node -> sizes.put(node.id(), new Size(190, node.id().of() == NodeId.Of.BOUNDARY ? 64 : 52)));
        SortedMap<String, Size> titles = new TreeMap<>();
        graph.boundaries().forEach(frame -> titles.put(frame.id(), new Size(120, 28)));
        return new LayoutRequest(graph, sizes, titles, List.of());
    }
}
