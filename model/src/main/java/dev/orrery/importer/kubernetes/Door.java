package dev.orrery.importer.kubernetes;

import dev.orrery.topology.SourceLocation;

/// One path of an Ingress, and the Service that it leads to.
///
/// @param host empty where the rule is for any
/// @param isExact whether the path must be met as a whole
/// @param isRewritten whether the path is changed on the way, so that nobody can tell which one leads to a probe
/// @param port number or name of the Service's port
record Door(
        String host,
        boolean isTls,
        String path,
        boolean isExact,
        boolean isRewritten,
        Manifest.Key backend,
        String port,
        SourceLocation source) {

    boolean leads(String asked) {
        String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return isExact
                ? asked.equals(path)
                : asked.equals(prefix) || asked.startsWith(prefix + "/") || asked.startsWith(prefix + "?");
    }

    /// Of two paths that fit the longer one counts, and an exact one before that.
    int precision() {
        return (isExact ? 1_000_000 : 0) + path.length();
    }
}
