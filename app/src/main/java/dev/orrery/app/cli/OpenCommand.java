package dev.orrery.app.cli;

import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Opens the window; also what is done without a command.
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.open}")
final class OpenCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "${bundle:cli.paths}")
    private List<Path> paths = List.of();

    OpenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!surroundings.hasDisplay()) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.no-display"));
        }
        return surroundings.window().open(paths);
    }
}
