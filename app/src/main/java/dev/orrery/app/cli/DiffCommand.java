package dev.orrery.app.cli;

import dev.orrery.comparison.Comparison;
import dev.orrery.comparison.Union;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.export.ComparisonJson;
import dev.orrery.export.SvgExporter;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Severity;
import dev.orrery.revision.Revision;
import dev.orrery.revision.RevisionReading;
import dev.orrery.revision.Revisions;
import dev.orrery.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what changed from one topology to another. As `diff` does, it exits 0 where nothing did, 1 where
/// something did, and 2 where that could not be found out.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.diff}")
final class DiffCommand implements Callable<Integer> {
    /// Pixels for one of the picture.
    private static final double SCALE = 2;

    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.diff.paths}")
    private List<Path> paths = List.of();

    @Option(names = "--rev", paramLabel = "REV[..REV]", description = "${bundle:cli.diff.rev}")
    private @Nullable String revisions;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "${bundle:cli.diff.output}")
    private @Nullable Path file;

    @Option(
            names = "--theme",
            paramLabel = "light|dark",
            defaultValue = "light",
            description = "${bundle:cli.render.theme}")
    private Palette theme = Palette.LIGHT;

    @Mixin
    private final Output output = new Output();

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (file != null && !hasEnding(file, ".svg") && !hasEnding(file, ".png")) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.render.ending", file.toString()));
        }
        Compared compared = compared();
        Loaded before = compared.before();
        Loaded after = compared.after();
        Comparison comparison = Comparison.of(before.topology(), after.topology());
        output.answer(surroundings.out(), () -> ComparisonJson.of(comparison), () -> ComparisonText.of(comparison));
        if (file != null) {
            draw(comparison, file);
        }
        // What could not be read may be different.
        long unread = Stream.of(before, after).filter(this::tellErrors).count();
        return comparison.isEqual() && unread == 0 ? Exit.FINE : Exit.PROBLEMS;
    }

    private void draw(Comparison comparison, Path to) throws IOException {
        Diagram diagram = Drawing.of(Union.of(comparison), surroundings.clock().instant());
        if (hasEnding(to, ".svg")) {
            Files.writeString(to, SvgExporter.export(diagram, theme));
            return;
        }
        try {
            surroundings.pictures().write(diagram, theme, SCALE, to);
        } catch (PictureWriter.Refused refused) {
            throw new Refusal(Exit.OWN_FAULT, String.valueOf(refused.getMessage()));
        }
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /// What was and what is.
    private record Compared(Loaded before, Loaded after) {}

    private Compared compared() {
        if (revisions == null) {
            if (paths.size() != 2) {
                throw new Refusal(Exit.USAGE, Messages.of("cli.diff.two"));
            }
            return new Compared(present(List.of(paths.get(0))), present(List.of(paths.get(1))));
        }
        String[] ends = revisions.split("\\.\\.", -1);
        if (ends.length > 2 || Stream.of(ends).anyMatch(end -> end.isBlank() || end.startsWith("."))) {
            throw new Refusal(Exit.USAGE, Messages.of("cli.diff.rev.form", revisions));
        }
        Loaded before = at(ends[0]);
        return new Compared(before, ends.length == 2 ? at(ends[1]) : present(paths));
    }

    private Loaded at(String revision) {
        return switch (Revisions.read(paths, revision)) {
            case RevisionReading.Read(Revision _, Loaded loaded) -> loaded;
            case RevisionReading.Refused refused -> throw new Refusal(Exit.USAGE, refused.message());
        };
    }

    private static Loaded present(List<Path> paths) {
        for (Path path : paths) {
            if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refusal(Exit.USAGE, Messages.of("cli.diff.missing", path.toString()));
            }
        }
        return TopologyLoader.standard().load(paths);
    }

    private boolean tellErrors(Loaded loaded) {
        Reading.tellErrors(loaded.problems(), surroundings.err());
        return loaded.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
