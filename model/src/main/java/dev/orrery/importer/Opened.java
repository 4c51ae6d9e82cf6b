package dev.orrery.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/// The files behind the paths that a person opened, not read yet, and the root that bounds them.
///
/// @param passedOver what lies in an opened folder and is not looked into
/// @param problems of folders that hold too much
record Opened(Path root, List<Candidate> files, List<FileReading> passedOver, List<Problem> problems)
        implements OpenedFiles {
    /// Enough to tell what an XML file is about: its root element and the name spaces.
    private static final int HEAD = 4_096;

    static Opened of(List<Path> paths) {
        List<Path> absolute = paths.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .toList();
        Path root = Root.of(absolute);
        List<Candidate> files = new ArrayList<>();
        List<FileReading> passedOver = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path path : absolute) {
            String name = Root.relative(root, path);
            if (Files.isDirectory(path)) {
                Folder.Listing listing = Folder.list(path);
                listing.files().stream()
                        .filter(seen::add)
                        .forEach(file -> files.add(new Candidate(file, SourceFile.Role.FOUND)));
                listing.notes()
                        .forEach((file, note) ->
                                passedOver.add(FileReading.passedOver(Root.relative(root, file), note)));
                if (listing.isCut()) {
                    problems.add(FileProblems.tooManyFiles(name, Folder.MOST_FILES));
                }
            } else if (seen.add(path)) {
                files.add(new Candidate(path, SourceFile.Role.NAMED));
            }
        }
        return new Opened(root, files, passedOver, problems);
    }

    @Override
    public Optional<SourceFile> read(Candidate candidate) {
        boolean isForeign = candidate.role() == SourceFile.Role.FOUND
                && FileKinds.isXml(candidate.path().toString())
                && !looksLikeDescriptor(candidate.path());
        return isForeign ? Optional.empty() : Optional.of(read(root, candidate.path(), candidate.role()));
    }

    private static boolean looksLikeDescriptor(Path xml) {
        try (InputStream in = Files.newInputStream(xml)) {
            return looksLikeDescriptor(in.readNBytes(HEAD));
        } catch (IOException gone) {
            return false;
        }
    }

    /// @param xml all of it, or its beginning
    static boolean looksLikeDescriptor(byte[] xml) {
        String head = new String(xml, 0, Math.min(HEAD, xml.length), UTF_8);
        return head.contains("<graphml") || head.contains("cyclonedx.org/schema/bom");
    }

    @Override
    public Optional<SourceFile> side(String file) {
        Path path = root.resolve(file).normalize();
        if (!Files.isRegularFile(path) || !Root.holds(root, path)) {
            return Optional.empty();
        }
        return Optional.of(read(root, path, SourceFile.Role.SIDE));
    }

    @Override
    public List<String> below(String folder) {
        Path path = root.resolve(folder).normalize();
        if (!Files.isDirectory(path) || !Root.holds(root, path)) {
            return List.of();
        }
        return Folder.list(path).files().stream()
                .map(file -> Root.relative(root, file))
                .toList();
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
