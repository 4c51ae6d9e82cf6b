package dev.orrery.importer;

import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files behind the paths that a person opened, read, and the root that bounds them.
///
/// @param problems of paths that lead to no file
record Opened(Path root, List<SourceFile> files, List<Problem> problems) {

    static Opened of(List<Path> paths) {
        List<Path> absolute = paths.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .toList();
        Path root = Root.of(absolute);
        List<SourceFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path path : absolute) {
            String name = Root.relative(root, path);
            if (Files.isDirectory(path)) {
                Folder.Listing listing = Folder.list(path);
                listing.files().stream()
                        .filter(seen::add)
                        .forEach(file -> files.add(read(root, file, SourceFile.Role.FOUND)));
                if (listing.isCut()) {
                    problems.add(FileProblems.tooManyFiles(name, Folder.MOST_FILES));
                }
            } else if (seen.add(path)) {
                files.add(read(root, path, SourceFile.Role.NAMED));
            }
        }
        return new Opened(root, files, problems);
    }

    /// A file beside a descriptor, if it exists and really lies inside the root.
    Optional<SourceFile> side(String file) {
        Path path = root.resolve(file).normalize();
        if (!Files.isRegularFile(path) || !Root.holds(root, path)) {
            return Optional.empty();
        }
        return Optional.of(read(root, path, SourceFile.Role.SIDE));
    }

    private static SourceFile read(Path root, Path path, SourceFile.Role role) {
        String name = Root.relative(root, path);
        return switch (decode(name, path)) {
            case Decoded.Text(SourceText text) -> new SourceFile(path, role, text, List.of());
            case Decoded.Refused(Problem problem) ->
                new SourceFile(path, role, new SourceText(name, ""), List.of(problem));
        };
    }

    private static Decoded decode(String name, Path path) {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Decoded.Refused(FileProblems.missing(name));
        }
        if (!Files.isRegularFile(path)) {
            return new Decoded.Refused(FileProblems.notAFile(name));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return SourceText.decode(name, in.readNBytes(SourceText.LARGEST + 1));
        } catch (IOException | UncheckedIOException refused) {
            return new Decoded.Refused(FileProblems.unreadable(name, String.valueOf(refused.getMessage())));
        }
    }
}
