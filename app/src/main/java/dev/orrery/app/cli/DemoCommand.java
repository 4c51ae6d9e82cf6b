package dev.orrery.app.cli;

import dev.orrery.app.sample.Sample;
import dev.orrery.app.sample.Samples;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.json.Json;
import dev.orrery.probe.Origin;
import dev.orrery.simulation.Fleet;
import dev.orrery.simulation.Story;
import dev.orrery.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A bundled sample against its simulated fleet, with a short story: in the window, or told in text where there is
/// none.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.demo}")
final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Output output = new Output();

    @Parameters(
            arity = "0..1",
            paramLabel = "SAMPLE",
            defaultValue = Samples.FIRST,
            description = "${bundle:cli.demo.sample}")
    private String id = Samples.FIRST;

    @Option(names = "--list", description = "${bundle:cli.demo.list}")
    private boolean list;

    @Option(names = "--headless", description = "${bundle:cli.demo.headless}")
    private boolean headless;

    @Option(names = "--out", paramLabel = "FOLDER", description = "${bundle:cli.demo.out}")
    private @Nullable Path folder;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (list) {
            output.answer(surroundings.out(), this::listed, this::listedText);
            return Exit.FINE;
        }
        Sample sample = surroundings
                .samples()
                .find(id)
                .orElseThrow(() -> new Refusal(Exit.USAGE, Messages.of("cli.demo.no-sample", id)));
        Path file = surroundings.samples().path(sample);
        Loaded loaded = TopologyLoader.standard().load(List.of(file));
        boolean told = headless || !surroundings.hasDisplay();
        return told ? new ToldDemo(surroundings, output, loaded.topology(), folder).play() : inWindow(file, loaded);
    }

    private int inWindow(Path file, Loaded loaded) throws IOException {
        try (Fleet fleet = Fleet.start(loaded.topology(), Fleet.Ports.FREE, Story.HOP, surroundings.clock())) {
            Thread teller = Thread.ofVirtual()
                    .name("orrery-story")
                    .unstarted(() -> Story.of(loaded.topology()).ifPresent(story -> tell(story, fleet)));
            teller.start();
            try {
                return surroundings
                        .window()
                        .open(new Demonstration(
                                file,
                                topology -> fleet.redirect(topology, Story.INTERVAL),
                                Origin.of(fleet.topology()),
                                Story.INTERVAL));
            } finally {
                teller.interrupt();
            }
        }
    }

    private void tell(Story story, Fleet fleet) {
        try {
            long begin = System.nanoTime();
            for (Story.Step step : story.steps()) {
                long wait = step.at().toNanos() - (System.nanoTime() - begin);
                Thread.sleep(Duration.ofNanos(Math.max(0, wait)));
                story.perform(step, fleet);
                surroundings.err().println(step.caption());
                surroundings.err().flush();
            }
        } catch (InterruptedException _) {
            // The window was closed before the end of the story.
        } catch (IOException e) {
            String kept = surroundings.failureLog().apply(e);
            surroundings.err().println(Messages.of("cli.demo.broke-off", kept));
            surroundings.err().flush();
        }
    }

    private Json listed() {
        return Json.array(surroundings.samples().all().stream()
                .map(sample -> Json.object(
                        Json.member("id", sample.id()),
                        Json.member("title", sample.title()),
                        Json.member("summary", sample.summary()),
                        Json.member("style", sample.style())))
                .toList());
    }

    private String listedText() {
        Table table = new Table(Messages.of("cli.column.sample"), Messages.of("cli.column.title"), "");
        surroundings.samples().all().forEach(sample -> table.row(sample.id(), sample.title(), sample.summary()));
        return table.toString();
    }
}
