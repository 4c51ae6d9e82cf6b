package dev.orrery.descriptor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A collection that has begun and not ended.
final class Frame {
    /// A key that its mapping has already.
    record Duplicate(String name, SourceNode first, SourceNode second) {}

    private final boolean mapping;
    private final int start;
    private final boolean flow;
    private final @Nullable String tag;
    private final @Nullable String anchor;
    private final List<SourceNode> children = new ArrayList<>();

    Frame(boolean mapping, int start, boolean flow, @Nullable String tag, @Nullable String anchor) {
        this.mapping = mapping;
        this.start = start;
        this.flow = flow;
        this.tag = tag;
        this.anchor = anchor;
    }

    void add(SourceNode child) {
        children.add(child);
    }

    /// Where the last child ends, or the collection begins.
    int lastEnd() {
        return children.isEmpty() ? start : Math.max(start, children.getLast().end());
    }

    SourceNode node(int parserEnd) {
        // The parser's end of a block collection is the next token, beyond blank lines and comments.
        int end = flow || children.isEmpty() ? parserEnd : lastEnd();
        return mapping
                ? new SourceNode.Mapping(start, end, flow, tag, anchor, entries())
                : new SourceNode.Sequence(start, end, flow, tag, anchor, List.copyOf(children));
    }

    private List<SourceNode.Entry> entries() {
        List<SourceNode.Entry> entries = new ArrayList<>(children.size() / 2);
        for (int at = 0; at < children.size(); at += 2) {
            SourceNode key = children.get(at);
            SourceNode value = at + 1 < children.size()
                    ? children.get(at + 1)
                    : new SourceNode.Scalar(key.end(), key.end(), SourceNode.Style.PLAIN, null, null, "");
            entries.add(new SourceNode.Entry(key, value));
        }
        return List.copyOf(entries);
    }

    /// Merge keys may repeat: each brings in another mapping.
    List<Duplicate> duplicates() {
        if (!mapping || children.size() < 4) {
            return List.of();
        }
        List<Duplicate> found = new ArrayList<>();
        Map<String, SourceNode> seen = HashMap.newHashMap(children.size() / 2);
        for (int at = 0; at < children.size(); at += 2) {
            if (children.get(at) instanceof SourceNode.Scalar key && !Scalars.isMerge(key)) {
                SourceNode first = seen.putIfAbsent(key.value(), key);
                if (first != null) {
                    found.add(new Duplicate(key.value(), first, key));
                }
            }
        }
        return found;
    }
}
