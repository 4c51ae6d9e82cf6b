package dev.orrery.revision;

import dev.orrery.importer.StoredFiles;
import dev.orrery.suggestion.CoChange;
import dev.orrery.suggestion.Couple;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// How often services changed together, by the log of the repository around opened files.
///
/// A merge says nothing that its parts do not, the first commit brings everything together, and a commit that changes
/// more
/// than a dozen services or 2,000 files is a sweep: none of these counts.
public final class CoChanges {
    /// What most repositories are well told by, and the longest that it may take.
    public static final int USUAL_COMMITS = 5_000;

    public static final Duration USUAL_TIME = Duration.ofSeconds(5);

    private static final int MOST_SERVICES = 12;
    private static final int MOST_FILES = 2_000;

    private final InstantSource clock;
    private final int mostCommits;
    private final Duration longest;

    /// @param mostCommits no more are looked at, from `HEAD` back
    /// @param longest after which it ends with what it has
    public CoChanges(InstantSource clock, int mostCommits, Duration longest) {
        this.clock = clock;
        this.mostCommits = mostCommits;
        this.longest = longest;
    }

    /// @param paths that were opened
    /// @param topology that was read from them
    /// @param isCancelled asked before each commit; then it ends with what it has
    /// @return none where there is no repository, or none of it can be read
    public CoChange read(List<Path> paths, Topology topology, BooleanSupplier isCancelled) {
        Path root = StoredFiles.rootOf(paths);
        Tally tally = new Tally();
        try (GitRepository repository = GitRepository.around(root).orElse(null)) {
            Optional<Commit> head = repository == null ? Optional.empty() : repository.commit("HEAD");
            if (repository == null || head.isEmpty()) {
                return CoChange.NONE;
            }
            String prefix = CommittedFiles.written(repository.top(), root);
            ServiceFolders folders = new ServiceFolders(topology, prefix.isEmpty() ? "" : prefix + "/");
            Instant end = clock.instant().plus(longest);
            CommitLog log = new CommitLog(repository, head.get(), false);
            Optional<Commit> commit = log.next();
            for (int seen = 0; seen < mostCommits && commit.isPresent(); seen++) {
                if (isCancelled.getAsBoolean() || clock.instant().isAfter(end)) {
                    break;
                }
                if (commit.get().parents().size() == 1) {
                    tally.add(changed(repository, commit.get(), folders));
                }
                commit = log.next();
            }
        } catch (IOException unreadable) {
            // What was read up to there is true.
            return tally.coChange();
        }
        return tally.coChange();
    }

    private static SortedSet<String> changed(GitRepository repository, Commit commit, ServiceFolders folders) {
        SortedSet<String> services = new TreeSet<>();
        try {
            Commit parent = repository.byId(commit.parents().getFirst());
            SortedSet<String> files = TreeDiff.files(repository, parent, commit, MOST_FILES);
            if (files.size() <= MOST_FILES) {
                files.forEach(file -> folders.serviceOf(file).ifPresent(service -> services.add(service)));
            }
        } catch (IOException notHere) {
            // The end of a shallow clone, or a folder that a partial one has not got.
            services.clear();
        }
        return services;
    }

    private static final class Tally {
        private final SortedMap<String, Integer> changes = new TreeMap<>();
        private final SortedMap<Couple, Integer> together = new TreeMap<>();
        private int commits;

        void add(SortedSet<String> services) {
            if (services.isEmpty() || services.size() > MOST_SERVICES) {
                return;
            }
            commits++;
            for (String one : services) {
                changes.merge(one, 1, Integer::sum);
                for (String other : services.tailSet(one)) {
                    if (!one.equals(other)) {
                        together.merge(new Couple(one, other), 1, Integer::sum);
                    }
                }
            }
        }

        CoChange coChange() {
            return new CoChange(commits, changes, together);
        }
    }
}
