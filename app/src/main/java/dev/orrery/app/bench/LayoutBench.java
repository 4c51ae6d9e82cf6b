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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How fast and how well topologies are laid out, beside Graphviz `dot` where that is installed.
public final class LayoutBench {
    private static final long SEED = 20_26;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// When only figures of a minute are wanted, no subject begins another run after this.
    private static final Duration QUICK_RUNS = Duration.ofSeconds(3);

    private final LayoutEngine engine;
    private final boolean quick;
    private final Report.Draft draft = new Report.Draft();

    private LayoutBench(LayoutEngine engine, boolean quick) {
        this.engine = engine;
        this.quick = quick;
    }

    /// @param samples real topologies to lay out beside the generated ones
    /// @param quick smaller graphs and fewer runs, within a minute
    public static Report run(LayoutEngine engine, List<Topology> samples, boolean quick)
            throws IOException, InterruptedException {
        LayoutBench bench = new LayoutBench(engine, quick);
        boolean dot = Graphviz.version().isPresent();
        if (!dot) {
            bench.draft.skip("dot", "Graphviz is not installed");
        }
        for (Topology topology : bench.subjects(samples)) {
            LayoutRequest request = Measures.request(topology, VisibleGraph.of(topology, Visibility.ALL), List.of());
            bench.own(topology.name(), request);
            if (dot) {
                bench.dot(topology.name(), request);
            }
        }
        return bench.draft.report("layout", SEED);
    }

    private List<Topology> subjects(List<Topology> samples) {
        List<Topology> subjects = new ArrayList<>(samples);
        for (int services : quick ? new int[] {50, 200} : new int[] {50, 100, 200, 500, 1000, 2000}) {
            subjects.add(Generated.topology(services, SEED));
        }
        return subjects;
    }

    private void own(String subject, LayoutRequest request) {
        Layout layout = engine.layout(request, Cancellation.NEVER);
        List<Double> millis = new ArrayList<>();
        long start = System.nanoTime();
        for (int run = 0; run < (quick ? 3 : 9) && (run == 0 || !quick || isEarly(start)); run++) {
            long begin = System.nanoTime();
            layout = engine.layout(request, Cancellation.NEVER);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        Drawn drawn = drawn(layout);
        measure(engine.id(), subject, drawn, new Figures(millis));
        draft.add(engine.id(), subject, "bends", "", Figures.of(drawn.bends()));
    }

    private void dot(String subject, LayoutRequest request) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        Drawn drawn = null;
        for (int run = 0; run < (quick ? 1 : 3); run++) {
            long begin = System.nanoTime();
            Optional<Drawn> finished = Graphviz.draw(request, quick ? Duration.ofSeconds(10) : PATIENCE);
            if (finished.isEmpty()) {
                draft.skip("dot on " + subject, "it failed or took too long");
                return;
            }
            millis.add((System.nanoTime() - begin) / 1e6);
            drawn = finished.get();
        }
        if (drawn != null) {
            measure("dot", subject, drawn, new Figures(millis));
        }
    }

    private void measure(String what, String subject, Drawn drawn, Figures millis) {
        draft.add(what, subject, "time", "ms", millis);
        draft.add(what, subject, "crossings centre to centre", "", Figures.of(drawn.straightCrossings()));
        draft.add(what, subject, "crossings as drawn", "", Figures.of(drawn.crossings()));
        draft.add(what, subject, "edge length", "px", Figures.of(drawn.length()));
        draft.add(what, subject, "overlapping boxes", "", Figures.of(drawn.overlaps()));
    }

    private static boolean isEarly(long start) {
        return System.nanoTime() - start < QUICK_RUNS.toNanos();
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
