package dev.orrery.app.bench;

import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How fast and how well topologies are laid out, beside Graphviz `dot` where that is installed and ELK as it comes.
///
/// Most subjects are flat: what is compared there is the same graph for everybody. Samples with boundaries are drawn a
/// second time with them, beside `dot` with clusters.
public final class LayoutBench {
    private static final long SEED = 20_26;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration QUICK_PATIENCE = Duration.ofSeconds(10);
    /// No subject begins another run after this.
    private static final Duration RUNS = Duration.ofSeconds(10);

    private static final Duration QUICK_RUNS = Duration.ofSeconds(2);
    /// Peers are not asked to draw more services, and crossings of more dependencies are not counted.
    private static final int MOST_FOR_PEERS = 2_000;

    private static final int MOST_COUNTED = 6_000;
    private static final String STRAIGHT = "crossings centre to centre";
    private static final String DRAWN = "crossings as drawn";

    private final LayoutEngine engine;
    private final LayoutEngine peer;
    private final boolean dot;
    private final boolean quick;
    private final Report.Draft draft = new Report.Draft();
    private final Map<String, Ratios> ratios = new HashMap<>();

    private LayoutBench(LayoutEngine engine, LayoutEngine peer, boolean dot, boolean quick) {
        this.engine = engine;
        this.peer = peer;
        this.dot = dot;
        this.quick = quick;
    }

    /// @param peer another engine to measure beside ours
    /// @param samples real topologies to lay out beside the generated ones
    /// @param folders of more descriptors; the largest of them are laid out, too
    /// @param quick smaller graphs and fewer runs, within a minute
    public static Report run(
            LayoutEngine engine, LayoutEngine peer, List<Topology> samples, List<Path> folders, boolean quick)
            throws IOException, InterruptedException {
        boolean dot = Graphviz.version().isPresent();
        LayoutBench bench = new LayoutBench(engine, peer, dot, quick);
        if (!dot) {
            bench.draft.skip("dot", "Graphviz is not installed");
        }
        List<Topology> flat = new ArrayList<>(samples);
        for (Path folder : folders) {
            flat.addAll(CorpusGraphs.of(folder));
        }
        flat.addAll(generated(quick));
        for (Topology topology : flat) {
            bench.measure(topology.name() + ", flat", flat(topology), true);
        }
        List<Topology> nested = new ArrayList<>(samples);
        nested.removeIf(topology -> topology.boundaries().isEmpty());
        nested.add(Generated.topology(quick ? 50 : 200, SEED));
        for (Topology topology : nested) {
            bench.measure(topology.name(), request(topology), false);
        }
        bench.summarise();
        return bench.draft.report("layout", SEED);
    }

    private static List<Topology> generated(boolean quick) {
        List<Topology> graphs = new ArrayList<>();
        for (int services : quick ? new int[] {50, 300} : new int[] {50, 100, 200, 300, 500, 1_000, 2_000}) {
            for (GeneratedGraph kind : GeneratedGraph.values()) {
                graphs.add(kind.topology(services, services * 2, SEED));
            }
        }
        if (!quick) {
            graphs.add(GeneratedGraph.POWER_LAW.topology(5_000, 15_000, SEED));
            graphs.add(GeneratedGraph.POWER_LAW.topology(10_000, 30_000, SEED));
        }
        return graphs;
    }

    private static LayoutRequest request(Topology topology) {
        return Measures.request(topology, VisibleGraph.of(topology, Visibility.ALL), List.of());
    }

    private static LayoutRequest flat(Topology topology) {
        LayoutRequest request = request(topology);
        VisibleGraph graph = request.graph();
        return request.withGraph(new VisibleGraph(
                graph.nodes().stream()
                        .map(node -> new VisibleGraph.Node(node.id(), null, node.members()))
                        .toList(),
                List.of(),
                graph.edges()));
    }

