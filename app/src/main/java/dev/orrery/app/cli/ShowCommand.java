package dev.orrery.app.cli;

import dev.orrery.export.ReadingJson;
import dev.orrery.export.TopologyJson;
import dev.orrery.importer.Loaded;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints the topology as it was read.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.show}")
final class ShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Reading reading = new Reading();

    @Mixin
    private final Output output = new Output();

    ShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Loaded loaded = reading.load();
        output.answer(
                surroundings.out(),
                () -> ReadingJson.with(
                        reading.inEnvironment(TopologyJson.of(loaded.topology(), loaded.problems()), loaded),
                        loaded.readings()),
                () -> TopologyText.of(loaded.topology()));
        if (!output.isJson()) {
            loaded.problems().forEach(problem -> surroundings.err().println(ProblemText.line(problem)));
        }
        return Reading.exitCode(loaded.problems());
    }
}
