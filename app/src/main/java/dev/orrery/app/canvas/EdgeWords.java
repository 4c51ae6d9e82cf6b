package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.EdgeSummary;
import dev.orrery.graph.NodeId;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Why a line is there, in words: what it stands for, and each piece of evidence with its certainty, rule and place.
///
/// @param title who needs whom
/// @param lines the evidence, surest first, not more than can be read at a glance
record EdgeWords(String title, List<String> lines) {
    private static final int MOST_LINES = 6;

    EdgeWords {
        lines = List.copyOf(lines);
    }

    /// @param diagram calls what it shows by name; all else is called by its id
    static EdgeWords of(Edge edge, Diagram diagram) {
        Function<NodeId, String> name = node -> name(diagram, node);
        if (edge.count() == 1) {
            Dependency only = edge.dependencies().getFirst();
            return new EdgeWords(title(only, name), bounded(evidence(only)));
        }
        String title = Messages.of(
                "edge.hint.many",
                name.apply(edge.id().from()),
                name.apply(edge.id().to()),
                Integer.toString(edge.count()));
        List<String> lines = new ArrayList<>();
        lines.add(EdgeSummary.kinds(edge.dependencies()));
        if (edge.worst() != null) {
            lines.add(EdgeSummary.worst(edge));
        }
        lines.addAll(bounded(edge.dependencies().stream()
                .map(dependency -> member(dependency, name))
                .toList()));
        return new EdgeWords(Untrusted.oneLine(title), lines);
    }

    private static String name(Diagram diagram, NodeId node) {
        return diagram.cards().stream()
                .filter(card -> card.id().equals(node))
                .map(Diagram.Card::fullTitle)
                .findFirst()
                .orElse(node.id());
    }

    private static String from(Dependency dependency, Function<NodeId, String> name) {
        return name.apply(NodeId.service(dependency.from()));
    }

    private static String to(Dependency dependency, Function<NodeId, String> name) {
        return name.apply(dependency.dangling() ? NodeId.missing(dependency.to()) : NodeId.service(dependency.to()));
    }

    private static String title(Dependency dependency, Function<NodeId, String> name) {
        String how = dependency.protocol() == null
                ? Messages.of("dependency." + dependency.kind().word())
                : dependency.protocol();
        String need = Messages.of(dependency.required() ? "dependency.required" : "dependency.optional");
        return Untrusted.oneLine(
                Messages.of("edge.hint.title", from(dependency, name), to(dependency, name), how + ", " + need));
    }

    private static List<String> evidence(Dependency dependency) {
        return dependency.evidence().stream()
                .sorted(Evidence.SUREST_FIRST)
                .map(EdgeWords::line)
                .toList();
    }

    private static String line(Evidence piece) {
        return Untrusted.oneLine(Messages.of(
                "edge.hint.evidence",
                Messages.of("certainty." + piece.certainty().word()),
                piece.source().toString(),
                piece.ruleWords()));
    }

    private static String member(Dependency dependency, Function<NodeId, String> name) {
        Evidence surest =
                dependency.evidence().stream().min(Evidence.SUREST_FIRST).orElseThrow();
        return Untrusted.oneLine(Messages.of(
                "edge.hint.member",
                from(dependency, name),
                to(dependency, name),
                Messages.of("certainty." + surest.certainty().word()),
                surest.source().toString()));
    }

    private static List<String> bounded(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        first.add(Messages.of("edge.hint.more", Integer.toString(lines.size() - MOST_LINES + 1)));
        return first;
    }
}
