package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import java.util.ArrayList;
import java.util.List;

/// Why a line is there, in words: what it stands for, and each piece of evidence with its certainty, rule and place.
///
/// @param title who needs whom
/// @param lines the evidence, surest first, not more than can be read at a glance
record EdgeWords(String title, List<String> lines) {
    private static final int MOST_LINES = 6;

    EdgeWords {
        lines = List.copyOf(lines);
    }

    static EdgeWords of(Edge edge) {
        if (edge.count() == 1) {
            Dependency only = edge.dependencies().getFirst();
            return new EdgeWords(title(only), bounded(evidence(only)));
        }
        String title = Messages.of(
                "edge.hint.many", edge.id().from().id(), edge.id().to().id(), Integer.toString(edge.count()));
        return new EdgeWords(
                Untrusted.oneLine(title),
                bounded(edge.dependencies().stream().map(EdgeWords::member).toList()));
    }

    private static String title(Dependency dependency) {
        String how = dependency.protocol() == null
                ? Messages.of("dependency." + dependency.kind().word())
                : dependency.protocol();
        String need = Messages.of(dependency.required() ? "dependency.required" : "dependency.optional");
        return Untrusted.oneLine(Messages.of("edge.hint.title", dependency.from(), dependency.to(), how + ", " + need));
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

    private static String member(Dependency dependency) {
        Evidence surest =
                dependency.evidence().stream().min(Evidence.SUREST_FIRST).orElseThrow();
        return Untrusted.oneLine(Messages.of(
                "edge.hint.member",
                dependency.from(),
                dependency.to(),
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
