package dev.orrery.topology;

/// A place in a source text; or a server that was asked, where no text says it.
///
/// @param file the path relative to the root, with `/`, or the bare file name where there is no root; of a server its
///     URL
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 units
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {
    /// Of what no source says: the picture needs it, and made it up.
    public static final SourceLocation NOWHERE = new SourceLocation("", 1, 1);

    private static final String SCHEME_END = "://";

    public SourceLocation {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + line + ":" + column);
        }
    }

    /// The beginning of a file, for what concerns the whole of it.
    public static SourceLocation startOf(String file) {
        return new SourceLocation(file, 1, 1);
    }

    /// What no text says, but a server that was asked.
    ///
    /// @param url with its scheme
    public static SourceLocation server(String url) {
        if (!url.contains(SCHEME_END)) {
            throw new IllegalArgumentException("no URL: " + url);
        }
        return startOf(url);
    }

    /// Whether this is a server, in which there is nothing to jump to.
    public boolean isServer() {
        return file.contains(SCHEME_END);
    }

    /// Texts come before servers.
    @Override
    public int compareTo(SourceLocation other) {
        int byFile = file.compareTo(other.file);
        if (isServer() != other.isServer()) {
            return isServer() ? 1 : -1;
        }
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /// `file:line:column`, the form that editors and terminals jump to; the URL of a server.
    @Override
    public String toString() {
        return isServer() ? file : file + ":" + line + ":" + column;
    }
}
