package dev.orrery.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the `.gitignore` files of a folder and of those inside it leave out, while one goes through them.
final class Ignored {
    private static final int LARGEST = 1 << 20;

    private record Level(Path folder, IgnoreRules rules) {}

    /// The innermost first.
    private final Deque<Level> levels = new ArrayDeque<>();

    /// @param folder whose `.git/info/exclude` counts least of all
    Ignored(Path folder) {
        add(folder, folder.resolve(".git/info/exclude"));
    }

    void enter(Path folder) {
        add(folder, folder.resolve(".gitignore"));
    }

    void leave(Path folder) {
        while (!levels.isEmpty() && levels.element().folder().equals(folder)) {
            levels.pop();
        }
    }

    boolean holds(Path path, boolean isFolder) {
        for (Level level : levels) {
            Optional<Boolean> said = level.rules().ignores(steps(level.folder().relativize(path)), isFolder);
            if (said.isPresent()) {
                return said.get();
            }
        }
        return false;
    }

    private void add(Path folder, Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            levels.push(new Level(folder, IgnoreRules.parse(new String(in.readNBytes(LARGEST), UTF_8))));
        } catch (IOException unreadable) {
            // Rules that cannot be read leave nothing out.
        }
    }

    private static List<String> steps(Path path) {
        return IntStream.range(0, path.getNameCount())
                .mapToObj(step -> path.getName(step).toString())
                .toList();
    }
}
