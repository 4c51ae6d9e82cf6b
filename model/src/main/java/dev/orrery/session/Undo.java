package dev.orrery.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The arrangements before and after the present one, each under the name of the edit that leads on from it.
///
/// @param past oldest first; at most [#DEEPEST]
/// @param future next first
public record Undo(List<Step> past, Arrangement present, List<Step> future) {
    public static final int DEEPEST = 200;

    /// @param arrangement to return to
    /// @param name of the edit between it and its neighbour towards the present, in words
    public record Step(Arrangement arrangement, String name) {}

    public Undo {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static Undo startingWith(Arrangement arrangement) {
        return new Undo(List.of(), arrangement, List.of());
    }

    /// One edit more; the same instance where it changes nothing.
    public Undo edited(Arrangement next, String name) {
        if (next.equals(present)) {
            return this;
        }
        List<Step> longer = new ArrayList<>(past);
        longer.add(new Step(present, name));
        return new Undo(longer.subList(Math.max(0, longer.size() - DEEPEST), longer.size()), next, List.of());
    }

    /// The same with more that is collapsed at present, which is no edit.
    Undo collapsing(Set<String> more) {
        Arrangement folded = present.collapsing(more);
        return folded.equals(present) ? this : new Undo(past, folded, future);
    }

    /// Name of what [#undone] takes back.
    public Optional<String> undoName() {
        return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().name());
    }

    /// Name of what [#redone] does again.
    public Optional<String> redoName() {
        return future.isEmpty()
                ? Optional.empty()
                : Optional.of(future.getFirst().name());
    }

    /// One edit back; the same instance where there is none.
    public Undo undone() {
        if (past.isEmpty()) {
            return this;
        }
        Step last = past.getLast();
        List<Step> ahead = new ArrayList<>(future);
        ahead.addFirst(new Step(present, last.name()));
        return new Undo(past.subList(0, past.size() - 1), last.arrangement(), ahead);
    }

    /// One edit forth; the same instance where there is none.
    public Undo redone() {
        if (future.isEmpty()) {
            return this;
        }
        Step next = future.getFirst();
        List<Step> behind = new ArrayList<>(past);
        behind.add(new Step(present, next.name()));
        return new Undo(behind, next.arrangement(), future.subList(1, future.size()));
    }
}
