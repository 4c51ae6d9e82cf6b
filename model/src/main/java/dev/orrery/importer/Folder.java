package dev.orrery.importer;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for what may be descriptors in a folder and below. Symbolic links are not followed, so it never leaves it.
final class Folder {
    static final int MOST_FILES = 2_000;
    private static final int DEEPEST = 12;
    private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules", "target");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private Folder() {}

    /// @param files sorted by path
    /// @param isCut whether there are more than are listed
    record Listing(List<Path> files, boolean isCut) {}

    static Listing list(Path folder) {
        List<Path> found = new ArrayList<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                Path name = entered.getFileName();
                boolean passedOver = !entered.equals(folder) && name != null && PASSED_OVER.contains(name.toString());
                return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && mayBeDescriptor(file)) {
                    found.add(file);
                }
                return found.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, visitor);
        } catch (IOException gone) {
            return new Listing(List.of(), false);
        }
        Stream<Path> sorted = found.stream().sorted().limit(MOST_FILES);
        return new Listing(sorted.toList(), found.size() > MOST_FILES);
    }

    private static boolean mayBeDescriptor(Path file) {
        String name = String.valueOf(file.getFileName());
        return ENDINGS.stream().anyMatch(name::endsWith) && !name.endsWith(".workspace.yaml");
    }
}
