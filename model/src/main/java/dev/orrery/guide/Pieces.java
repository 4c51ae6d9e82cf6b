package dev.orrery.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The entries of a block as they are written, each with the comments above it, so that they can be kept or put in
/// another order.
///
/// @param head what stands before the first
/// @param entries with `\n` between their lines and none at their ends
/// @param indent before each
record Pieces(String head, List<String> entries, int indent) {
    Pieces {
        entries = List.copyOf(entries);
    }

    /// @param starts where entries begin: at a key, or at the dash
    /// @param end after the last
    /// @return empty where an entry does not begin its line, or one begins before the one before it
    static Optional<Pieces> of(String text, int from, List<Integer> starts, int end) {
        List<Integer> cuts = new ArrayList<>();
        int before = from;
        int indent = 0;
        for (int start : starts) {
            int line = text.lastIndexOf('\n', start - 1) + 1;
            if (line <= before || !text.substring(line, start).isBlank()) {
                return Optional.empty();
            }
            indent = start - line;
            cuts.add(withComments(text, before, line));
            before = start;
        }
        List<String> entries = new ArrayList<>();
        for (int at = 0; at < cuts.size(); at++) {
            int until = at + 1 < cuts.size() ? cuts.get(at + 1) : end;
            entries.add(plain(text.substring(cuts.get(at), Math.max(cuts.get(at), until))));
        }
        String head = cuts.isEmpty() ? "" : plain(text.substring(from, cuts.getFirst()));
        return Optional.of(new Pieces(head, entries, indent));
    }

    /// The comments above an entry belong to it.
    private static int withComments(String text, int before, int line) {
        int cut = line;
        while (cut > 0) {
            int above = text.lastIndexOf('\n', cut - 2) + 1;
            if (above <= before || !text.substring(above, cut).strip().startsWith("#")) {
                return cut;
            }
            cut = above;
        }
        return cut;
    }

    private static String plain(String text) {
        String unix = text.replace("\r\n", "\n");
        return unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix;
    }

    /// The comment lines at the beginning of an entry, with their line ends.
    static String comments(String entry) {
        StringBuilder comments = new StringBuilder();
        for (String line : entry.split("\n", -1)) {
            if (!line.strip().startsWith("#")) {
                break;
            }
            comments.append(line).append('\n');
        }
        return comments.toString();
    }
}
