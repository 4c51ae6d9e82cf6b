package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Texts that are read as though they were files, and what came of them in a line each.
public final class Texts {
    private static final Path ROOT = Path.of("folder").toAbsolutePath();

    private final List<SourceFile> files = new ArrayList<>();

    /// What the user named.
    public static Texts named(String file, String content) {
        return new Texts().with(file, SourceFile.Role.NAMED, content);
    }

    /// What was found in a folder.
    public static Texts found(String file, String content) {
        return new Texts().with(file, SourceFile.Role.FOUND, content);
    }

    public Texts with(String file, SourceFile.Role role, String content) {
        files.add(new SourceFile(ROOT.resolve(file), role, new SourceText(file, content), List.of()));
        return this;
    }

    public Loaded read() {
        return TopologyLoader.standard().read(ROOT, files);
    }

    /// Code and place of each problem.
    public static List<String> problems(Loaded loaded) {
        return loaded.problems().stream()
                .map(problem -> problem.code() + " @ " + problem.source())
                .toList();
    }

    /// `from -> to`, of those that hold and those that dangle.
    public static List<String> edges(Loaded loaded) {
        return loaded.topology().dependencies().stream().map(Texts::edge).toList();
    }

    public static String edge(Dependency dependency) {
        return dependency.from() + " -> " + dependency.to() + (dependency.dangling() ? " (dangling)" : "");
    }

    /// Each edge with its evidence: certainty, rule and place.
    public static List<String> evidence(Loaded loaded) {
        return loaded.topology().dependencies().stream()
                .flatMap(dependency -> dependency.evidence().stream()
                        .map(evidence -> edge(dependency) + " "
                                + evidence.certainty().word() + " " + evidence.rule() + " "
                                + evidence.source().line() + ":"
                                + evidence.source().column()))
                .toList();
    }

    /// `boundary/id: kind`, the boundary where there is one.
    public static List<String> services(Loaded loaded) {
        return loaded.topology().services().stream()
                .map(service -> (service.boundary() == null ? "" : service.boundary() + " > ") + service.id() + ": "
                        + service.kind().word())
                .toList();
    }

    /// `outer > id: kind (name)`
    public static List<String> boundaries(Loaded loaded) {
        return loaded.topology().boundaries().stream().map(Texts::boundary).toList();
    }

    private static String boundary(Boundary boundary) {
        return (boundary.within() == null ? "" : boundary.within() + " > ") + boundary.id() + ": " + boundary.kind()
                + " (" + boundary.name() + ")";
    }

    public static Service service(Loaded loaded, String id) {
        return loaded.topology().service(id).orElseThrow();
    }
}
