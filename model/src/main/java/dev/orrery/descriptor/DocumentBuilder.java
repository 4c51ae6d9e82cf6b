package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One document while its events come in.
final class DocumentBuilder {
    private final String file;
    private final Lines lines;
    private final List<Problem> problems;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, SourceNode> anchored = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();
    private final Map<SourceNode.Alias, SourceNode> targets = new HashMap<>();
    private @Nullable SourceNode root;

    DocumentBuilder(String file, Lines lines, List<Problem> problems) {
        this.file = file;
        this.lines = lines;
        this.problems = problems;
    }

    int depth() {
        return open.size();
    }

    void open(boolean mapping, int start, boolean flow, @Nullable String tag, @Nullable String anchor) {
        if (anchor != null) {
            // An anchor that is set again hides the older one from here on, also inside its own node.
            anchored.remove(anchor);
            incomplete.add(anchor);
        }
        open.push(new Frame(mapping, start, flow, tag, anchor));
    }

    /// @param end as the parser sees it; used for flow collections only
    void close(int end) {
        Frame closed = open.pop();
        add(closed.node(end));
        closed.duplicates().forEach(this::reportDuplicate);
    }

    void addAlias(SourceNode.Alias alias) {
        SourceNode target = anchored.get(alias.anchor());
        if (target != null) {
            targets.put(alias, target);
        } else {
            String code = incomplete.contains(alias.anchor()) ? "alias-cycle" : "unknown-anchor";
            problems.add(Problem.error(code, locate(alias.start()), alias.anchor()));
        }
        add(alias);
    }

    void add(SourceNode node) {
        String anchor = anchorOf(node);
        if (anchor != null) {
            anchored.put(anchor, node);
            incomplete.remove(anchor);
        }
        Frame around = open.peek();
        if (around != null) {
            around.add(node);
        } else {
            root = node;
        }
    }

    SourceDocument finish() {
        return new SourceDocument(root, targets);
    }

    /// Closes what an error left open. A key without its value stays, with a null that is not written.
    SourceDocument finishEarly() {
        while (!open.isEmpty()) {
            close(open.element().lastEnd());
        }
        return finish();
    }

    private void reportDuplicate(Frame.Duplicate duplicate) {
        problems.add(Problem.error(
                "duplicate-key",
                locate(duplicate.second().start()),
                duplicate.name(),
                String.valueOf(locate(duplicate.first().start()).line())));
    }

    private SourceLocation locate(int offset) {
        return lines.locate(file, offset);
    }

    private static @Nullable String anchorOf(SourceNode node) {
        return switch (node) {
            case SourceNode.Mapping mapping -> mapping.anchor();
            case SourceNode.Sequence sequence -> sequence.anchor();
            case SourceNode.Scalar scalar -> scalar.anchor();
            case SourceNode.Alias _ -> null;
        };
    }
}
