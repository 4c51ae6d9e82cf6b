package dev.orrery.revision;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// The commits before one, itself included, the newest first. It ends where the repository does, which in a shallow
/// clone is early.
final class CommitLog {
    private static final Comparator<Commit> NEWEST_FIRST =
            Comparator.comparing(Commit::time).reversed().thenComparing(Commit::id);

    private final GitRepository repository;
    private final boolean isFirstParentOnly;
    private final PriorityQueue<Commit> next = new PriorityQueue<>(NEWEST_FIRST);
    private final Set<String> seen = new HashSet<>();

    /// @param isFirstParentOnly whether what was merged counts as its merge alone
    CommitLog(GitRepository repository, Commit from, boolean isFirstParentOnly) {
        this.repository = repository;
        this.isFirstParentOnly = isFirstParentOnly;
        seen.add(from.id());
        next.add(from);
    }

    Optional<Commit> next() {
        Commit commit = next.poll();
        if (commit == null) {
            return Optional.empty();
        }
        for (String parent :
                isFirstParentOnly ? commit.parents().stream().limit(1).toList() : commit.parents()) {
            if (seen.add(parent)) {
                parent(parent).ifPresent(next::add);
            }
        }
        return Optional.of(commit);
    }

    private Optional<Commit> parent(String id) {
        try {
            return Optional.of(repository.byId(id));
        } catch (IOException notHere) {
            return Optional.empty();
        }
    }
}
