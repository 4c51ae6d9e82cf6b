package dev.orrery.importer.mermaid;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The subgraphs that are open at a place of the text, kept on a stack of our own, so nesting costs no depth of calls.
/// What is mentioned between `subgraph` and `end` lies in it, once its `end` is reached: what an inner one mentions is
/// the inner one's.
final class Subgraphs {
    static final int DEEPEST = 50;

    private final FlowGraph graph;
    private final Consumer<Problem> report;
    private final Deque<Open> open = new ArrayDeque<>();
    /// How many are open beyond the deepest that count.
    private int beyond;

    /// @param id null where it has no name and so only groups
    private record Open(@Nullable String id, SourceLocation source, Set<String> mentioned) {}

    Subgraphs(FlowGraph graph, Consumer<Problem> report) {
        this.graph = graph;
        this.report = report;
    }

    void open(@Nullable String id, String title, SourceLocation source) {
        if (open.size() == DEEPEST) {
            if (beyond == 0) {
                report.accept(Problem.error("mermaid-too-deep", source, String.valueOf(DEEPEST)));
            }
            beyond++;
            return;
        }
        if (id != null) {
            graph.subgraph(id, new FlowGraph.Subgraph(title, source));
        }
        open.push(new Open(id, source, new LinkedHashSet<>()));
    }

    void mention(Collection<String> ids) {
        if (!open.isEmpty()) {
            open.element().mentioned().addAll(ids);
        }
    }

    /// @return whether there was one to close
    boolean close() {
        if (beyond > 0) {
            beyond--;
            return true;
        }
        if (open.isEmpty()) {
            return false;
        }
        Open closed = open.pop();
        String id = closed.id();
        if (id == null) {
            mention(closed.mentioned());
        } else {
            closed.mentioned().forEach(inner -> graph.hold(inner, id));
            mention(Set.of(id));
        }
        return true;
    }

    /// At the end of the text none should be open.
    void closeAll() {
        beyond = 0;
        if (!open.isEmpty()) {
            report.accept(Problem.error("mermaid-subgraph-open", open.element().source()));
        }
        while (!open.isEmpty()) {
            close();
        }
    }
}
