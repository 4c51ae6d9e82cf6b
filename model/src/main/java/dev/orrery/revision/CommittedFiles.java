package dev.orrery.revision;

import dev.orrery.importer.StoredFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// The files of one commit, below one root.
final class CommittedFiles implements StoredFiles {
    private static final int MOST_FILES = 500_000;
    private static final int DEEPEST = 64;

    private final GitRepository repository;
    private final String tree;
    private final Path root;
    private final String prefix;
    private final List<String> named;
    private final Map<String, SortedMap<String, TreeEntry>> folders = new HashMap<>();

    /// @param root inside the repository
    /// @param paths absolute, inside the root
    CommittedFiles(GitRepository repository, Commit commit, Path root, List<Path> paths) {
        this.repository = repository;
        this.tree = commit.tree();
        this.root = root;
        this.prefix = written(repository.top(), root);
        this.named = paths.stream().map(path -> written(root, path)).toList();
    }

    /// The path from one to the other with `/`; empty for the same.
    static String written(Path from, Path path) {
        return from.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public List<String> named() {
        return named;
    }

    @Override
    public synchronized SortedSet<String> below(String folder) {
        SortedSet<String> files = new TreeSet<>();
        try {
            Optional<String> id = find(folder).filter(TreeEntry::isFolder).map(TreeEntry::id);
            if (id.isPresent()) {
                add(files, folder.isEmpty() ? "" : folder + "/", id.get(), 0);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private void add(SortedSet<String> files, String before, String folder, int depth) throws IOException {
        for (Map.Entry<String, TreeEntry> entry : folder(folder).entrySet()) {
            String name = before + entry.getKey();
            if (entry.getValue().isFolder() && depth < DEEPEST) {
                add(files, name + "/", entry.getValue().id(), depth + 1);
            } else if (entry.getValue().isFile() && files.size() < MOST_FILES) {
                files.add(name);
            }
        }
    }

    @Override
    public synchronized Optional<byte[]> content(String file) throws IOException {
        Optional<TreeEntry> entry = find(file).filter(TreeEntry::isFile);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(repository.file(entry.get().id()));
    }

    /// Of the root in this commit, a file or a folder; empty where there is none.
    String id() throws IOException {
        return find("").map(TreeEntry::id).orElse("");
    }

    /// What a path below the root stands for.
    private Optional<TreeEntry> find(String path) throws IOException {
        String whole = prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "/" + path;
        TreeEntry at = TreeEntry.folder(tree);
        for (String step : whole.isEmpty() ? new String[0] : whole.split("/")) {
            TreeEntry next = at.isFolder() ? folder(at.id()).get(step) : null;
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private SortedMap<String, TreeEntry> folder(String id) throws IOException {
        SortedMap<String, TreeEntry> known = folders.get(id);
        if (known == null) {
            known = repository.folder(id);
            folders.put(id, known);
        }
        return known;
    }
}
