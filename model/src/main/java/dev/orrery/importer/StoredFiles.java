package dev.orrery.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Files as they are kept elsewhere than on the disk, as in a commit. Links and the like are none of them. Several
/// threads ask at once.
public interface StoredFiles {
    /// The folder on the disk that all names are relative to, and that bounds what is read.
    Path root();

    /// What a person named: files and folders, relative to the root with `/`; empty for the root itself.
    List<String> named();

    /// All files in a folder and below, relative to the root with `/`.
    ///
    /// @param folder empty for the root
    SortedSet<String> below(String folder);

    /// @return empty where there is no such file
    /// @throws IOException where it cannot be read
    Optional<byte[]> content(String file) throws IOException;

    /// The folder that bounds what may be read of the given paths, as [TopologyLoader#load(List)] finds it.
    static Path rootOf(List<Path> paths) {
        return Root.of(
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList());
    }
}
