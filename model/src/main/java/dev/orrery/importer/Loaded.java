package dev.orrery.importer;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Environment;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was read: always a topology, if an empty one, and whatever there is to say about the text.
///
/// @param root nothing outside it was read but what the user named; locations are relative to it
/// @param problems in source order
/// @param sources in the order in which they count
/// @param readings what became of every file that was looked at, sorted by file
/// @param environments that a workspace names, in its order
/// @param inspections what files state about them
/// @param workspace the workspace in which edits are kept that no descriptor has a place for, without a text where
///     there is no such file yet; null where there is none to be
public record Loaded(
        Path root,
        Topology topology,
        List<Problem> problems,
        List<SourceFile> sources,
        List<FileReading> readings,
        List<Environment> environments,
        StatedInspections inspections,
        @Nullable SourceFile workspace) {
    public Loaded(
            Path root,
            Topology topology,
            List<Problem> problems,
            List<SourceFile> sources,
            List<FileReading> readings,
            List<Environment> environments) {
        this(root, topology, problems, sources, readings, environments, StatedInspections.NONE, null);
    }

    public Loaded {
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
        environments = List.copyOf(environments);
        readings = readings.stream().sorted().toList();
    }

    /// Where a file that was looked at lies on the disk.
    ///
    /// @param file as in a location or a reading
    public Optional<Path> path(String file) {
        return sources.stream()
                .filter(source -> source.text().file().equals(file))
                .map(SourceFile::path)
                .findFirst()
                .or(() -> readings.stream()
                        .filter(reading -> reading.file().equals(file))
                        .map(reading -> root.resolve(file))
                        .findFirst());
    }

    /// All files whose texts edits may change: the sources, and the workspace where it is none yet.
    public List<SourceFile> files() {
        boolean isSource = workspace == null
                || sources.stream()
                        .anyMatch(source ->
                                source.text().file().equals(workspace.text().file()));
        return isSource
                ? sources
                : Stream.concat(sources.stream(), Stream.of(workspace)).toList();
    }

    /// Whether a file is a workspace, so that what it says of a service is an overlay.
    public boolean isOverlay(String file) {
        return sources.stream()
                .anyMatch(source -> source.text().file().equals(file) && WorkspaceMerge.isWorkspace(source));
    }

    /// Where the workspaces of what was read lie, or would lie.
    public Set<Path> workspaces() {
        return WorkspaceStatements.places(sources).stream()
                .map(place -> root.resolve(place).normalize())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Where the baseline of what was read lies, or would lie: beside the first file that the user named, else in
    /// the root.
    public Path baseline() {
        return root.resolve(BaselineStatement.place(sources)).normalize();
    }

    /// The same with another topology, as where endpoints are moved to simulated ones.
    public Loaded withTopology(Topology other) {
        return new Loaded(root, other, problems, sources, readings, environments, inspections, workspace);
    }

    /// The same after an edit of what was read before: files that no edit looks at were passed over as before.
    public Loaded beside(Loaded before) {
        Map<String, FileReading> all = new TreeMap<>();
        before.readings.forEach(reading -> all.put(reading.file(), reading));
        readings.forEach(reading -> all.put(reading.file(), reading));
        return new Loaded(
                root, topology, problems, sources, List.copyOf(all.values()), environments, inspections, workspace);
    }

    /// The same as it is asked where the topology says, and nowhere else.
    public Loaded withoutEnvironments() {
        return new Loaded(root, topology, problems, sources, readings, List.of(), inspections, workspace);
    }

    /// The environment of a name.
    public Optional<Environment> environment(String name) {
        return environments.stream().filter(known -> known.name().equals(name)).findFirst();
    }
}
