package dev.orrery.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder that bounds what opening may read.
final class Root {
    private Root() {}

    /// For a folder itself; for a file the nearest folder above with `.git`, else its own; for several paths the
    /// nearest folder that holds all of those.
    ///
    /// @param paths absolute and normalised
    static Path of(List<Path> paths) {
        return paths.stream()
                .map(Root::of)
                .reduce(Root::common)
                .orElseGet(() -> Path.of("").toAbsolutePath());
    }

    /// The path relative to the root, with `/`, whatever the platform.
    static String relative(Path root, Path path) {
        Path relative = path.startsWith(root) ? root.relativize(path) : path;
        String name = relative.toString().replace(path.getFileSystem().getSeparator(), "/");
        return name.isEmpty() ? "." : name;
    }

    /// Whether the file that a path leads to, symbolic links followed, lies inside the root.
    static boolean holds(Path root, Path path) {
        try {
            return path.toRealPath().startsWith(root.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path of(Path path) {
        if (Files.isDirectory(path)) {
            return path;
        }
        Path own = Optional.ofNullable(path.getParent()).orElse(path);
        return Stream.iterate(own, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(".git")))
                .findFirst()
                .orElse(own);
    }

    private static Path common(Path one, Path other) {
        Path common = one;
        while (!other.startsWith(common)) {
            Path above = common.getParent();
            if (above == null) {
                return common;
            }
            common = above;
        }
        return common;
    }
}
