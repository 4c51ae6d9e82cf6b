package dev.orrery.persistence;

import dev.orrery.descriptor.ScalarText;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.graph.Folding;
import dev.orrery.graph.NodeId;
import dev.orrery.guide.Guide;
import dev.orrery.guide.GuideSections;
import dev.orrery.guide.GuideText;
import dev.orrery.layout.Point;
import dev.orrery.session.Arrangement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts an arrangement into the text of a workspace: only the sections that differ are touched, every other byte stays.
final class WorkspaceSplice {
    /// A section that is not to be there.
    private static final String GONE = "";

    private WorkspaceSplice() {}

    static String into(WorkspaceText old, Arrangement wanted) {
        Map<String, String> sections = new LinkedHashMap<>();
        if (!old.sections().containsKey(WorkspaceText.FORMAT_KEY)) {
            sections.put(WorkspaceText.FORMAT_KEY, "format: " + WorkspaceText.FORMAT);
        }
        if (!isSaid(old, wanted)) {
            sections.put(WorkspaceText.COLLAPSED, wanted.chosen() ? collapsed(wanted) : GONE);
        }
        if (!rounded(old.arrangement()).equals(rounded(wanted))) {
            sections.put(WorkspaceText.PINS, pins(wanted));
        }
        if (old.arrangement().hubs() != wanted.hubs()) {
            boolean chosen = wanted.hubs() != Folding.AUTOMATIC;
            sections.put(
                    WorkspaceText.HUBS,
                    chosen ? WorkspaceText.HUBS + ": " + wanted.hubs().word() : GONE);
        }
        guide(old, wanted.guide(), sections);
        return splice(old, sections);
    }

    private static void guide(WorkspaceText old, Guide wanted, Map<String, String> sections) {
        Guide said = old.guide().guide();
        String text = old.text().content();
        if (!said.about().equals(wanted.about()) || !said.notes().equals(wanted.notes())) {
            sections.put(
                    GuideText.NOTES, GuideSections.notes(text, old.sections().get(GuideText.NOTES), said, wanted));
        }
        if (!said.views().equals(wanted.views())) {
            sections.put(
                    GuideText.VIEWS, GuideSections.views(text, old.sections().get(GuideText.VIEWS), said, wanted));
        }
    }

    /// Whether the text says what is collapsed as it is wanted; of what is only seen first it says nothing.
    static boolean isSaid(WorkspaceText text, Arrangement wanted) {
        Arrangement said = text.arrangement();
        return said.chosen() == wanted.chosen()
                && (!wanted.chosen() || said.visibility().equals(wanted.visibility()));
    }

    /// The text with other sections, an empty one left out; from the end to the beginning, so that offsets hold.
    static String splice(WorkspaceText old, Map<String, String> sections) {
        StringBuilder text = new StringBuilder(old.text().content());
        String lineEnd = text.indexOf("\r\n") >= 0 ? "\r\n" : "\n";
        List<Map.Entry<String, String>> present = new ArrayList<>();
        StringBuilder appended = new StringBuilder();
        for (Map.Entry<String, String> section : sections.entrySet()) {
            if (old.sections().containsKey(section.getKey())) {
                present.add(section);
            } else {
                appended.append(section.getValue()).append('\n');
            }
        }
        present.sort(Comparator.comparingInt(
                section -> -entry(old, section.getKey()).key().start()));
        for (Map.Entry<String, String> section : present) {
            SourceNode.Entry entry = entry(old, section.getKey());
            int end = withoutLineEnds(
                    text, Math.max(entry.value().end(), entry.key().end()));
            if (section.getValue().equals(GONE)) {
                text.delete(entry.key().start(), withItsLine(text, entry.key().start(), end));
                continue;
            }
            text.replace(entry.key().start(), end, section.getValue().replace("\n", lineEnd));
        }
        if (!appended.isEmpty()) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append(lineEnd);
            }
            text.append(appended.toString().replace("\n", lineEnd));
        }
        return text.toString();
    }

    /// A text on lines of its own ends where the next line starts; that line end is nobody's.
    private static int withoutLineEnds(CharSequence text, int end) {
        int at = end;
        while (at > 0 && (text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r')) {
            at--;
        }
        return at;
    }

    /// The end of a section that goes: of its line too, where nothing else is on that.
    private static int withItsLine(StringBuilder text, int start, int end) {
        int after = end;
        while (after < text.length() && (text.charAt(after) == ' ' || text.charAt(after) == '\t')) {
            after++;
        }
        if (text.indexOf("\r\n", after) == after) {
            after++;
        }
        boolean alone = start == 0 || text.charAt(start - 1) == '\n';
        return alone && after < text.length() && text.charAt(after) == '\n' ? after + 1 : end;
    }

    private static SourceNode.Entry entry(WorkspaceText old, String key) {
        SourceNode.Entry entry = old.sections().get(key);
        if (entry == null) {
            throw new IllegalArgumentException(key);
        }
        return entry;
    }

    private static String collapsed(Arrangement arrangement) {
        return "collapsed: ["
                + String.join(
                        ", ",
                        arrangement.visibility().collapsed().stream()
                                .map(ScalarText::inFlow)
                                .toList())
                + "]";
    }

    private static String pins(Arrangement arrangement) {
        if (arrangement.pins().isEmpty()) {
            return "pins: {}";
        }
        StringBuilder text = new StringBuilder("pins:");
        for (NodeId.Of of : NodeId.Of.values()) {
            boolean first = true;
            for (Map.Entry<NodeId, Point> pin : arrangement.pins().entrySet()) {
                if (pin.getKey().of() == of) {
                    if (first) {
                        text.append("\n  ").append(WorkspaceText.SORTS.get(of)).append(':');
                        first = false;
                    }
                    text.append("\n    ")
                            .append(ScalarText.inFlow(pin.getKey().id()))
                            .append(": {x: ")
                            .append(number(pin.getValue().x()))
                            .append(", y: ")
                            .append(number(pin.getValue().y()))
                            .append('}');
                }
            }
        }
        return text.toString();
    }

    static Map<NodeId, Point> rounded(Arrangement arrangement) {
        Map<NodeId, Point> rounded = new TreeMap<>();
        arrangement.pins().forEach((id, at) -> rounded.put(id, new Point(round(at.x()), round(at.y()))));
        return rounded;
    }

    /// Half a pixel is as fine as a hand can be.
    private static double round(double value) {
        return Math.rint(value * 2) / 2 + 0.0;
    }

    private static String number(double value) {
        double rounded = round(value);
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
