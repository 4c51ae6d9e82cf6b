package dev.orrery.importer.mermaid;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which ids of several diagrams mean the same. Authors begin every diagram with `A`, so an id is the same only where
/// the labels agree, or one of the two has none.
final class Namesakes {
    private final Consumer<Problem> report;
    /// What each id meant when it was met first.
    private final Map<String, Meaning> first = new HashMap<>();
    /// Names by id and label.
    private final Map<String, Map<String, String>> byLabel = new HashMap<>();
    /// How often each name was wanted.
    private final Map<String, Integer> wanted = new HashMap<>();

    /// @param label folded; null while only the id was seen
    private record Meaning(@Nullable String label, SourceLocation source) {}

    Namesakes(Consumer<Problem> report) {
        this.report = report;
    }

    /// By the ids of a diagram, the names under which the topology knows them.
    Map<String, String> of(FlowGraph graph) {
        Map<String, String> names = new HashMap<>();
        graph.subgraphs().forEach((id, subgraph) -> {
            String title = subgraph.title().equals(id) ? null : subgraph.title();
            names.put(id, name(graph.scope(), id, title, subgraph.source()));
        });
        graph.nodes().forEach((id, node) -> names.put(id, name(graph.scope(), id, node.label(), node.source())));
        return names;
    }

    private String name(String scope, String id, @Nullable String label, SourceLocation source) {
        Meaning known = first.get(id);
        if (label == null) {
            first.putIfAbsent(id, new Meaning(null, source));
            return id;
        }
        String folded = label.toLowerCase(Locale.ROOT);
        if (known == null || known.label() == null) {
            first.put(id, new Meaning(folded, source));
            return id;
        }
        if (folded.equals(known.label())) {
            return id;
        }
        return byLabel.computeIfAbsent(id, _ -> new HashMap<>()).computeIfAbsent(folded, _ -> {
            String name = free(scope + "/" + id);
            report.accept(
                    Problem.info("mermaid-same-id", source, id, known.source().toString(), name));
            return name;
        });
    }

    private String free(String name) {
        int times = wanted.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + "-" + times;
    }
}
