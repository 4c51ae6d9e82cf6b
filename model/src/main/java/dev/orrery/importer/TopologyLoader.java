package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.TopologyResolver;
import dev.orrery.importer.compose.ComposeImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads descriptors of all known formats into one topology.
///
/// No packet is sent and no environment variable is read; nothing outside the root is opened but what the user named.
/// Neither method throws for any content or any path: what goes wrong is among the problems.
public final class TopologyLoader {
    /// More would help nobody; the worst ones are at hand long before.
    private static final int MOST_PROBLEMS = 1_000;

    private final List<TopologyImporter> importers;

    TopologyLoader(List<TopologyImporter> importers) {
        this.importers = List.copyOf(importers);
    }

    /// With every format that Orrery reads.
    public static TopologyLoader standard() {
        return new TopologyLoader(List.of(new NativeImporter(), new ComposeImporter()));
    }

    /// Reads files and folders from the disk.
    public Loaded load(List<Path> paths) {
        Opened opened = Opened.of(paths);
        List<ParsedSource> parsed = new ArrayList<>();
        opened.files().forEach(file -> parsed.add(ParsedSource.of(file, importers)));
        List<SourceFile> sides = parsed.stream()
                .flatMap(source -> source.sideFiles().stream())
                .distinct()
                .sorted()
                .flatMap(side -> opened.side(side).stream())
                .toList();
        List<SourceFile> sources = Stream.concat(
                        parsed.stream().filter(ParsedSource::isKept).map(ParsedSource::file), sides.stream())
                .toList();
        List<Problem> problems = new ArrayList<>(opened.problems());
        if (sources.isEmpty() && problems.isEmpty()) {
            problems.add(FileProblems.nothingFound(Root.relative(opened.root(), opened.root())));
        }
        return read(opened.root(), sources, parsed, problems);
    }

    /// Reads texts that are already at hand, as after an edit; touches no disk.
    ///
    /// @param root as [#load] gave it
    /// @param sources as [#load] gave them, perhaps with other contents
    public Loaded read(Path root, List<SourceFile> sources) {
        List<ParsedSource> parsed = sources.stream()
                .filter(source -> source.role() != SourceFile.Role.SIDE)
                .map(source -> ParsedSource.of(source, importers))
                .toList();
        return read(root, sources, parsed, List.of());
    }

    private static Loaded read(Path root, List<SourceFile> sources, List<ParsedSource> parsed, List<Problem> known) {
        List<Problem> problems = new ArrayList<>(known);
        sources.forEach(source -> problems.addAll(source.problems()));
        List<Draft> drafts = parsed.stream()
                .flatMap(source -> source.drafts(sources, problems::add).stream())
                .toList();
        Topology topology = TopologyResolver.resolve(name(root, sources, drafts), drafts, problems::add);
        return new Loaded(root, topology, bounded(problems), sources);
    }

    /// The name on which all sources agree; else that of the folder that holds them.
    private static String name(Path root, List<SourceFile> sources, List<Draft> drafts) {
        String first = drafts.isEmpty() ? null : drafts.getFirst().name();
        if (first != null && drafts.stream().map(Draft::name).allMatch(first::equals)) {
            return first;
        }
        Path own = sources.isEmpty() ? null : sources.getFirst().path().getParent();
        boolean isOnlyOne = own != null
                && sources.stream().map(source -> source.path().getParent()).allMatch(own::equals);
        Path folder = own != null && isOnlyOne ? own : root;
        return String.valueOf(folder.getFileName() == null ? folder : folder.getFileName());
    }

    private static List<Problem> bounded(List<Problem> problems) {
        List<Problem> sorted = problems.stream().distinct().sorted().collect(Collectors.toList());
        if (sorted.size() <= MOST_PROBLEMS) {
            return sorted;
        }
        SourceLocation last = sorted.get(MOST_PROBLEMS).source();
        int more = sorted.size() - MOST_PROBLEMS;
        sorted.subList(MOST_PROBLEMS, sorted.size()).clear();
        sorted.add(Problem.info("more-problems", last, String.valueOf(more)));
        return sorted;
    }
}
