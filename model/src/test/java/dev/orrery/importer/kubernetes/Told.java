package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.importer.Document;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Manifests for tests, and what was read from them in few words.
final class Told {
    private static final Path ROOT = Path.of("cluster").toAbsolutePath();

    private Told() {}

    static Loaded read(String text) {
        return read(List.of(file("all.yaml", text)));
    }

    static Loaded read(List<SourceFile> files) {
        return TopologyLoader.standard().read(ROOT, files);
    }

    static SourceFile file(String name, String text) {
        return new SourceFile(ROOT.resolve(name), SourceFile.Role.FOUND, new SourceText(name, text), List.of());
    }

    static boolean accepts(String text) {
        SourceText source = new SourceText("a.yaml", text);
        SourceTree tree = SourceTreeReader.read(source);
        return tree.documents().stream()
                .flatMap(document -> Resolver.resolve(tree, document, _ -> {}).stream())
                .anyMatch(root ->
                        new KubernetesImporter().accepts(new Document.Tree(source, SourceFile.Role.FOUND, root)));
    }

    /// A Deployment with the label `app`, which is its name.
    ///
    /// @param container more of its container, in the flow style but for the braces
    static String deployment(String name, String namespace, String container) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s%2$s}
                spec:
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec: {containers: [{image: example/x%3$s}]}
                """.formatted(name, within(namespace), container.isEmpty() ? "" : ", " + container);
    }

    static String service(String name, String namespace) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s%2$s}
                spec: {selector: {app: %1$s}, ports: [{port: 80}]}
                """.formatted(name, within(namespace));
    }

    /// A manifest of those above as an item of a list in the flow style.
    static String flow(String manifest) {
        return "{"
                + manifest.replace("spec:\n  template:\n    ", "spec: {template: {")
                        .replace("\n    spec:", ", spec:")
                        .replace("}]}\n", manifest.contains("template") ? "}]}}}\n" : "}]}\n")
                        .strip()
                        .replace("\n", ", ")
                + "}";
    }

    static List<String> ids(Loaded loaded) {
        return loaded.topology().services().stream().map(Service::id).toList();
    }

    /// `from -> to certainty rule …`
    static List<String> dependencies(Loaded loaded) {
        return loaded.topology().dependencies().stream()
                .map(dependency -> dependency.from() + " -> " + dependency.to() + " "
                        + dependency.evidence().stream()
                                .map(evidence -> evidence.certainty().word() + " " + evidence.rule())
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    /// `code line:column`
    static List<String> codes(Loaded loaded) {
        return loaded.problems().stream()
                .map(problem -> problem.code() + " " + problem.source().line() + ":"
                        + problem.source().column())
                .toList();
    }

    static List<String> urls(Loaded loaded, String id) {
        return loaded.topology().service(id).orElseThrow().healthChecks().stream()
                .map(check -> check.url() + " " + check.interval().toSeconds() + " "
                        + check.timeout().toSeconds())
                .toList();
    }

    private static String within(String namespace) {
        return namespace.isEmpty() ? "" : ", namespace: " + namespace;
    }
}
