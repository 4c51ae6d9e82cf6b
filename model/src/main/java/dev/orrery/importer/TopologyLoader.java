package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Overlaid;
import dev.orrery.descriptor.Overlay;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.TopologyResolver;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads descriptors of all known formats into one topology.
///
/// No packet is sent and no environment variable is read; nothing outside the root is opened but what the user named.
/// No method throws for any content or any path: what goes wrong is among the problems.
public final class TopologyLoader {
    /// More would help nobody; the worst ones are at hand long before.
    private static final int MOST_PROBLEMS = 1_000;

    private final List<TopologyImporter> importers;

    TopologyLoader(List<TopologyImporter> importers) {
        this.importers = List.copyOf(importers);
    }

    /// With every format that Orrery reads.
    public static TopologyLoader standard() {
        return new TopologyLoader(Formats.ALL);
    }

    /// Reads files and folders from the disk.
    public Loaded load(List<Path> paths) {
        return load(Opened.of(paths));
    }

    /// Reads files that are kept elsewhere, by the same rules as if they were on the disk.
    public Loaded load(StoredFiles store) {
        return load(new OpenedStore(store));
    }

    private Loaded load(OpenedFiles opened) {
        // Each file by itself, on all processors; the order stays.
        List<RecognisedSource> recognised = opened.files().parallelStream()
                .flatMap(candidate -> opened.read(candidate).stream())
                .map(file -> RecognisedSource.of(file, importers).withoutForeignText())
                .toList();
        List<Problem> problems = new ArrayList<>(opened.problems());
        boolean isNothing = recognised.stream().noneMatch(RecognisedSource::isKept);
        if (isNothing && problems.isEmpty()) {
            problems.add(FileProblems.nothingFound(Root.relative(opened.root(), opened.root())));
        }
        return read(
                opened.root(),
                recognised,
                new KnownFiles(kept(recognised), opened::side, opened::below),
                problems,
                opened.passedOver());
    }

    /// Reads texts that are already at hand, as after an edit; touches no disk.
    ///
    /// @param root as [#load] gave it
    /// @param sources as [#load] gave them, perhaps with other contents
    public Loaded read(Path root, List<SourceFile> sources) {
        List<SourceFile> opened = sources.stream()
                .filter(source -> source.role() != SourceFile.Role.SIDE)
                .toList();
        List<RecognisedSource> recognised = opened.stream()
                .map(file -> RecognisedSource.of(file, importers))
                .toList();
        return read(
                root, recognised, new KnownFiles(sources, _ -> Optional.empty(), _ -> List.of()), List.of(), List.of());
    }

    private static List<SourceFile> kept(List<RecognisedSource> recognised) {
        return recognised.stream()
                .filter(RecognisedSource::isKept)
                .map(RecognisedSource::file)
                .toList();
    }

    private Loaded read(
            Path root,
            List<RecognisedSource> recognised,
            KnownFiles files,
            List<Problem> known,
            List<FileReading> passedOver) {
        List<RecognisedSource> kept =
                recognised.stream().filter(RecognisedSource::isKept).toList();
        List<Problem> problems = new ArrayList<>(known);
        List<Draft> drafts = new ArrayList<>();
        for (TopologyImporter importer : importers) {
            List<Document> documents = documents(kept, importer);
            if (!documents.isEmpty()) {
                drafts.addAll(importer.read(documents, files, problems::add));
            }
        }
        List<SourceFile> sources = new ArrayList<>();
        kept.forEach(source -> sources.add(source.file()));
        SourceFile workspace = workspace(root, sources, files);
        drafts.sort(Comparator.comparingInt(new OrderOfNaming(sources)::place));
        WorkspaceStatements stated = WorkspaceStatements.read(sources, files, problems::add);
        sources.addAll(files.used());
        sources.forEach(source -> problems.addAll(source.problems()));
        // Problems of aliases and merge keys came up while the importers looked at the values.
        kept.forEach(source -> problems.addAll(source.problems()));
        Topology topology =
                TopologyResolver.resolve(name(root, sources, drafts), drafts, stated.aliases(), problems::add);
        for (Overlay overlay : stated.overlays()) {
            topology = Overlaid.of(topology, overlay, problems::add);
        }
        boolean isSilent = topology.services().isEmpty() && problems.isEmpty() && !sources.isEmpty();
        if (isSilent) {
            problems.add(FileProblems.nothingSaid(sources.getFirst()));
        }
        return new Loaded(
                root,
                topology,
                bounded(problems),
                sources,
                readings(recognised, files, passedOver),
                stated.environments(),
                stated.inspections()
                        .withRules(Stream.concat(
                                        drafts.stream().flatMap(draft -> draft.rules().stream()),
                                        stated.inspections().rules().stream())
                                .toList()),
                workspace);
    }

    /// The workspace in which edits may be kept, whatever it says; without a text where there is no such file.
    private static SourceFile workspace(Path root, List<SourceFile> sources, KnownFiles files) {
        String place = WorkspaceStatements.home(sources);
        SourceText text = new SourceText(place, "");
        List<Problem> problems = List.of();
        switch (files.read("", place)) {
            case SideFile.Found found -> text = found.text();
            case SideFile.Refused refused -> problems = List.of(refused.why());
            case SideFile.Missing _, SideFile.Outside _ -> {}
        }
        return new SourceFile(root.resolve(place).normalize(), SourceFile.Role.SIDE, text, problems);
    }

    /// A file of which an importer took values, and which is no descriptor by itself, was not passed over.
    private static List<FileReading> readings(
            List<RecognisedSource> recognised, KnownFiles files, List<FileReading> passedOver) {
        Map<String, FileReading> readings = new TreeMap<>();
        files.used().stream()
                .map(file -> file.text().file())
                .forEach(file -> readings.put(file, FileReading.beside(file)));
        Stream.concat(passedOver.stream(), recognised.stream().map(RecognisedSource::reading))
                .forEach(reading ->
                        readings.merge(reading.file(), reading, (known, other) -> other.isRead() ? other : known));
        return List.copyOf(readings.values());
    }

    private static List<Document> documents(List<RecognisedSource> sources, TopologyImporter importer) {
        return sources.stream()
                .sorted(Comparator.comparing(source -> source.file().role()))
                .flatMap(source -> source.documents().stream())
                .filter(recognised -> recognised.importer().equals(importer))
                .map(RecognisedSource.Recognised::document)
                .toList();
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
