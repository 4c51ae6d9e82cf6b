package dev.orrery.app.cli;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Palette;
import dev.orrery.export.SvgExporter;
import dev.orrery.graph.Communities;
import dev.orrery.graph.FirstSight;
import dev.orrery.graph.Folding;
import dev.orrery.graph.Visibility;
import dev.orrery.guide.Guide;
import dev.orrery.guide.NamedView;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.importer.Loaded;
import dev.orrery.inspection.Inspections;
import dev.orrery.probe.Trust;
import dev.orrery.probe.prometheus.ObservedCalls;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the picture to a file.
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.render}")
final class RenderCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Reading reading = new Reading();

    @Mixin
    private final Leave leave = new Leave();

    @Mixin
    private final Looking looking = new Looking();

    @Mixin
    private final Guided guided = new Guided();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "${bundle:cli.render.output}")
    private Path file = Path.of("");

    @Option(names = "--probe", description = "${bundle:cli.render.probe}")
    private boolean probe;

    @Option(
            names = "--theme",
            paramLabel = "light|dark",
            defaultValue = "light",
            description = "${bundle:cli.render.theme}")
    private Palette theme = Palette.LIGHT;

    @Option(names = "--scale", paramLabel = "NUMBER", defaultValue = "2", description = "${bundle:cli.render.scale}")
    private double scale = 2;

    @Option(names = "--collapse", paramLabel = "BOUNDARY", description = "${bundle:cli.render.collapse}")
    private List<String> collapsed = List.of();

    @Option(names = "--expand-all", description = "${bundle:cli.render.expand-all}")
    private boolean expandAll;

    @Option(
            names = "--hubs",
            paramLabel = "automatic|folded|drawn",
            defaultValue = "automatic",
            description = "${bundle:cli.render.hubs}")
    private Folding hubs = Folding.AUTOMATIC;

    @Option(names = "--findings", description = "${bundle:cli.render.findings}")
    private boolean findings;

    RenderCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean svg = hasEnding(".svg");
        if (!svg && !hasEnding(".png")) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.render.ending", file.toString()));
        }
        if (!(scale > 0 && scale <= 8)) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.render.scale-range"));
        }
        looking.check();
        if (guided.isGiven() && (looking.isGiven() || expandAll || !collapsed.isEmpty())) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.guided.alone"));
        }
        Guide guide = Guided.guide(reading.paths());
        NamedView view = guided.isGiven() ? guided.view(guide) : null;
        Loaded loaded = reading.load();
        Topology topology = loaded.topology();
        Communities communities = Communities.of(topology);
        Topology pictured = communities.in(topology);
        for (String boundary : collapsed) {
            if (pictured.boundary(boundary).isEmpty()) {
                throw new Refusal(Exit.USAGE, Messages.of("cli.render.no-boundary", boundary));
            }
        }
        HealthBoard board = HealthBoard.of(topology);
        Topology drawn = pictured;
        if (probe) {
            Trust trust = leave.trust(loaded.topology(), reading.remembered(loaded, surroundings), surroundings.err());
            board = leave.ask(topology, trust, surroundings);
            ObservedCalls.Seen seen = leave.observed(topology, trust, surroundings);
            seen.silent().forEach(surroundings.err()::println);
            drawn = communities.in(topology.observing(seen.calls()));
        }
        Attention attention = probe ? reading.attention(surroundings) : Attention.NONE;
        Instant now = surroundings.clock().instant();
        Drawing drawing = Drawing.of(drawn, visibility(pictured, view), hubs);
        Diagram looked = view == null
                ? drawing.through(looking, board, attention, now, surroundings.err())
                : drawing.through(view, board, attention, now);
        Diagram marked = findings
                ? drawing.marked(
                        looked,
                        Inspections.inspect(topology, loaded.inspections()).findings())
                : looked;
        Diagram diagram = reading.captioned(marked.withNotes(guide.notes()), loaded);
        Lens lens = view == null ? looking.lens() : view.lens();
        if (lens != Lens.HEALTH) {
            diagram = diagram.withLegend();
        }
        if (svg) {
            Files.writeString(file, SvgExporter.export(diagram, theme));
        } else {
            pixels(diagram);
        }
        Reading.tellErrors(loaded.problems(), surroundings.err());
        return Reading.exitCode(loaded.problems());
    }

    /// What the window shows first, unless something else is wanted.
    private Visibility visibility(Topology pictured, @Nullable NamedView view) {
        if (view != null && view.collapsed() != null) {
            return view.collapsed();
        }
        return expandAll || !collapsed.isEmpty() ? new Visibility(Set.copyOf(collapsed)) : FirstSight.of(pictured);
    }

    private void pixels(Diagram diagram) throws IOException {
        try {
            surroundings.pictures().write(diagram, theme, scale, file);
        } catch (PictureWriter.Refused refused) {
            throw new Refusal(Exit.OWN_FAULT, String.valueOf(refused.getMessage()));
        }
    }

    private boolean hasEnding(String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
