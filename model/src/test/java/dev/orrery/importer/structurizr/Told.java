package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What was read, in short.
final class Told {
    private static final Path ROOT = Path.of("bank").toAbsolutePath();

    private Told() {}

    static Loaded read(String file, String content) {
        return read(file, content, Map.of());
    }

    /// @param beside path to content of files that may be asked for
    static Loaded read(String file, String content, Map<String, String> beside) {
        List<SourceFile> sources = new ArrayList<>();
        sources.add(source(file, content, SourceFile.Role.NAMED));
        new TreeMap<>(beside).forEach((name, text) -> sources.add(source(name, text, SourceFile.Role.SIDE)));
        return TopologyLoader.standard().read(ROOT, sources);
    }

    static SourceFile source(String file, String content, SourceFile.Role role) {
        return new SourceFile(ROOT.resolve(file), role, new SourceText(file, content), List.of());
    }

    static List<String> services(Loaded loaded) {
        return loaded.topology().services().stream()
                .map(service -> service.id() + " " + service.kind().word() + " in " + service.boundary())
                .toList();
    }

    static List<String> ids(Loaded loaded) {
        return loaded.topology().services().stream().map(Service::id).toList();
    }

    static List<String> boundaries(Loaded loaded) {
        return loaded.topology().boundaries().stream().map(Told::boundary).toList();
    }

    static List<String> edges(Loaded loaded) {
        return loaded.topology().dependencies().stream().map(Told::edge).toList();
    }

    /// With kind, protocol and every place.
    static List<String> needs(Loaded loaded) {
        return loaded.topology().dependencies().stream()
                .map(dependency -> edge(dependency) + " " + dependency.kind().word() + " " + dependency.protocol()
                        + dependency.evidence().stream().map(Told::evidence).collect(Collectors.joining()))
                .toList();
    }

    static List<String> problems(Loaded loaded) {
        return loaded.problems().stream().map(Told::problem).toList();
    }

    static String problem(Problem problem) {
        return problem.code() + " " + problem.source() + " " + problem.arguments();
    }

    private static String boundary(Boundary boundary) {
        return boundary.id() + " " + boundary.kind() + " in " + boundary.within();
    }

    private static String edge(Dependency dependency) {
        return dependency.from() + " -> " + dependency.to();
    }

    private static String evidence(Evidence evidence) {
        return " " + evidence.certainty().word() + " " + evidence.rule() + " " + evidence.source();
    }
}
