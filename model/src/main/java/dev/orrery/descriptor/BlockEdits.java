package dev.orrery.descriptor;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;

/// Deletes from and inserts into mappings and lists that are written line by line.
final class BlockEdits {
    private final String content;
    private final Extents extents;
    private final LineText lines;
    private final Plan plan;

    BlockEdits(String content, Extents extents, Plan plan) {
        this.content = content;
        this.extents = extents;
        this.lines = extents.lines();
        this.plan = plan;
    }

    /// Some of the entries or items, not all of them. Comments above one stay; those below that are deeper go along.
    void delete(SourceNode collection, SortedSet<Integer> indices) {
        int first = 0;
        if (indices.contains(0) && isMidLine(extents.start(collection, 0))) {
            while (indices.contains(first)) {
                first++;
            }
            deleteMidLine(collection, first);
        }
        int begin = first;
        deleteLines(collection, indices.stream().filter(at -> at >= begin).toList());
    }

    /// The only ones, which begin on a line after the key's.
    ///
    /// @param colon just behind the colon of the key, where `empty` is put
    void deleteAll(SourceNode collection, int colon, String empty) {
        int last = Extents.size(collection) - 1;
        int start = extents.start(collection, 0);
        int end = extents.end(collection, last);
        if (colon >= 0 && !isMidLine(start)) {
            plan.splice(colon, colon, " " + empty);
            deleteLines(collection, IntStream.rangeClosed(0, last).boxed().toList());
        } else if (extents.hasComment(start, end)) {
            plan.reject("comment-between");
        } else {
            plan.splice(start, end, empty);
        }
    }

    /// After an entry or item, or before the first one.
    ///
    /// @param index of the one before; -1 where it becomes the first
    /// @param text one line or more, the first without its indentation
    void insertAfter(SourceNode collection, int index, String text) {
        int start = extents.start(collection, Math.max(index, 0));
        String indent = " ".repeat(lines.column(start));
        if (index < 0) {
            int at = aboveComments(lines.start(start), lines.column(start));
            plan.splice(at, at, indent + text + lines.lineBreak(start));
            return;
        }
        int next = extents.linesEnd(collection, index);
        int end = next == content.length() && !endsLine(next) ? next : lines.end(lastLine(next));
        plan.splice(end, end, lines.lineBreak(end) + indent + text);
    }

    /// Below a line.
    void insertBelow(int lineOf, int column, String text) {
        int end = lines.end(lineOf);
        plan.splice(end, end, lines.lineBreak(end) + " ".repeat(column) + text);
    }

    boolean isMidLine(int start) {
        return !lines.before(start).isBlank();
    }

    private void deleteMidLine(SourceNode collection, int survivor) {
        int start = extents.start(collection, 0);
        int next = extents.start(collection, survivor);
        int end = extents.end(collection, survivor - 1);
        int gone = extents.linesEnd(collection, survivor - 1);
        if (!extents.hasComment(end, next)) {
            plan.splice(start, next, "");
        } else if (!extents.hasComment(gone, next) || extents.isOnOneLine(start, end)) {
            int dash = start;
            while (dash > 0 && (content.charAt(dash - 1) == ' ' || content.charAt(dash - 1) == '\t')) {
                dash--;
            }
            int lineEnd = lines.end(end);
            plan.splice(dash, gone > lineEnd ? lines.end(lastLine(gone)) : lineEnd, "");
        } else {
            plan.reject("comment-between");
        }
    }

    /// At the end of a text without a last line break it is the one before that goes.
    private void deleteLines(SourceNode collection, List<Integer> indices) {
        int start = -1;
        int end = -1;
        for (int index : indices) {
            int next = lines.start(extents.start(collection, index));
            if (next != end) {
                splice(start, end);
                start = next;
            }
            end = extents.linesEnd(collection, index);
        }
        if (end == content.length() && !endsLine(end) && start > 1) {
            start -= content.startsWith("\r\n", start - 2) ? 2 : 1;
        }
        splice(start, end);
    }

    private void splice(int start, int end) {
        if (start >= 0) {
            plan.splice(start, end, "");
        }
    }

    /// A comment right above the first of several belongs to it.
    private int aboveComments(int lineStart, int column) {
        int at = lineStart;
        while (at > 1) {
            int above = lines.start(at - (content.startsWith("\r\n", at - 2) ? 2 : 1));
            if (lines.comment(above) != column) {
                break;
            }
            at = above;
        }
        return at;
    }

    private int lastLine(int next) {
        int before = content.startsWith("\r\n", next - 2) ? next - 2 : endsLine(next) ? next - 1 : next;
        return lines.start(before);
    }

    private boolean endsLine(int end) {
        return end > 0 && (content.charAt(end - 1) == '\n' || content.charAt(end - 1) == '\r');
    }
}
