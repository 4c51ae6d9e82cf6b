package dev.orrery.importer.mermaid;

import dev.orrery.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the statements of a flowchart (mermaid.js.org, Flowcharts Syntax). What is no statement is reported and left
/// out with the rest of its line.
final class FlowReader {
    /// Forty times what Mermaid itself agrees to draw.
    private static final int MOST_LINKS = 20_000;
    private static final int LONGEST_QUOTE = 30;
    private static final Pattern CLICK = Pattern.compile(
            "(\\S+)[ \\t]++(?:href[ \\t]++)?\"(https?://[^\"\\s]+)\"(?:[ \\t]++\"([^\"]*)\")?.*",
            Pattern.CASE_INSENSITIVE);

    private final Diagram diagram;
    private final Cursor cursor;
    private final Complaints report;
    private final FlowGraph graph;
    private final Subgraphs subgraphs;
    private final Boxes boxes;
    private int links;
    private boolean saidUndirected;

    FlowReader(Diagram diagram, Consumer<Problem> report) {
        this.diagram = diagram;
        this.cursor = new Cursor(diagram.text(), diagram.body(), diagram.end());
        this.report = new Complaints(report);
        this.graph = new FlowGraph(diagram.scope(), diagram.title());
        this.subgraphs = new Subgraphs(graph, this.report);
        this.boxes = new Boxes(diagram, cursor, graph, this.report);
    }

    FlowGraph read() {
        cursor.skipSpace();
        while (!cursor.isEnd() && !isTooMuch()) {
            if (!cursor.take(";")) {
                statement();
            }
            cursor.skipSpace();
        }
        subgraphs.closeAll();
        report.close();
        return graph;
    }

    /// What goes on and on like this is no picture.
    private boolean isTooMuch() {
        return links > MOST_LINKS || boxes.areTooMany() || report.areTooMany();
    }

    private void statement() {
        int start = cursor.at();
        switch (Keyword.take(cursor)) {
            case "subgraph" -> subgraph(start);
            case "end" -> end(start);
            case "class" -> cssClass();
            case "click" -> click();
            case "accTitle", "accDescr" -> accessible(start);
            case "" -> chain();
            default -> cursor.takeStatement();
        }
    }

    /// What the diagram says to those who cannot see it.
    private void accessible(int start) {
        if (cursor.take(":")) {
            String line = cursor.takeLine().strip();
            if (diagram.text().startsWith("accTitle", start)) {
                graph.accessibleTitle(line);
            }
        } else {
            while (!cursor.isEnd() && !cursor.take("}")) {
                cursor.moveTo(cursor.at() + 1);
            }
        }
    }

    /// `subgraph id`, `subgraph id [title]` or `subgraph a title of several words`, whose title is all that names it.
    private void subgraph(int start) {
        cursor.skipBlanks();
        String id = cursor.peek() == '"' ? cursor.takeQuoted() : boxes.subgraphName();
        cursor.skipBlanks();
        Optional<String> title = boxes.bracketed();
        String name = Label.of(id);
        String shown = title.map(Label::of).filter(text -> !text.isBlank()).orElse(name);
        subgraphs.open(name.isBlank() ? null : name, shown, diagram.place(start));
        finish();
    }

    private void end(int start) {
        if (!subgraphs.close()) {
            report.accept(Problem.error("mermaid-end-alone", diagram.place(start)));
        }
        finish();
    }

    /// `class a,b name`
    private void cssClass() {
        String statement = cursor.takeStatement().strip();
        int border = Math.max(statement.lastIndexOf(' '), statement.lastIndexOf('\t'));
        if (border > 0) {
            for (String id : statement.substring(0, border).split(",", -1)) {
                graph.cssClass(id.strip(), statement.substring(border + 1));
            }
        }
    }

    private void click() {
        Matcher click = CLICK.matcher(cursor.takeLine().strip());
        if (click.matches()) {
            String tip = click.group(3);
            graph.url(click.group(1), tip == null || tip.isBlank() ? "link" : tip, click.group(2));
        }
    }

    /// `a`, `a --> b`, `a & b --> c --> d`
    private void chain() {
        List<Boxes.Named> from = boxes.group();
        if (from.isEmpty()) {
            unexpected();
            return;
        }
        mention(from);
        for (Optional<Arrow.Found> arrow = arrow(); arrow.isPresent() && !isTooMuch(); arrow = arrow()) {
            cursor.skipSpace();
            List<Boxes.Named> to = boxes.group();
            if (to.isEmpty()) {
                int end = arrow.get().end();
                report.accept(Problem.error("mermaid-link-without-end", diagram.place(end - 1)));
                cursor.takeStatement();
                return;
            }
            mention(to);
            link(from, arrow.get().arrow(), to);
            from = to;
        }
        finish();
    }

    private void mention(List<Boxes.Named> named) {
        subgraphs.mention(named.stream().map(Boxes.Named::id).toList());
    }

    /// A link of this statement, which may go on in the next line.
    private Optional<Arrow.Found> arrow() {
        int start = cursor.at();
        cursor.skipBlanks();
        boolean isNextLine = cursor.peek() == '\n' || cursor.peek() == '\r';
        cursor.skipSpace();
        if (isNextLine && !Arrow.mayBegin(cursor.peek())) {
            cursor.moveTo(start);
            return Optional.empty();
        }
        boxes.linkId().ifPresent(graph::linkId);
        Optional<Arrow.Found> found = Arrow.at(diagram.text(), cursor.at(), diagram.end());
        if (found.isEmpty()) {
            cursor.moveTo(start);
            return Optional.empty();
        }
        int at = cursor.at();
        cursor.moveTo(found.get().end());
        cursor.skipBlanks();
        if (cursor.take("|") && boxes.label("|").isEmpty()) {
            return Optional.empty();
        }
        if (found.get().arrow() == Arrow.UNDIRECTED && !saidUndirected) {
            saidUndirected = true;
            report.accept(Problem.info("mermaid-undirected", diagram.place(at)));
        }
        return found;
    }

    private void link(List<Boxes.Named> from, Arrow arrow, List<Boxes.Named> to) {
        for (Boxes.Named start : from) {
            for (Boxes.Named end : to) {
                switch (arrow) {
                    case FORWARD, UNDIRECTED -> link(start.id(), end.id(), end.offset());
                    case BACKWARD -> link(end.id(), start.id(), end.offset());
                    case BOTH_WAYS -> {
                        link(start.id(), end.id(), end.offset());
                        link(end.id(), start.id(), end.offset());
                    }
                    case INVISIBLE -> {}
                }
                if (isTooMuch()) {
                    return;
                }
            }
        }
    }

    private void link(String from, String to, int offset) {
        links++;
        if (links == MOST_LINKS + 1) {
            report.accept(Problem.warning("mermaid-too-many", diagram.place(offset), String.valueOf(MOST_LINKS)));
        }
        if (links <= MOST_LINKS) {
            graph.link(new FlowGraph.Link(from, to, diagram.place(offset)));
        }
    }

    /// A statement ends with its line or a semicolon.
    private void finish() {
        cursor.skipBlanks();
        char next = cursor.peek();
        boolean isOver = cursor.isEnd() || next == ';' || next == '\n' || next == '\r';
        if (!isOver) {
            unexpected();
        }
    }

    private void unexpected() {
        int start = cursor.at();
        String rest = cursor.takeLine().strip();
        String quoted = rest.length() > LONGEST_QUOTE ? rest.substring(0, LONGEST_QUOTE) + "…" : rest;
        report.accept(Problem.error("mermaid-unexpected", diagram.place(start), quoted));
    }
}
