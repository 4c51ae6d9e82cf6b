package dev.orrery.importer.mermaid;

import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reads nodes: an id, the brackets behind it, a class.
final class Boxes {
    private static final String IN_NAMES = "!#$%'*+.`?\\_/,:&";
    private static final String OPENING = "[({>";
    private static final int LONGEST_LABEL = 5_000;
    private static final int MOST = 20_000;

    private final Diagram diagram;
    private final Cursor cursor;
    private final FlowGraph graph;
    private final Consumer<Problem> report;
    private boolean saidTooMany;

    /// A node where it is mentioned.
    record Named(String id, int offset) {}

    Boxes(Diagram diagram, Cursor cursor, FlowGraph graph, Consumer<Problem> report) {
        this.diagram = diagram;
        this.cursor = cursor;
        this.graph = graph;
        this.report = report;
    }

    /// `a & b & c`, each once; empty where no node stands here.
    List<Named> group() {
        List<Named> group = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Optional<Named> box = box(); box.isPresent() && !saidTooMany; box = box()) {
            if (seen.add(box.get().id())) {
                group.add(box.get());
            }
            int behind = cursor.at();
            cursor.skipSpace();
            if (!cursor.take("&")) {
                cursor.moveTo(behind);
                break;
            }
            cursor.skipSpace();
        }
        return group;
    }

    private Optional<Named> box() {
        int start = cursor.at();
        String id = name();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        FlowGraph.Node node = node(id, start);
        if (cursor.take("@{")) {
            data(node, start);
        } else {
            int behind = cursor.at();
            cursor.skipBlanks();
            boolean isApart = cursor.at() > behind;
            if (OPENING.indexOf(cursor.peek()) < 0 || (isApart && cursor.peek() == '>') || !shape(node, start)) {
                cursor.moveTo(behind);
            }
        }
        while (cursor.take(":::")) {
            graph.cssClass(id, name());
        }
        return Optional.of(new Named(id, start));
    }

    boolean areTooMany() {
        return saidTooMany;
    }

    private FlowGraph.Node node(String id, int offset) {
        if (graph.size() == MOST && !graph.has(id)) {
            saidTooMany = true;
            report.accept(Problem.warning("mermaid-too-many", diagram.place(offset), String.valueOf(MOST)));
            return FlowGraph.Node.unread(diagram.place(offset));
        }
        return graph.node(id, diagram.place(offset));
    }

    /// What stands before the title of a subgraph in brackets, or is its title.
    String subgraphName() {
        int start = cursor.at();
        while (!cursor.isEnd() && "[;\n\r".indexOf(cursor.peek()) < 0 && !cursor.isAt("%%")) {
            cursor.moveTo(cursor.at() + 1);
        }
        return cursor.since(start).strip();
    }

    /// A title in brackets.
    Optional<String> bracketed() {
        return cursor.take("[") ? label("]") : Optional.empty();
    }

    /// The name of a link, `e1@` before it.
    Optional<String> linkId() {
        int start = cursor.at();
        String id = name();
        if (!id.isEmpty() && cursor.take("@") && cursor.peek() != '{') {
            return Optional.of(id);
        }
        cursor.moveTo(start);
        return Optional.empty();
    }

    /// The text up to its end, which is passed over; where it has none, the rest of the line is, with a problem.
    Optional<String> label(String close) {
        int start = cursor.at();
        int found = closing(start, close);
        if (found < 0) {
            report.accept(Problem.error("mermaid-not-closed", diagram.place(start - 1), close));
            cursor.takeLine();
            return Optional.empty();
        }
        cursor.moveTo(found);
        String label = cursor.since(start);
        cursor.moveTo(found + close.length());
        return Optional.of(label);
    }

    private void data(FlowGraph.Node node, int start) {
        int open = cursor.at();
        Optional<ShapeData> data = ShapeData.read(cursor);
        if (data.isEmpty()) {
            report.accept(Problem.error("mermaid-not-closed", diagram.place(open - 1), "}"));
            return;
        }
        data.get().of("label").ifPresent(label -> node.label(Label.of(label), diagram.place(start)));
        data.get().of("shape").ifPresent(shape -> {
            if (Shape.isDatabase(shape)) {
                node.drawAsDatabase();
            } else if (Shape.isRemark(shape)) {
                node.drawAsRemark();
            }
        });
    }

    /// @return whether it is a shape; a `>` may be something else
    private boolean shape(FlowGraph.Node node, int start) {
        int open = cursor.at();
        for (Shape shape : Shape.ALL) {
            if (!cursor.isAt(shape.open())) {
                continue;
            }
            int from = open + shape.open().length();
            for (String close : shape.closes()) {
                int end = closing(from, close);
                if (end >= 0) {
                    String text = diagram.text().substring(from, end);
                    cursor.moveTo(end + close.length());
                    node.label(Label.of(afterProperties(shape, text)), diagram.place(start));
                    if (shape.isDatabase()) {
                        node.drawAsDatabase();
                    }
                    return true;
                }
            }
        }
        if (cursor.peek() == '>') {
            return false;
        }
        report.accept(Problem.error("mermaid-not-closed", diagram.place(open), bracketFor(cursor.peek())));
        cursor.moveTo(open + 1);
        node.label(Label.of(cursor.takeLine()), diagram.place(start));
        return true;
    }

    private static String bracketFor(char open) {
        return switch (open) {
            case '(' -> ")";
            case '{' -> "}";
            default -> "]";
        };
    }

    /// `[|borders:lt|text]`
    private static String afterProperties(Shape shape, String text) {
        return shape.open().equals("[|") ? text.substring(text.lastIndexOf('|') + 1) : text;
    }

    /// Where a text ends; -1 where it does not. A text in quotes may hold anything. One without may take several lines,
    /// but a bracket in a later line is another node's, and this one was forgotten to be closed.
    private int closing(int from, String close) {
        String text = diagram.text();
        int end = diagram.end();
        int first = Cursor.skipSpace(text, from, end);
        if (first < end && text.charAt(first) == '"') {
            int quote = first + 1 < end ? text.indexOf('"', first + 1, end) : -1;
            int behind = quote < 0 ? end : Cursor.skipSpace(text, quote + 1, end);
            if (behind + close.length() <= end && text.startsWith(close, behind)) {
                return behind;
            }
        }
        boolean isLaterLine = false;
        int last = Math.min(end - close.length(), from + LONGEST_LABEL);
        for (int at = from; at <= last; at++) {
            char unit = text.charAt(at);
            if (text.startsWith(close, at)) {
                return at;
            }
            isLaterLine |= unit == '\n' || unit == '\r';
            if (isLaterLine && OPENING.indexOf(unit) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private String name() {
        int start = cursor.at();
        while (!cursor.isEnd() && isOfName()) {
            cursor.moveTo(cursor.at() + 1);
        }
        return cursor.since(start);
    }

    private boolean isOfName() {
        char unit = cursor.peek();
        char next = cursor.peek(1);
        if (unit == '-') {
            return next != '-' && next != '>' && next != '.' && next != 0;
        }
        if (unit == '=') {
            return next != '=';
        }
        if (unit == ':') {
            return !cursor.isAt(":::");
        }
        if (unit == '%') {
            return next != '%';
        }
        return Character.isLetterOrDigit(unit) || IN_NAMES.indexOf(unit) >= 0 || (unit >= 0x80 && !isSpace(unit));
    }

    private static boolean isSpace(char unit) {
        return Character.isWhitespace(unit) || unit == '\u00A0';
    }
}
