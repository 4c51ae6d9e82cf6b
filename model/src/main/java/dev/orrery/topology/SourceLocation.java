package dev.orrery.topology;

/// A place in a source text.
///
/// @param file the path relative to the root, with `/`, or the bare file name where there is no root
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 units
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {
    public SourceLocation {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + line + ":" + column);
        }
    }

    /// The beginning of a file, for what concerns the whole of it.
    public static SourceLocation startOf(String file) {
        return new SourceLocation(file, 1, 1);
    }

    @Override
    public int compareTo(SourceLocation other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /// `file:line:column`, the form that editors and terminals jump to.
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
