package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/// A source text and what is written in it, each node with its place.
public final class SourceTree {
    private final SourceText text;
    private final Lines lines;
    private final List<SourceDocument> documents;
    private final List<Problem> problems;
    private final boolean json;

    SourceTree(SourceText text, Lines lines, List<SourceDocument> documents, List<Problem> problems, boolean json) {
        this.text = text;
        this.json = json;
        this.lines = lines;
        this.documents = List.copyOf(documents);
        this.problems = problems.stream().sorted().toList();
    }

    public SourceText text() {
        return text;
    }

    /// Whether it was read by the rules of JSON, and is to stay so.
    public boolean isJson() {
        return json;
    }

    /// The documents of the stream, in order. After a syntax error the last one holds what was read before it.
    public List<SourceDocument> documents() {
        return documents;
    }

    /// Syntax errors, limits that were hit, and duplicate keys, in source order.
    public List<Problem> problems() {
        return problems;
    }

    /// The same with one more problem.
    SourceTree with(Problem problem) {
        List<Problem> more = new ArrayList<>(problems);
        more.add(problem);
        return new SourceTree(text, lines, documents, more, json);
    }

    /// The place of an offset in UTF-16 units.
    public SourceLocation locate(int offset) {
        return lines.locate(text.file(), offset);
    }
}
