package dev.orrery.guide;

import dev.orrery.descriptor.ScalarText;
import dev.orrery.diagram.Lens;
import dev.orrery.graph.NodeId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Views and notes as they are written.
final class ViewWords {
    private ViewWords() {}

    /// An entry of the list, without a line end at its end.
    static String of(NamedView view, int indent) {
        List<String> lines = new ArrayList<>();
        lines.add("name: " + ScalarText.of(view.name()));
        if (!view.text().isEmpty()) {
            lines.add("text: " + text(view.text(), indent + 4));
        }
        if (!view.filter().isEmpty()) {
            lines.add("filter: " + ScalarText.of(view.filter()));
        }
        if (view.hides()) {
            lines.add("hide: true");
        }
        if (view.lens() != Lens.HEALTH) {
            lines.add("lens: " + view.lens().word());
        }
        if (view.collapsed() != null) {
            lines.add("collapsed: "
                    + view.collapsed().collapsed().stream()
                            .map(ScalarText::inFlow)
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        if (view.selected() != null) {
            lines.add("select: " + node(view.selected()));
        }
        if (view.impact()) {
            lines.add("impact: true");
        }
        switch (view.asked()) {
            case Asked.Nothing _ -> {}
            case Asked.Focus(NodeId on, int hops) -> lines.add("focus: {on: " + node(on) + ", hops: " + hops + "}");
            case Asked.Path(NodeId from, NodeId to) ->
                lines.add("path: {from: " + node(from) + ", to: " + node(to) + "}");
        }
        switch (view.camera()) {
            case Camera.Fit fit when fit.nodes().isEmpty() -> {}
            case Camera.Fit fit ->
                lines.add("fit: "
                        + fit.nodes().stream().map(ViewWords::node).collect(Collectors.joining(", ", "[", "]")));
            case Camera.At at -> lines.add("camera: " + camera(at.rounded()));
        }
        if (view.compare() != null) {
            lines.add("compare: " + ScalarText.of(view.compare()));
        }
        if (view.next() != null) {
            lines.add("next: " + ScalarText.of(view.next()));
        }
        String margin = " ".repeat(indent);
        return margin + "- " + String.join("\n" + margin + "  ", lines);
    }

    private static String camera(Camera.At at) {
        String from = at.from() == null ? "" : "from: " + node(at.from()) + ", ";
        return "{" + from + "x: " + number(at.x()) + ", y: " + number(at.y()) + ", zoom: " + number(at.zoom()) + "}";
    }

    private static String number(double value) {
        return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }

    private static String node(NodeId node) {
        String id = ScalarText.inFlow(node.id());
        return switch (node.of()) {
            case SERVICE -> id;
            case BOUNDARY -> "{boundary: " + id + "}";
            case MISSING -> "{missing: " + id + "}";
        };
    }

    /// On lines of its own where it has several, so that it is as readable as it was written.
    static String text(String words, int indent) {
        boolean plainLines = words.indexOf('\n') >= 0
                && words.chars().allMatch(unit -> unit == '\n' || (unit >= ' ' && unit < 0x7f))
                && words.lines().noneMatch(line -> line.endsWith(" "));
        if (!plainLines) {
            return ScalarText.of(words);
        }
        String margin = " ".repeat(indent);
        return "|\n"
                + words.lines().map(line -> line.isEmpty() ? "" : margin + line).collect(Collectors.joining("\n"));
    }
}
