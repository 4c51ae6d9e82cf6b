package dev.orrery.descriptor;

import java.util.SortedSet;

/// Deletes from and inserts into mappings and lists that are written in braces and brackets.
final class FlowEdits {
    private final String content;
    private final Extents extents;
    private final Plan plan;

    FlowEdits(String content, Extents extents, Plan plan) {
        this.content = content;
        this.extents = extents;
        this.plan = plan;
    }

    /// Each to where the next one begins; those at the end from where the one before ends.
    void delete(SourceNode collection, SortedSet<Integer> indices) {
        int size = Extents.size(collection);
        for (int at = 0; at < size; at++) {
            if (!indices.contains(at)) {
                continue;
            }
            int last = at;
            while (indices.contains(last + 1)) {
                last++;
            }
            if (at == 0 && last == size - 1) {
                deleteSpan(open(collection) + 1, collection.end() - 1);
            } else if (last == size - 1) {
                deleteSpan(extents.end(collection, at - 1), extents.end(collection, last));
            } else {
                deleteSpan(extents.start(collection, at), extents.start(collection, last + 1));
            }
            at = last;
        }
    }

    /// After an entry or item, with the gap that its siblings have; -1 where it becomes the first.
    void insertAfter(SourceNode collection, int index, String text) {
        int size = Extents.size(collection);
        int open = open(collection) + 1;
        int close = collection.end() - 1;
        if (size == 0) {
            if (extents.hasComment(open, close)) {
                plan.reject("comment-in-flow");
            }
            plan.splice(open, close, text);
            return;
        }
        String gap = gap(collection);
        if (extents.hasComment(open, extents.start(collection, 0))
                || extents.hasComment(extents.end(collection, size - 1), close)
                || gap.contains("#")) {
            plan.reject("comment-in-flow");
            return;
        }
        if (index < 0) {
            int at = extents.start(collection, 0);
            plan.splice(at, at, text + gap);
        } else {
            int at = extents.end(collection, index);
            plan.splice(at, at, gap + text);
        }
    }

    /// Whether it has its brackets; `[a: 1]` holds a mapping without.
    boolean hasBrackets(SourceNode collection) {
        int open = open(collection);
        return open >= 0
                && open < collection.end()
                && content.charAt(open) == (collection instanceof SourceNode.Mapping ? '{' : '[')
                && content.charAt(collection.end() - 1) == (collection instanceof SourceNode.Mapping ? '}' : ']');
    }

    int open(SourceNode collection) {
        boolean isBare = switch (collection) {
            case SourceNode.Mapping mapping -> mapping.tag() == null && mapping.anchor() == null;
            case SourceNode.Sequence sequence -> sequence.tag() == null && sequence.anchor() == null;
            case SourceNode.Scalar _, SourceNode.Alias _ -> true;
        };
        return isBare
                ? collection.start()
                : content.indexOf(collection instanceof SourceNode.Mapping ? '{' : '[', collection.start());
    }

    private String gap(SourceNode collection) {
        int size = Extents.size(collection);
        if (size > 1) {
            return content.substring(extents.end(collection, size - 2), extents.start(collection, size - 1));
        }
        String before = content.substring(open(collection) + 1, extents.start(collection, 0));
        boolean ownLine = before.indexOf('\n') >= 0 || before.indexOf('\r') >= 0;
        return ownLine ? "," + before : ", ";
    }

    private void deleteSpan(int start, int end) {
        if (extents.hasComment(start, end)) {
            plan.reject("comment-in-flow");
        }
        plan.splice(start, end, "");
    }
}
