package dev.orrery.session;

import dev.orrery.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What was edited, at the moments before and after the present one, each under the name of the edit that leads on
/// from it.
///
/// @param past oldest first; at most [#DEEPEST]
/// @param future next first
public record Undo(List<Step> past, Moment present, List<Step> future) {
    public static final int DEEPEST = 200;

    /// What edits change.
    ///
    /// @param texts of the files that are open
    /// @param scenario that is tried; null where none is
    public record Moment(
            Arrangement arrangement, Texts texts, @Nullable Scenario scenario) {
        /// Where none is tried.
        public Moment(Arrangement arrangement, Texts texts) {
            this(arrangement, texts, null);
        }
    }

    /// @param moment to return to
    /// @param name of the edit between it and its neighbour towards the present, in words
    public record Step(Moment moment, String name) {}

    public Undo {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static Undo startingWith(Arrangement arrangement, Texts texts) {
        return startingWith(new Moment(arrangement, texts));
    }

    static Undo startingWith(Moment moment) {
        return new Undo(List.of(), moment, List.of());
    }

    /// One edit more; the same instance where it changes nothing.
    public Undo edited(Arrangement next, String name) {
        return edited(new Moment(next, present.texts(), present.scenario()), name);
    }

    /// One edit more; the same instance where it changes nothing.
    public Undo edited(Moment next, String name) {
        if (next.equals(present)) {
            return this;
        }
        List<Step> longer = new ArrayList<>(past);
        longer.add(new Step(present, name));
        return new Undo(longer.subList(Math.max(0, longer.size() - DEEPEST), longer.size()), next, List.of());
    }

    /// The same with more that is collapsed at present, which is no edit.
    Undo collapsing(Set<String> more) {
        Arrangement folded = present.arrangement().collapsing(more);
        return folded.equals(present.arrangement())
                ? this
                : new Undo(past, new Moment(folded, present.texts(), present.scenario()), future);
    }

    /// The same where the files were read anew and nothing else was edited in them: no edit leads to other texts, so
    /// all moments have the new ones. Where texts were edited the reading is a step of its own.
    Undo reread(Texts texts, String name) {
        boolean edited = past.stream().anyMatch(step -> !step.moment().texts().equals(present.texts()))
                || future.stream().anyMatch(step -> !step.moment().texts().equals(present.texts()));
        if (edited) {
            return edited(new Moment(present.arrangement(), texts), name);
        }
        UnaryOperator<Step> anew = step -> new Step(new Moment(step.moment().arrangement(), texts), step.name());
        return new Undo(
                past.stream().map(anew).toList(),
                new Moment(present.arrangement(), texts),
                future.stream().map(anew).toList());
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
        return new Undo(past.subList(0, past.size() - 1), last.moment(), ahead);
    }

    /// One edit forth; the same instance where there is none.
    public Undo redone() {
        if (future.isEmpty()) {
            return this;
        }
        Step next = future.getFirst();
        List<Step> behind = new ArrayList<>(past);
        behind.add(new Step(present, next.name()));
        return new Undo(behind, next.moment(), future.subList(1, future.size()));
    }
}
