package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads texts as if they were files of one folder, and tells shortly what came of it.
public final class Told {
    private static final Path ROOT = Path.of("catalog").toAbsolutePath();
    private final List<SourceFile> files = new ArrayList<>();

    public static Loaded read(String text) {
        return new Told().opened("catalog-info.yaml", text).read();
    }

    public Told opened(String file, String text) {
        return file(file, text, SourceFile.Role.NAMED);
    }

    public Told beside(String file, String text) {
        return file(file, text, SourceFile.Role.SIDE);
    }

    private Told file(String file, String text, SourceFile.Role role) {
        files.add(new SourceFile(ROOT.resolve(file), role, new SourceText(file, text), List.of()));
        return this;
    }

    public Loaded read() {
        return TopologyLoader.standard().read(ROOT, files);
    }

    /// With kind, API, rules and places.
    public static List<String> edges(Loaded loaded) {
        return loaded.topology().dependencies().stream().map(Told::edge).toList();
    }

    private static String edge(Dependency dependency) {
        String rules = dependency.evidence().stream()
                .map(evidence -> evidence.rule() + " " + evidence.source().line() + ":"
                        + evidence.source().column())
                .collect(Collectors.joining(", "));
        return dependency.from() + " -> " + dependency.to() + " " + dependency.kind()
                + (dependency.dangling() ? " dangling" : "")
                + (dependency.api() == null ? "" : " (" + dependency.api() + ")") + " by " + rules;
    }

    public static List<String> services(Loaded loaded) {
        return loaded.topology().services().stream()
                .map(service -> service.kind() + " " + service.id())
                .toList();
    }

    public static List<String> problems(Loaded loaded) {
        return loaded.problems().stream().map(Told::problem).toList();
    }

    private static String problem(Problem problem) {
        return problem.severity().word() + " " + problem.code() + " " + problem.source();
    }

    public static List<String> places(Loaded loaded) {
        return loaded.topology().services().stream()
                .map(service -> service.id() + " in " + service.boundary())
                .toList();
    }

    public static List<String> boundaries(Loaded loaded) {
        return loaded.topology().boundaries().stream()
                .map(boundary -> boundary.kind() + " " + boundary.id() + " in " + boundary.within())
                .toList();
    }
}