    private void measure(String subject, LayoutRequest request, boolean isFlat)
            throws IOException, InterruptedException {
        int services = request.graph().nodes().size();
        Drawn ours = drawn(engine, subject, request);
        if (isFlat && services <= MOST_FOR_PEERS) {
            drawn(peer, subject, request);
        }
        Drawn theirs = dot && services <= MOST_FOR_PEERS ? dot(subject, request) : null;
        if (theirs != null) {
            String kind = isFlat ? "flat" : "with boundaries";
            ratio(kind, STRAIGHT, ours.straightCrossings(), theirs.straightCrossings());
            ratio(kind, DRAWN, ours.crossings(), theirs.crossings());
        }
    }

    private void ratio(String kind, String metric, double ours, double theirs) {
        ratios.computeIfAbsent(kind + ": " + metric, _ -> new Ratios()).add(ours, theirs);
    }

    private void summarise() {
        ratios.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            Ratios found = entry.getValue();
            draft.add(
                    engine.id() + " to dot",
                    "all " + entry.getKey(),
                    "geometric mean of ratios",
                    "",
                    Figures.of(found.geometricMean()));
            draft.add(engine.id() + " to dot", "all " + entry.getKey(), "worst ratio", "", Figures.of(found.worst()));
        });
    }

    private Drawn drawn(LayoutEngine drawing, String subject, LayoutRequest request) {
        List<Double> millis = new ArrayList<>();
        Layout layout = Layout.EMPTY;
        long start = System.nanoTime();
        Duration patience = quick ? QUICK_RUNS : RUNS;
        for (int run = 0;
                run < (quick ? 3 : 9) && (run == 0 || System.nanoTime() - start < patience.toNanos());
                run++) {
            long begin = System.nanoTime();
            layout = drawing.layout(request, Cancellation.NEVER);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        draft.add(drawing.id(), subject, "first time", "ms", Figures.of(millis.getFirst()));
        Drawn drawn = drawn(layout);
        measure(drawing.id(), subject, drawn, new Figures(millis));
        draft.add(drawing.id(), subject, "bends", "", Figures.of(drawn.bends()));
        return drawn;
    }

    private @Nullable Drawn dot(String subject, LayoutRequest request) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        Drawn drawn = null;
        for (int run = 0; run < (quick ? 1 : 3); run++) {
            long begin = System.nanoTime();
            Optional<Drawn> finished = Graphviz.draw(request, quick ? QUICK_PATIENCE : PATIENCE);
            if (finished.isEmpty()) {
                draft.skip("dot on " + subject, "it failed or took too long");
                return null;
            }
            drawn = finished.get();
            millis.add((System.nanoTime() - begin) / 1e6);
            if (System.nanoTime() - begin > RUNS.toNanos()) {
                break;
            }
        }
        if (drawn != null) {
            measure("dot", subject, drawn, new Figures(millis));
        }
        return drawn;
    }

    private void measure(String what, String subject, Drawn drawn, Figures millis) {
        draft.add(what, subject, "time", "ms", millis);
        if (drawn.lines().size() <= MOST_COUNTED) {
            draft.add(what, subject, STRAIGHT, "", Figures.of(drawn.straightCrossings()));
            draft.add(what, subject, DRAWN, "", Figures.of(drawn.crossings()));
            draft.add(what, subject, "overlapping boxes", "", Figures.of(drawn.overlaps()));
        }
        draft.add(what, subject, "edge length", "px", Figures.of(drawn.length()));
        draft.add(what, subject, "area", "Mpx", Figures.of(drawn.area()));
    }

    private static Drawn drawn(Layout layout) {
        Map<String, Box> boxes = new HashMap<>();
        layout.boxes().forEach((id, box) -> boxes.put(name(id), box));
        List<Drawn.Line> lines = new ArrayList<>();
        layout.routes()
                .forEach((id, route) -> lines.add(new Drawn.Line(name(id.from()), name(id.to()), route.points())));
        return new Drawn(boxes, lines);
    }

    private static String name(NodeId id) {
        return id.of() + " " + id.id();
    }
}
