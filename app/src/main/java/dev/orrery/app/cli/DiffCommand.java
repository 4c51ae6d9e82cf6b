package dev.orrery.app.cli;

import dev.orrery.comparison.Comparison;
import dev.orrery.export.ComparisonJson;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Tells what changed from one topology to another. As `diff` does, it exits 0 where nothing did, 1 where
/// something did, and 2 where that could not be found out.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.diff}")
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.diff.paths}")
    private List<Path> paths = List.of();

    @Mixin
    private final Output output = new Output();

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (paths.size() != 2) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.diff.two"));
        }
        Loaded before = load(paths.get(0));
        Loaded after = load(paths.get(1));
        Comparison comparison = Comparison.of(before.topology(), after.topology());
        output.answer(surroundings.out(), () -> ComparisonJson.of(comparison), () -> ComparisonText.of(comparison));
        // What could not be read may be different.
        long unread = Stream.of(before, after).filter(this::tellErrors).count();
        return comparison.isEqual() && unread == 0 ? Exit.FINE : Exit.PROBLEMS;
    }

    private static Loaded load(Path path) {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.diff.missing", path.toString()));
        }
        return TopologyLoader.standard().load(List.of(path));
    }

    private boolean tellErrors(Loaded loaded) {
        Reading.tellErrors(loaded.problems(), surroundings.err());
        return loaded.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
