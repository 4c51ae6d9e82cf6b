package dev.orrery.revision;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.StoredFiles;
import dev.orrery.importer.TopologyLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Opened files as they were at a revision of the repository around them. Nothing is run, sent or written.
public final class Revisions {
    /// How far back one looks for commits that touched a file.
    private static final int MOST_WALKED = 20_000;

    private Revisions() {}

    /// The topology of files and folders as they were.
    ///
    /// @param paths as [TopologyLoader#load(List)] takes them; they need not be on the disk any more
    /// @param revision a branch, a tag, `HEAD`, an id or its beginning, and steps back from it, as in `HEAD~3`
    public static RevisionReading read(List<Path> paths, String revision) {
        List<Path> absolute = absolute(paths);
        Path root = StoredFiles.rootOf(paths);
        try (GitRepository repository = GitRepository.around(root).orElse(null)) {
            if (repository == null) {
                return refused("no-repository", root.toString());
            }
            Optional<Commit> commit = repository.commit(revision);
            if (commit.isEmpty()) {
                return refused(repository.isReftable() ? "reftable" : "unknown", revision);
            }
            CommittedFiles files = new CommittedFiles(repository, commit.get(), root, absolute);
            Loaded loaded = TopologyLoader.standard().load(files);
            return new RevisionReading.Read(Revision.of(commit.get()), loaded);
        } catch (IOException | UncheckedIOException unreadable) {
            return refused("unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    /// The commits on the way to `HEAD` in which one of the files or folders changed, the newest first. What was merged
    /// counts as its merge. Empty where there is no repository, or none of it can be read.
    ///
    /// @param most no more than these
    /// @param isCancelled asked before each commit
    public static List<Revision> touching(List<Path> paths, int most, BooleanSupplier isCancelled) {
        List<Revision> found = new ArrayList<>();
        Path root = StoredFiles.rootOf(paths);
        try (GitRepository repository = GitRepository.around(root).orElse(null)) {
            Optional<Commit> head = repository == null ? Optional.empty() : repository.commit("HEAD");
            if (repository == null || head.isEmpty()) {
                return List.of();
            }
            CommitLog log = new CommitLog(repository, head.get(), true);
            List<Path> absolute = absolute(paths);
            Optional<Commit> commit = log.next();
            List<String> ids = ids(repository, commit.orElseThrow(), absolute);
            for (int walked = 0; walked < MOST_WALKED && found.size() < most && commit.isPresent(); walked++) {
                if (isCancelled.getAsBoolean()) {
                    break;
                }
                Optional<Commit> before = log.next();
                List<String> earlier = before.isEmpty() ? List.of() : ids(repository, before.get(), absolute);
                if (!ids.equals(earlier) && !(before.isEmpty() && ids.stream().allMatch(String::isEmpty))) {
                    found.add(Revision.of(commit.get()));
                }
                commit = before;
                ids = earlier;
            }
        } catch (IOException unreadable) {
            return found;
        }
        return found;
    }

    private static List<String> ids(GitRepository repository, Commit commit, List<Path> paths) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path path : paths) {
            CommittedFiles files = new CommittedFiles(repository, commit, path, List.of());
            ids.add(files.id());
        }
        return ids;
    }

    private static List<Path> absolute(List<Path> paths) {
        return paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    private static RevisionReading refused(String code, String argument) {
        return new RevisionReading.Refused(code, List.of(argument));
    }
}
