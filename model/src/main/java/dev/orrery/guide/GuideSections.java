package dev.orrery.guide;

import dev.orrery.descriptor.ScalarText;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.descriptor.SourceNode.Mapping;
import dev.orrery.descriptor.SourceNode.Scalar;
import dev.orrery.descriptor.SourceNode.Sequence;
import dev.orrery.graph.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sections of a workspace that keep notes and views. What did not change is written as it was, with its comments.
public final class GuideSections {
    private static final int INDENT = 2;

    private GuideSections() {}

    /// The section `views` as it is wanted, without a line end at its end; empty for none.
    ///
    /// @param entry the section as it is; null where there is none
    public static String views(String text, SourceNode.@Nullable Entry entry, Guide said, Guide wanted) {
        if (wanted.views().isEmpty()) {
            return "";
        }
        Optional<Pieces> pieces = Optional.ofNullable(entry)
                .filter(old -> old.value() instanceof Sequence list && !list.flow())
                .flatMap(old -> items(text, old, (Sequence) old.value()))
                .filter(old -> old.entries().size() == said.views().size());
        int indent = pieces.map(Pieces::indent).orElse(INDENT);
        List<String> lines = new ArrayList<>();
        lines.add(pieces.map(Pieces::head).orElse(GuideText.VIEWS + ":"));
        for (NamedView view : wanted.views()) {
            int same = said.views().indexOf(view);
            String was = pieces.isEmpty() ? "" : written(pieces.get(), said, view, same);
            lines.add(same >= 0 && pieces.isPresent() ? was : Pieces.comments(was) + ViewWords.of(view, indent));
        }
        return stripped(lines);
    }

    /// What stands there for a view, or for the one of its name.
    private static String written(Pieces pieces, Guide said, NamedView view, int same) {
        int at = same >= 0
                ? same
                : said.view(view.name()).map(said.views()::indexOf).orElse(-1);
        return at < 0 ? "" : pieces.entries().get(at);
    }

    private static Optional<Pieces> items(String text, SourceNode.Entry entry, Sequence list) {
        List<Integer> dashes = new ArrayList<>();
        for (SourceNode item : list.items()) {
            int dash = text.lastIndexOf('-', item.start() - 1);
            if (dash < entry.key().end()
                    || !text.substring(dash + 1, item.start()).isBlank()) {
                return Optional.empty();
            }
            dashes.add(dash);
        }
        return Pieces.of(text, entry.key().start(), dashes, list.end());
    }

    /// The section `notes` as it is wanted, without a line end at its end; empty for none.
    ///
    /// @param entry the section as it is; null where there is none
    public static String notes(String text, SourceNode.@Nullable Entry entry, Guide said, Guide wanted) {
        if (wanted.about().isEmpty() && wanted.notes().isEmpty()) {
            return "";
        }
        Map<String, SourceNode.Entry> before = new LinkedHashMap<>();
        Optional<Pieces> pieces = Optional.ofNullable(entry)
                .filter(old -> old.value() instanceof Mapping mapping && !mapping.flow())
                .flatMap(old -> fields(text, old.key().start(), (Mapping) old.value(), before));
        int indent = pieces.map(Pieces::indent).orElse(INDENT);
        List<String> lines = new ArrayList<>();
        lines.add(pieces.map(Pieces::head).orElse(GuideText.NOTES + ":"));
        List<String> keys = new ArrayList<>(before.keySet());
        List.of(GuideText.WHOLE, "services", "boundaries", "missing").stream()
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        for (String key : keys) {
            SourceNode.Entry old = pieces.isEmpty() ? null : before.get(key);
            String was = old == null
                    ? ""
                    : pieces.get().entries().get(List.copyOf(before.keySet()).indexOf(key));
            boolean same = old != null && isSame(key, said, wanted);
            if (same) {
                lines.add(was);
            } else if (key.equals(GuideText.WHOLE)) {
                if (!wanted.about().isEmpty()) {
                    lines.add(Pieces.comments(was) + margin(indent) + key + ": "
                            + ViewWords.text(wanted.about(), indent + 2));
                }
            } else {
                sort(text, old, of(key), said, wanted, indent)
                        .ifPresent(section -> lines.add(Pieces.comments(was) + margin(indent) + section));
            }
        }
        return stripped(lines);
    }

    /// Notes of one sort, as far as there are any.
    private static Optional<String> sort(
            String text, SourceNode.@Nullable Entry entry, NodeId.Of of, Guide said, Guide wanted, int indent) {
        Map<String, SourceNode.Entry> before = new LinkedHashMap<>();
        Optional<Pieces> pieces = Optional.ofNullable(entry)
                .filter(old -> old.value() instanceof Mapping mapping && !mapping.flow())
                .flatMap(old -> fields(text, old.key().start(), (Mapping) old.value(), before));
        List<String> ids = List.copyOf(before.keySet());
        int inner = pieces.map(Pieces::indent).orElse(indent + 2);
        List<String> lines = new ArrayList<>();
        lines.add(pieces.map(Pieces::head).orElse(GuideText.SORTS.get(of) + ":"));
        if (pieces.isPresent()) {
            for (int at = 0; at < ids.size(); at++) {
                NodeId node = new NodeId(of, ids.get(at));
                String was = pieces.get().entries().get(at);
                String now = wanted.note(node);
                if (now.equals(said.note(node))) {
                    lines.add(was);
                } else if (!now.isEmpty()) {
                    lines.add(Pieces.comments(was) + note(node, now, inner));
                }
            }
        }
        wanted.notes().forEach((node, words) -> {
            if (node.of() == of && !(pieces.isPresent() && ids.contains(node.id()))) {
                lines.add(note(node, words, inner));
            }
        });
        return lines.size() == 1 ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private static String note(NodeId node, String words, int indent) {
        return margin(indent) + ScalarText.inFlow(node.id()) + ": " + ViewWords.text(words, indent + 2);
    }

    /// The fields of a block mapping; none where one has a key that is no text.
    private static Optional<Pieces> fields(
            String text, int from, Mapping mapping, Map<String, SourceNode.Entry> fields) {
        List<Integer> starts = new ArrayList<>();
        for (SourceNode.Entry entry : mapping.entries()) {
            if (!(entry.key() instanceof Scalar key) || fields.put(key.value(), entry) != null) {
                fields.clear();
                return Optional.empty();
            }
            starts.add(entry.key().start());
        }
        Optional<Pieces> pieces = Pieces.of(text, from, starts, mapping.end());
        if (pieces.isEmpty()) {
            fields.clear();
        }
        return pieces;
    }

    private static boolean isSame(String key, Guide said, Guide wanted) {
        return key.equals(GuideText.WHOLE)
                ? said.about().equals(wanted.about())
                : said.notes().entrySet().stream()
                        .filter(note -> note.getKey().of() == of(key))
                        .toList()
                        .equals(wanted.notes().entrySet().stream()
                                .filter(note -> note.getKey().of() == of(key))
                                .toList());
    }

    private static NodeId.Of of(String key) {
        return GuideText.SORTS.entrySet().stream()
                .filter(sort -> sort.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String margin(int indent) {
        return " ".repeat(indent);
    }

    private static String stripped(List<String> lines) {
        return String.join("\n", lines).stripTrailing();
    }
}
