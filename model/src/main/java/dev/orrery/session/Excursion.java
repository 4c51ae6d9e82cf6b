package dev.orrery.session;

import dev.orrery.comparison.Union;
import dev.orrery.scenario.Outcome;
import dev.orrery.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/// What is on the screen for a while in place of what is open: a what-if, or a comparison. Nothing of it is
/// written into a file, nothing else is asked for it, and what was there before comes back as it was.
public sealed interface Excursion {
    Excursion NONE = new None();

    /// What comes back; null where nothing is in its place.
    @Nullable
    Home home();

    /// Whether this is what is open itself.
    boolean isNone();

    record None() implements Excursion {
        @Override
        public @Nullable Home home() {
            return null;
        }

        @Override
        public boolean isNone() {
            return true;
        }
    }

    /// A scenario is tried on a copy. Its steps are in the undo list.
    ///
    /// @param outcome of the scenario as it is now
    /// @param changes from the topology as it is
    /// @param kept the scenario as the workspace has it; null where it was never kept
    record WhatIf(
            Home home,
            Outcome outcome,
            Union changes,
            @Nullable Scenario kept) implements Excursion {
        @Override
        public boolean isNone() {
            return false;
        }
    }

    /// Two topologies on one canvas.
    ///
    /// @param at what is seen, from 0 for the earlier one over 0.5 for both to 1 for the later one
    record Comparing(Home home, Compared compared, double at) implements Excursion {
        @Override
        public boolean isNone() {
            return false;
        }
    }

    /// What was there before.
    ///
    /// @param isStale whether its files have changed since
    record Home(Opened opened, Undo undo, Picture picture, boolean isStale) {
        Home stale() {
            return new Home(opened, undo, picture, true);
        }
    }
}
