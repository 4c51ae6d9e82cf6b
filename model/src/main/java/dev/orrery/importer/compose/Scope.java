package dev.orrery.importer.compose;

import java.util.regex.Pattern;

/// Where a Compose file is read: what its variables mean and where its relative paths begin.
///
/// @param folder the project's folder relative to the root, empty or with `/` at its end
record Scope(Variables variables, String folder) {
    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\~].*|[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern REMOTE =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://|oci:|git@|github\\.com/).*", Pattern.DOTALL);

    /// A path relative to the root.
    String path(String written) {
        return ABSOLUTE.matcher(written).matches() || isRemote(written) ? written : folder + written;
    }

    /// Whether a path leads to another computer.
    static boolean isRemote(String path) {
        return REMOTE.matcher(path).matches();
    }

    /// The folder of a file, as in [#folder].
    static String folderOf(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }
}
