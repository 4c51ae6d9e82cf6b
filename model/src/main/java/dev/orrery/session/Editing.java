package dev.orrery.session;

import dev.orrery.importer.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far the texts of what is open are from those on the disk.
///
/// @param sources the files, as far as is known what they hold
/// @param disk the texts of the sources
/// @param serial of the newest change that was begun; answers to older ones are dropped
/// @param waiting changes that are asked for, the one that is being made first
/// @param readOnly files that cannot be written
/// @param collision what others wrote into files that are edited here; null while there is none
/// @param recovered edits of an earlier session that were never saved, to be taken up or dropped; null where there are
///     none
/// @param question that an edit asks whose value stands behind an alias; null where none does
public record Editing(
        List<SourceFile> sources,
        Texts disk,
        long serial,
        List<Change> waiting,
        SortedSet<String> readOnly,
        @Nullable Collision collision,
        @Nullable Recovered recovered,
        @Nullable AliasQuestion question) {
    public static final Editing NONE =
            new Editing(List.of(), Texts.NONE, 0, List.of(), new TreeSet<>(), null, null, null);

    /// Others wrote into files that are edited here. Neither side is lost until somebody chooses.
    ///
    /// @param sources what all files hold now
    /// @param files that both changed
    public record Collision(List<SourceFile> sources, SortedSet<String> files) {
        public Collision {
            sources = List.copyOf(sources);
            files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        }
    }

    /// Edits that were journalled and never saved.
    ///
    /// @param texts with them
    /// @param files that they are in
    /// @param changedSince whether one of these is no more what it was then
    public record Recovered(Texts texts, SortedSet<String> files, boolean changedSince) {
        public Recovered {
            files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        }
    }

    public Editing {
        sources = List.copyOf(sources);
        waiting = List.copyOf(waiting);
        readOnly = Collections.unmodifiableSortedSet(new TreeSet<>(readOnly));
    }

    /// The texts as they were read.
    static Editing of(
            List<SourceFile> sources, SortedSet<String> readOnly, @Nullable Recovered recovered, long serial) {
        return new Editing(sources, Texts.of(sources), serial, List.of(), readOnly, null, recovered, null);
    }

    Editing asked(Change change) {
        List<Change> longer = new ArrayList<>(waiting);
        longer.add(change);
        return new Editing(sources, disk, serial, longer, readOnly, collision, recovered, question);
    }

    /// The first change is being made.
    Editing begun() {
        return new Editing(sources, disk, serial + 1, waiting, readOnly, collision, recovered, question);
    }

    /// The first change is made, or cannot be.
    Editing done() {
        return new Editing(
                sources, disk, serial, waiting.subList(1, waiting.size()), readOnly, collision, recovered, question);
    }

    /// Nothing waits any more; what is being made comes too late.
    Editing idle() {
        return new Editing(sources, disk, serial + 1, List.of(), readOnly, collision, recovered, null);
    }

    Editing withSources(List<SourceFile> others) {
        return new Editing(others, Texts.of(others), serial, waiting, readOnly, collision, recovered, question);
    }

    Editing withCollision(@Nullable Collision found) {
        return new Editing(sources, disk, serial, waiting, readOnly, found, recovered, question);
    }

    Editing withQuestion(@Nullable AliasQuestion asked) {
        return new Editing(sources, disk, serial, waiting, readOnly, collision, recovered, asked);
    }

    Editing withoutRecovered() {
        return new Editing(sources, disk, serial, waiting, readOnly, collision, null, question);
    }
}
