package dev.orrery.app.cli;

import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rows under aligned columns, for a terminal. Every cell is made harmless; the last column is not padded, and columns
/// that hold nothing are left out.
final class Table {
    private static final int WIDEST = 60;
    private static final int WIDEST_LAST = 240;

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        this.heads = List.of(heads);
    }

    /// @param cells as many as there are columns; null for nothing
    Table row(@Nullable String... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + heads.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            row.add(cell == null ? "" : Untrusted.oneLine(cell, i == cells.length - 1 ? WIDEST_LAST : WIDEST));
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Lines without a line end at the end of the last.
    @Override
    public String toString() {
        List<Integer> shown = new ArrayList<>();
        for (int column = 0; column < heads.size(); column++) {
            int at = column;
            if (rows.stream().anyMatch(row -> !row.get(at).isEmpty())) {
                shown.add(column);
            }
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(heads.stream().map(head -> head.toUpperCase(Locale.ROOT)).toList());
        lines.addAll(rows);
        List<String> text = new ArrayList<>();
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder();
            for (int column : shown) {
                String cell = line.get(column);
                padded.append(cell);
                boolean last = column == shown.getLast();
                padded.repeat(' ', last ? 0 : width(lines, column) - width(cell) + 2);
            }
            text.add(padded.toString().stripTrailing());
        }
        return String.join("\n", text);
    }

    private static int width(List<List<String>> lines, int column) {
        return Collections.max(
                lines.stream().map(line -> width(line.get(column))).toList());
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
