package dev.orrery.persistence;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SourceFile;
import dev.orrery.session.Texts;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes what is open into another folder, with what was edited: as for a bundled sample or a file that cannot be
/// written. It never writes over anything.
public final class CopiedFiles {
    private final AtomicFile files;

    public CopiedFiles(AtomicFile files) {
        this.files = files;
    }

    /// What came of it.
    public sealed interface Copied {
        /// @param paths what was open, in the other folder
        record Done(List<Path> paths) implements Copied {}

        /// Nothing is left of it.
        ///
        /// @param why for people
        record Refused(String why) implements Copied {}
    }

    /// @param paths what is open
    /// @param sources the files that it consists of
    /// @param texts what they are to hold; a source that is not among them is copied as it is
    public Copied write(Path folder, List<Path> paths, List<SourceFile> sources, Texts texts) {
        List<Path> opened = paths.stream().map(CopiedFiles::plain).toList();
        Path base = base(opened, sources);
        Map<Path, byte[]> contents = new TreeMap<>();
        for (SourceFile source : sources) {
            String file = source.text().file();
            String content = texts.contents().getOrDefault(file, source.text().content());
            // A workspace that says nothing is no file.
            if (!content.isEmpty() || Files.exists(source.path())) {
                contents.put(moved(base, source.path(), folder), new SourceText(file, content).encode());
            }
        }
        for (Path target : contents.keySet()) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return new Copied.Refused(Messages.of("file.copy-there", Untrusted.oneLine(target.toString())));
            }
        }
        List<Path> made = new ArrayList<>();
        for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
            String why = write(each.getKey(), each.getValue(), made);
            if (why != null) {
                made.reversed().forEach(CopiedFiles::takeBack);
                return new Copied.Refused(why);
            }
        }
        return new Copied.Done(
                opened.stream().map(path -> moved(base, path, folder)).toList());
    }

    /// @param made what was made on the way is added
    /// @return null where it is done, else why it is not
    private @Nullable String write(Path target, byte[] content, List<Path> made) {
        try {
            makeFolders(target.getParent(), made);
        } catch (IOException failed) {
            return Messages.of("file.unwritten", Untrusted.oneLine(target.toString()), AtomicFile.words(failed));
        }
        if (files.write(target, content) instanceof Written.Refused refused) {
            return refused.why();
        }
        made.add(target);
        return null;
    }

    private static void makeFolders(@Nullable Path folder, List<Path> made) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            makeFolders(folder.getParent(), made);
            Files.createDirectory(folder);
            made.add(folder);
        }
    }

    /// A folder into which others wrote meanwhile stays.
    private static void takeBack(Path made) {
        try {
            Files.deleteIfExists(made);
        } catch (IOException stays) {
            System.getLogger(CopiedFiles.class.getName()).log(System.Logger.Level.DEBUG, "not taken back", stays);
        }
    }

    /// The folder that holds all of it: of a folder that is opened, itself.
    private static Path base(List<Path> opened, List<SourceFile> sources) {
        Path base = folder(opened.getFirst());
        for (Path path : opened) {
            base = around(base, folder(path));
        }
        for (SourceFile source : sources) {
            base = around(base, folder(plain(source.path())));
        }
        return base;
    }

    private static Path around(Path one, Path other) {
        Path around = one;
        while (!other.startsWith(around) && around.getParent() != null) {
            around = around.getParent();
        }
        return around;
    }

    private static Path folder(Path path) {
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path moved(Path base, Path path, Path folder) {
        return folder.resolve(base.relativize(plain(path)).toString()).normalize();
    }
}
