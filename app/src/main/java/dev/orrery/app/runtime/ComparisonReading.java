package dev.orrery.app.runtime;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Severity;
import dev.orrery.revision.Revision;
import dev.orrery.revision.RevisionReading;
import dev.orrery.revision.Revisions;
import dev.orrery.scenario.Scenario;
import dev.orrery.session.Action;
import dev.orrery.session.Against;
import dev.orrery.session.Compared;
import dev.orrery.session.Effect;
import dev.orrery.session.Opened;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Topology;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what the present is to be compared with, and compares.
public final class ComparisonReading {
    private static final TopologyLoader LOADER = TopologyLoader.standard();
    private static final int LONGEST = 60;

    private ComparisonReading() {}

    /// @param isDemonstrated whether what is open is asked elsewhere than its files say
    public static Action.Result answer(Effect.Compare effect, boolean isDemonstrated) {
        return switch (effect.against()) {
            case Against.Paths(List<Path> paths) -> paths(effect, paths, isDemonstrated);
            case Against.AtRevision(String revision) -> revision(effect, revision, isDemonstrated);
            case Against.OfScenario(String name) -> scenario(effect, name, effect.scenario());
        };
    }

    private static Action.Result paths(Effect.Compare effect, List<Path> paths, boolean isDemonstrated) {
        for (Path path : paths) {
            if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
                return failed(effect, "compare.missing", path.toString());
            }
        }
        Loaded other = LOADER.load(paths);
        String named = names(paths);
        if (isNothing(other)) {
            List<String> unread = unread(other);
            return unread.isEmpty()
                    ? failed(effect, "compare.nothing", named)
                    : failed(effect, "compare.broken", named, unread.getFirst());
        }
        return made(
                effect,
                present(effect.home(), isDemonstrated),
                other,
                named,
                names(effect.home().paths()));
    }

    private static Action.Result revision(Effect.Compare effect, String revision, boolean isDemonstrated) {
        List<Path> paths = effect.home().paths();
        return switch (Revisions.read(paths, revision)) {
            case RevisionReading.Refused refused ->
                new Action.CompareFailed(effect.generation(), Messages.of("compare.refused", refused.message()));
            case RevisionReading.Read(Revision at, Loaded other) -> {
                if (isNothing(other)) {
                    List<String> unread = unread(other);
                    yield unread.isEmpty()
                            ? failed(effect, "compare.not-there", names(paths), at.shortId())
                            : failed(effect, "compare.broken", at.shortId(), unread.getFirst());
                }
                String subject = Untrusted.oneLine(at.subject(), LONGEST);
                String name = subject.isEmpty() ? at.shortId() : Messages.of("compare.revision", at.shortId(), subject);
                yield new Made(
                                effect,
                                present(effect.home(), isDemonstrated),
                                now(),
                                other.topology(),
                                name,
                                unread(other))
                        .action();
            }
        };
    }

    private static Action.Result scenario(Effect.Compare effect, String name, @Nullable Scenario scenario) {
        if (scenario == null) {
            return failed(effect, "compare.nothing", name);
        }
        Topology present = effect.home().topology();
        return switch (scenario.on(present)) {
            case Scenario.Tried.Refused refused ->
                failed(effect, "compare.scenario", name, refused.refusal().message());
            case Scenario.Tried.Shown shown ->
                new Made(effect, present, now(), shown.outcome().after(), Untrusted.oneLine(name, LONGEST), List.of())
                        .action();
        };
    }

    private static Action.Result made(
            Effect.Compare effect, Topology present, Loaded other, String otherFile, String presentFile) {
        String mine = name(present, presentFile);
        String theirs = name(other.topology(), otherFile);
        boolean alike = mine.equals(theirs);
        return new Made(
                        effect,
                        present,
                        alike ? Messages.of("compare.of-file", mine, presentFile) : mine,
                        other.topology(),
                        alike ? Messages.of("compare.of-file", theirs, otherFile) : theirs,
                        unread(other))
                .action();
    }

    /// Both, ready to be compared.
    private record Made(
            Effect.Compare effect,
            Topology present,
            String presentName,
            Topology other,
            String otherName,
            List<String> unread) {
        Action.Result action() {
            Compared compared =
                    Compared.of(effect.against(), effect.isEarlier(), present, presentName, other, otherName, unread);
            return new Action.ComparisonMade(
                    effect.generation(),
                    compared,
                    effect.home().imagining(compared.union().topology(), false));
        }
    }

    /// What the files say, with their own addresses.
    private static Topology present(Opened home, boolean isDemonstrated) {
        Loaded loaded = home.loaded();
        return isDemonstrated ? LOADER.read(loaded.root(), loaded.sources()).topology() : loaded.topology();
    }

    private static boolean isNothing(Loaded loaded) {
        return loaded.topology().services().isEmpty();
    }

    private static List<String> unread(Loaded loaded) {
        return loaded.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> Messages.of("compare.problem", problem.source().toString(), problem.message()))
                .toList();
    }

    private static String name(Topology topology, String otherwise) {
        return topology.name().isBlank() ? otherwise : Untrusted.oneLine(topology.name(), LONGEST);
    }

    private static String names(List<Path> paths) {
        return Untrusted.oneLine(
                String.join(
                        ", ",
                        paths.stream()
                                .map(path -> String.valueOf(path.getFileName()))
                                .toList()),
                LONGEST);
    }

    private static String now() {
        return Messages.of("compare.now");
    }

    private static Action.Result failed(Effect.Compare effect, String key, String... arguments) {
        return new Action.CompareFailed(effect.generation(), Messages.of(key, List.of(arguments)));
    }
}
