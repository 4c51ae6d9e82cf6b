package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Looks for what may be descriptors in a folder and below. Symbolic links are not followed, so it never leaves it.
final class Folder extends SimpleFileVisitor<Path> {
    static final int MOST_FILES = 20_000;
    /// Of all files together: far more than any topology takes, and far less than memory.
    private static final long MOST_BYTES = 512L << 20;

    static final int DEEPEST = 24;
    static final Set<String> PASSED_OVER = Set.of("node_modules", "target");

    private final Path folder;
    private final Ignored ignored;
    private final List<Path> found = new ArrayList<>();
    private final Map<Path, String> notes = new TreeMap<>();
    private long bytes;

    private Folder(Path folder) {
        this.folder = folder;
        this.ignored = new Ignored(folder);
    }

    /// @param files sorted by path
    /// @param notes files and folders that were passed over, and why: codes of [FileReading#note]
    /// @param isCut whether there are more than are listed
    record Listing(List<Path> files, Map<Path, String> notes, boolean isCut) {}

    static Listing list(Path folder) {
        Folder visitor = new Folder(folder);
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, visitor);
        } catch (IOException gone) {
            return new Listing(List.of(), Map.of(), false);
        }
        return new Listing(
                visitor.found.stream().sorted().limit(MOST_FILES).toList(), visitor.notes, visitor.isTooMuch());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
        if (!entered.equals(folder)) {
            String name = name(entered);
            if (name.equals(".git")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (PASSED_OVER.contains(name)) {
                return skip(entered, "other-folder");
            }
            if (ignored.holds(entered, true)) {
                return skip(entered, "ignored-folder");
            }
        }
        ignored.enter(entered);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path left, IOException why) {
        ignored.leave(left);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return skip(file, "too-deep");
        }
        String name = name(file);
        if (!FileKinds.mayBeDescriptor(name) || (FileKinds.isXml(name) && ignored.holds(file, false))) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            return skip(file, "link");
        }
        if (!attributes.isRegularFile()) {
            return FileVisitResult.CONTINUE;
        }
        if (FileKinds.isWorkspace(name)) {
            return skip(file, "workspace");
        }
        if (FileKinds.isOfOtherTool(name)) {
            return skip(file, "other-tool");
        }
        if (ignored.holds(file, false)) {
            return skip(file, "ignored");
        }
        if (attributes.size() > SourceText.LARGEST) {
            return skip(file, "too-large");
        }
        found.add(file);
        bytes += attributes.size();
        return isTooMuch() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        return skip(file, "unreadable");
    }

    private boolean isTooMuch() {
        return found.size() > MOST_FILES || bytes > MOST_BYTES;
    }

    private FileVisitResult skip(Path path, String why) {
        if (notes.size() < MOST_FILES) {
            notes.put(path, why);
        }
        return FileVisitResult.SKIP_SUBTREE;
    }

    private static String name(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }
}
