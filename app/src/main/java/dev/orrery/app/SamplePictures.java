package dev.orrery.app;

import dev.orrery.app.sample.Sample;
import dev.orrery.app.sample.Samples;
import dev.orrery.app.shell.Welcome;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.Measures;
import dev.orrery.graph.Communities;
import dev.orrery.graph.FirstSight;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.health.HealthBoard;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The samples for the welcome page, each with a small picture of itself that is made when it is first wanted.
final class SamplePictures {
    private static final System.Logger LOG = System.getLogger(SamplePictures.class.getName());

    private final Samples samples;
    private final LayoutEngine engine;
    private final Executor background;
    private final Executor fx;

    SamplePictures(Samples samples, LayoutEngine engine, Executor background, Executor fx) {
        this.samples = samples;
        this.engine = engine;
        this.background = background;
        this.fx = fx;
    }

    List<Welcome> all() {
        List<Welcome> all = new ArrayList<>();
        for (Sample sample : samples.all()) {
            try {
                Path file = sample.generated() ? samples.place(sample) : samples.path(sample);
                all.add(new Welcome(sample.id(), sample.title(), sample.summary(), file, to -> draw(sample, file, to)));
            } catch (IOException failure) {
                LOG.log(System.Logger.Level.WARNING, "sample " + sample.id() + " cannot be opened", failure);
            }
        }
        return all;
    }

    private void draw(Sample sample, Path file, Consumer<Diagram> to) {
        background.execute(() -> {
            Topology topology = topology(sample, file);
            Topology pictured = Communities.of(topology).in(topology);
            VisibleGraph graph = VisibleGraph.of(pictured, FirstSight.of(pictured));
            Diagram diagram = DiagramBuilder.build(
                    pictured,
                    graph,
                    engine.layout(Measures.request(pictured, graph, List.of()), Cancellation.NEVER),
                    HealthBoard.of(topology),
                    Highlight.NONE,
                    Set.of(),
                    Instant.EPOCH);
            fx.execute(() -> to.accept(diagram));
        });
    }

    /// A generated one needs not be read for its picture; its file is made meanwhile, so that it can be opened.
    private Topology topology(Sample sample, Path file) {
        if (!sample.generated()) {
            return TopologyLoader.standard().load(List.of(file)).topology();
        }
        try {
            samples.path(sample);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "sample " + sample.id() + " cannot be made", failure);
        }
        return Samples.generated(sample);
    }
}
