package dev.orrery.revision;

import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which files differ between two commits. Only folders that differ are looked into.
final class TreeDiff {
    private static final int DEEPEST = 64;

    private final GitRepository repository;
    private final int most;
    private final SortedSet<String> files = new TreeSet<>();

    private TreeDiff(GitRepository repository, int most) {
        this.repository = repository;
        this.most = most;
    }

    /// @param most it stops with the first beyond these
    static SortedSet<String> files(GitRepository repository, Commit before, Commit after, int most) throws IOException {
        TreeDiff diff = new TreeDiff(repository, most);
        diff.compare("", before.tree(), after.tree(), 0);
        return diff.files;
    }

    private void compare(String prefix, @Nullable String before, @Nullable String after, int depth) throws IOException {
        if (Objects.equals(before, after) || depth > DEEPEST) {
            return;
        }
        SortedMap<String, TreeEntry> old = entries(before);
        SortedMap<String, TreeEntry> now = entries(after);
        SortedSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (files.size() > most) {
                return;
            }
            TreeEntry was = old.get(name);
            TreeEntry is = now.get(name);
            if (!Objects.equals(was, is)) {
                compare(prefix + name + "/", folder(was), folder(is), depth + 1);
                boolean isFile = (was != null && !was.isFolder()) || (is != null && !is.isFolder());
                if (isFile) {
                    files.add(prefix + name);
                }
            }
        }
    }

    private static @Nullable String folder(@Nullable TreeEntry entry) {
        return entry != null && entry.isFolder() ? entry.id() : null;
    }

    private SortedMap<String, TreeEntry> entries(@Nullable String folder) throws IOException {
        return folder == null ? Collections.unmodifiableSortedMap(new TreeMap<>()) : repository.folder(folder);
    }
}
