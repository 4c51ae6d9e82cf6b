package dev.orrery.app.cli;

import dev.orrery.app.bench.EditsBench;
import dev.orrery.app.bench.FramesBench;
import dev.orrery.app.bench.HistoryBench;
import dev.orrery.app.bench.ImportBench;
import dev.orrery.app.bench.LayoutBench;
import dev.orrery.app.bench.OpenBench;
import dev.orrery.app.bench.ProbeBench;
import dev.orrery.app.bench.Report;
import dev.orrery.app.bench.SoakBench;
import dev.orrery.app.bench.StartBench;
import dev.orrery.app.sample.Sample;
import dev.orrery.app.sample.Samples;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.elk.PlainElkEngine;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Figures of our own speed.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.bench}")
final class BenchCommand implements Callable<Integer> {
    private static final Duration QUICK_SOAK = Duration.ofSeconds(36);

    /// What can be measured.
    enum Name {
        START,
        OPEN,
        LAYOUT,
        FRAMES,
        IMPORT,
        EDITS,
        HISTORY,
        PROBE,
        SOAK;

        /// The word on the command line.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Surroundings surroundings;

    @Mixin
    private final Output output = new Output();

    @Parameters(
            index = "0",
            arity = "1",
            paramLabel = "start|open|layout|frames|import|edits|history|probe|soak",
            description = "${bundle:cli.bench.name}")
    private Name name = Name.LAYOUT;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "PATH", description = "${bundle:cli.bench.paths}")
    private List<Path> paths = List.of();

    @Option(names = "--quick", description = "${bundle:cli.bench.quick}")
    private boolean quick;

    @Option(names = "--minutes", paramLabel = "N", description = "${bundle:cli.bench.minutes}")
    private int minutes = 10;

    @Option(names = "--endpoints", paramLabel = "N", description = "${bundle:cli.bench.endpoints}")
    private int endpoints = 4_000;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = switch (name) {
            case START -> StartBench.run("dev.orrery.app.Main", first(), surroundings.hasDisplay(), quick);
            case OPEN -> OpenBench.run("dev.orrery.app.Main", surroundings.hasDisplay(), quick);
            case LAYOUT -> LayoutBench.run(new LayeredEngine(), new PlainElkEngine(), samples(), paths, quick);
            case FRAMES -> FramesBench.run(quick);
            case IMPORT -> ImportBench.run(paths, quick);
            case EDITS -> EditsBench.run(samplePaths(), paths, quick);
            case HISTORY -> HistoryBench.run(quick);
            case PROBE -> ProbeBench.run(quick);
            case SOAK -> SoakBench.run(endpoints, quick ? QUICK_SOAK : Duration.ofMinutes(minutes), quick);
        };
        output.answer(surroundings.out(), report::json, () -> text(report));
        return Exit.FINE;
    }

    private Path first() throws IOException {
        return surroundings
                .samples()
                .path(surroundings.samples().find(Samples.FIRST).orElseThrow());
    }

    private List<Path> samplePaths() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Sample sample : surroundings.samples().all()) {
            if (!sample.generated()) {
                files.add(surroundings.samples().path(sample));
            }
        }
        return files;
    }

    private List<Topology> samples() throws IOException {
        List<Topology> topologies = new ArrayList<>();
        for (Sample sample : surroundings.samples().all()) {
            if (sample.generated()) {
                continue;
            }
            Topology read = TopologyLoader.standard()
                    .load(List.of(surroundings.samples().path(sample)))
                    .topology();
            topologies.add(new Topology(sample.id(), read.services(), read.dependencies(), read.boundaries()));
        }
        return topologies;
    }

    private static String text(Report report) {
        Table table = new Table(
                Messages.of("cli.column.subject"),
                Messages.of("cli.column.metric"),
                Messages.of("cli.column.case"),
                Messages.of("cli.column.median"),
                Messages.of("cli.column.p99"),
                Messages.of("cli.column.unit"),
                Messages.of("cli.column.runs"));
        for (Report.Result result : report.results()) {
            table.row(
                    result.subject(),
                    result.metric(),
                    result.what(),
                    figure(result.median()),
                    figure(result.p99()),
                    result.unit(),
                    Integer.toString(result.runs()));
        }
        StringBuilder text = new StringBuilder(table.toString());
        report.skipped()
                .forEach(skipped -> text.append('\n')
                        .append(Messages.of("cli.bench.skipped", skipped.subject(), skipped.reason())));
        return text.toString();
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
