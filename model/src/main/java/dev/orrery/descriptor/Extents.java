package dev.orrery.descriptor;

import java.util.Set;

/// Where entries and items begin and end in a text, beyond what their marks say: the parser marks no dash, and ends a
/// block scalar at the next line.
final class Extents {
    private static final String BLANKS = " \t\r\n";
    private static final Set<SourceNode.Style> BLOCK_SCALARS =
            Set.of(SourceNode.Style.LITERAL, SourceNode.Style.FOLDED);

    private final String content;
    private final LineText lines;

    Extents(String content) {
        this.content = content;
        this.lines = new LineText(content);
    }

    LineText lines() {
        return lines;
    }

    /// How many entries or items a collection has.
    static int size(SourceNode collection) {
        return switch (collection) {
            case SourceNode.Mapping mapping -> mapping.entries().size();
            case SourceNode.Sequence sequence -> sequence.items().size();
            case SourceNode.Scalar _, SourceNode.Alias _ -> 0;
        };
    }

    static boolean isFlow(SourceNode collection) {
        return switch (collection) {
            case SourceNode.Mapping mapping -> mapping.flow();
            case SourceNode.Sequence sequence -> sequence.flow();
            case SourceNode.Scalar _, SourceNode.Alias _ -> false;
        };
    }

    /// Where an entry begins with its key, or an item of a block with its dash.
    int start(SourceNode collection, int index) {
        return switch (collection) {
            case SourceNode.Mapping mapping ->
                mapping.entries().get(index).key().start();
            case SourceNode.Sequence sequence ->
                sequence.flow() ? sequence.items().get(index).start() : dash(sequence, index);
            case SourceNode.Scalar scalar -> scalar.start();
            case SourceNode.Alias alias -> alias.start();
        };
    }

    /// Where the last leaf of an entry or item ends.
    int end(SourceNode collection, int index) {
        return switch (collection) {
            case SourceNode.Mapping mapping -> end(mapping.entries().get(index));
            case SourceNode.Sequence sequence -> end(sequence.items().get(index));
            case SourceNode.Scalar scalar -> scalar.end();
            case SourceNode.Alias alias -> alias.end();
        };
    }

    int end(SourceNode.Entry entry) {
        return Math.max(end(entry.key()), end(entry.value()));
    }

    /// Where the last leaf of a node ends: of a block scalar its last line that is not blank, without the line break.
    int end(SourceNode node) {
        return switch (node) {
            case SourceNode.Mapping mapping
            when !mapping.flow() && !mapping.entries().isEmpty() ->
                end(mapping.entries().getLast());
            case SourceNode.Sequence sequence
            when !sequence.flow() && !sequence.items().isEmpty() ->
                Math.max(
                        dash(sequence, sequence.items().size() - 1) + 1,
                        end(sequence.items().getLast()));
            case SourceNode.Scalar scalar when BLOCK_SCALARS.contains(scalar.style()) -> endOfBlock(scalar);
            case SourceNode.Scalar _, SourceNode.Alias _, SourceNode.Mapping _, SourceNode.Sequence _ -> node.end();
        };
    }

    /// Where the whole lines of an entry or item of a block end, with the comments below it that are deeper than it.
    int linesEnd(SourceNode collection, int index) {
        int column = lines.column(start(collection, index));
        int end = lines.next(end(collection, index));
        int at = end;
        while (at < content.length()) {
            if (lines.comment(at) > column) {
                end = lines.next(at);
            } else if (!lines.isBlank(at)) {
                break;
            }
            at = lines.next(at);
        }
        return end;
    }

    /// Just behind the colon of an entry; negative where it has none.
    int afterColon(SourceNode.Entry entry) {
        int at = skipBlanks(entry.key().end());
        return at < content.length() && content.charAt(at) == ':' ? at + 1 : -1;
    }

    /// Whether an entry is written as `? key`.
    boolean isExplicit(SourceNode.Entry entry) {
        int at = entry.key().start() - 1;
        while (at >= 0 && BLANKS.indexOf(content.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0
                && content.charAt(at) == '?'
                && at + 1 < entry.key().start()
                && (at == 0 || (BLANKS + "[{,-:").indexOf(content.charAt(at - 1)) >= 0);
    }

    /// Whether anything between two places could be a comment.
    boolean hasComment(int start, int end) {
        int hash = content.indexOf('#', start);
        while (hash >= 0 && hash < end) {
            if (hash == 0 || BLANKS.indexOf(content.charAt(hash - 1)) >= 0) {
                return true;
            }
            hash = content.indexOf('#', hash + 1);
        }
        return false;
    }

    boolean isOnOneLine(int start, int end) {
        return lines.end(start) >= end;
    }

    private int dash(SourceNode.Sequence sequence, int index) {
        int at = index == 0
                ? sequence.start()
                : Math.max(
                        sequence.items().get(index - 1).end(),
                        index == 1
                                ? sequence.start() + 1
                                : sequence.items().get(index - 2).end() + 1);
        while (at < content.length() && content.charAt(at) != '-') {
            char unit = content.charAt(at);
            if (unit == '#') {
                at = lines.next(at);
            } else if (unit == '&' || unit == '!') {
                while (at < content.length() && BLANKS.indexOf(content.charAt(at)) < 0) {
                    at++;
                }
            } else {
                at++;
            }
        }
        return at;
    }

    private int endOfBlock(SourceNode.Scalar scalar) {
        int header = lines.end(scalar.start());
        int end = Math.max(header, scalar.end());
        while (end > header) {
            int breakless = end - (content.startsWith("\r\n", end - 2) ? 2 : 1);
            boolean closed = content.charAt(end - 1) == '\n' || content.charAt(end - 1) == '\r';
            int lineEnd = closed ? breakless : end;
            int begin = lines.start(lineEnd);
            if (!content.substring(begin, lineEnd).isBlank()) {
                return lineEnd;
            }
            end = begin;
        }
        return header;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < content.length() && BLANKS.indexOf(content.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
