package dev.orrery.importer.compose;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files of a folder, at hand as texts.
final class ComposeFolder {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();

    private final List<SourceFile> files = new ArrayList<>();

    ComposeFolder named(String name, String content) {
        return add(name, SourceFile.Role.NAMED, content);
    }

    ComposeFolder found(String name, String content) {
        return add(name, SourceFile.Role.FOUND, content);
    }

    ComposeFolder beside(String name, String content) {
        return add(name, SourceFile.Role.SIDE, content);
    }

    Loaded load() {
        return TopologyLoader.standard().read(ROOT, files);
    }

    /// The only file, named.
    static Loaded read(String content) {
        return new ComposeFolder().named("compose.yaml", content).load();
    }

    /// `a -> b`, sorted, of one certainty.
    static List<String> edges(Loaded loaded, Certainty certainty) {
        return loaded.topology().dependencies().stream()
                .filter(dependency -> dependency.certainty() == certainty)
                .map(ComposeFolder::edge)
                .toList();
    }

    static List<String> services(Loaded loaded) {
        return loaded.topology().services().stream()
                .map(service -> service.id())
                .toList();
    }

    /// `code @ file:line:column`.
    static List<String> problems(Loaded loaded) {
        return loaded.problems().stream()
                .map(problem -> problem.code() + " @ " + problem.source())
                .toList();
    }

    private static String edge(Dependency dependency) {
        return dependency.from() + " -> " + dependency.to();
    }

    private ComposeFolder add(String name, SourceFile.Role role, String content) {
        files.add(new SourceFile(ROOT.resolve(name), role, new SourceText(name, content), List.of()));
        return this;
    }
}
