package dev.orrery.session;

import dev.orrery.diagram.Lens;
import dev.orrery.edit.AliasChoice;
import dev.orrery.edit.BehindAlias;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Attention;
import dev.orrery.health.Maintenance;
import dev.orrery.health.Observation;
import dev.orrery.health.Pace;
import dev.orrery.importer.Loaded;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.Layout;
import dev.orrery.probe.Gap;
import dev.orrery.probe.ObserverState;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.query.Term;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Scenario;
import dev.orrery.session.Editing.Recovered;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Sighting;
import dev.orrery.topology.SourceLocation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Something that happened: a gesture, an answer, a result.
public sealed interface Action permits Action.Gesture, Action.Result, Edit {

    /// What the user did that is no edit.
    sealed interface Gesture extends Action {}

    /// What came back from an effect or from outside.
    sealed interface Result extends Action {}

    /// Open these files or folders in place of what is open.
    record Open(List<Path> paths) implements Gesture {
        public Open {
            paths = List.copyOf(paths);
        }
    }

    /// Back to the welcome page.
    record Close() implements Gesture {}

    /// Select this and nothing else.
    ///
    /// @param node null to select nothing
    record Select(@Nullable NodeId node) implements Gesture {}

    /// Select this too, or no longer where it is selected.
    record SelectMore(NodeId node) implements Gesture {}

    /// Select every box that is on the picture and that the spotlight does not leave in the dark.
    record SelectAll() implements Gesture {}

    /// Select these and nothing else.
    ///
    /// @param lead of which most is told
    record SelectThese(NodeId lead, SortedSet<NodeId> also) implements Gesture {
        public SelectThese {
            also = Collections.unmodifiableSortedSet(new TreeSet<>(also));
        }
    }

    /// Show or hide who would be hit if the selected service failed.
    record ToggleImpact() implements Gesture {}

    /// Let only those stand out that an expression means.
    ///
    /// @param typed as somebody wrote it; empty for everything
    record FilterBy(String typed) implements Gesture {}

    /// Ask for one thing more in the expression, or no longer.
    record Choose(Term term) implements Gesture {}

    /// Leave out what is not meant, or only dim it.
    record ToggleHiding() implements Gesture {}

    /// Let colour mean something else.
    record LookThrough(Lens lens) implements Gesture {}

    /// Show or hide what evidence of one certainty supports. It moves no box.
    record ToggleLayer(Certainty certainty) implements Gesture {}

    /// Look at the neighbourhood of what is selected, or no longer where that is looked at.
    record ToggleFocus() implements Gesture {}

    /// How far the neighbourhood that is looked at reaches; what is out of range counts as the nearest that is not.
    record SetHops(int hops) implements Gesture {}

    /// Look for a path from what is selected to what is selected next.
    record AskPath() implements Gesture {}

    /// Light the shortest path from the one to the other or, where there is none, back.
    record FindPath(NodeId from, NodeId to) implements Gesture {}

    /// Light the next of the shortest paths.
    record NextPath() implements Gesture {}

    /// Look at what an inspection found.
    record ShowFinding(Finding finding) implements Gesture {}

    /// Look at the next finding.
    ///
    /// @param back the one before
    record StepFinding(boolean back) implements Gesture {}

    /// Mark errors and warnings, everything, or nothing on the picture, in turn.
    record ToggleMarks() implements Gesture {}

    /// A finding is not to be told any more: written into the workspace, as an edit.
    ///
    /// @param because why; not blank
    record Suppress(Finding finding, String because) implements Gesture {}

    /// How severe all is that a rule finds: written into the workspace, as an edit.
    ///
    /// @param severity empty for off
    record Weigh(String rule, Optional<Severity> severity) implements Gesture {}

    /// Keep what is found now as a baseline; where there is one, only take out what is mended.
    record Freeze() implements Gesture {}

    /// Look at the whole picture again.
    record EndInquiry() implements Gesture {}

    /// Go to a named view.
    record ShowView(String name) implements Gesture {}

    /// Go to a step of the tour, from 0; where no tour is on, it begins.
    record ShowStep(int at) implements Gesture {}

    /// End the tour: all is as it was before.
    record LeaveTour() implements Gesture {}

    /// Show the lines for which badges stand, or hide them again where all of them are shown.
    record ToggleFolded(Set<EdgeId> edges) implements Gesture {
        public ToggleFolded {
            edges = Set.copyOf(edges);
        }
    }

    record UndoEdit() implements Gesture {}

    record RedoEdit() implements Gesture {}

    /// Write what was edited into its files.
    record Save() implements Gesture {}

    /// Write what is open, with what was edited, into a folder in which none of its files is, and go on with that.
    record SaveCopy(Path folder) implements Gesture {}

    /// Go on with what was edited here, whatever others wrote; saving writes over that.
    record KeepMine() implements Gesture {}

    /// Go on with what others wrote; what was edited here can be had back by undo.
    record TakeTheirs() implements Gesture {}

    /// Somebody chose what becomes of an edit behind an alias.
    ///
    /// @param behind [BehindAlias#ASK] to leave it
    record AnswerAlias(BehindAlias behind) implements Gesture {}

    /// Take up the edits of an earlier session that were never saved.
    record Recover() implements Gesture {}

    /// Drop the edits of an earlier session that were never saved.
    record ForgetRecovered() implements Gesture {}

    /// The user lets these be asked and sent, for this root and environment, from now on.
    record Allow(Trust more) implements Gesture {}

    /// Look at the same services where they run under this name.
    ///
    /// @param environment null for the addresses as declared
    record SwitchEnvironment(@Nullable String environment) implements Gesture {}

    /// Stop asking for now, or go on.
    record TogglePause() implements Gesture {}

    /// Ask more or less often than the descriptors say.
    record SetPace(Pace pace) implements Gesture {}

    /// Ask every check now.
    record AskNow() implements Gesture {}

    /// Somebody looks after these; those that are well, or not asked, are left out.
    ///
    /// @param until by the wall clock
    /// @param note why, or who; may be empty
    record Acknowledge(Set<String> services, Instant until, String note) implements Gesture {
        public Acknowledge {
            services = Set.copyOf(services);
        }
    }

    /// Nobody looks after these any more.
    record Withdraw(Set<String> services) implements Gesture {
        public Withdraw {
            services = Set.copyOf(services);
        }
    }

    /// These are worked on, now or later.
    record Maintain(Set<String> services, Maintenance time) implements Gesture {
        public Maintain {
            services = Set.copyOf(services);
        }
    }

    /// The work on these has ended; where none goes on, what is planned is called off.
    record EndMaintenance(Set<String> services) implements Gesture {
        public EndMaintenance {
            services = Set.copyOf(services);
        }
    }

    /// Try something on a copy: the first step of a what-if, or one step more of that which is on the screen.
    ///
    /// @param edits all or none
    record Suppose(List<TopologyEdit> edits, List<AssumedFault> faults) implements Gesture {
        public Suppose {
            edits = List.copyOf(edits);
            faults = List.copyOf(faults);
        }
    }

    /// Try a scenario of the workspace.
    record OpenScenario(String name) implements Gesture {}

    /// Keep the what-if that is on the screen in the workspace, in place of a scenario that has the name.
    record KeepScenario(String name) implements Gesture {}

    record RenameScenario(String name, String renamed) implements Gesture {}

    record DeleteScenario(String name) implements Gesture {}

    /// See what is open and something else on one canvas.
    ///
    /// @param isEarlier whether what is open is compared with something that was before it
    record Compare(Against against, boolean isEarlier) implements Gesture {
        /// What was committed was before; all else comes after.
        public Compare(Against against) {
            this(against, against.isEarlier());
        }
    }

    /// What was the earlier one is the later one.
    record SwapComparison() implements Gesture {}

    /// Where to look in a comparison.
    ///
    /// @param at from 0 for the earlier one over 0.5 for both to 1 for the later one; out of range counts as the
    ///     nearest that is not
    record Scrub(double at) implements Gesture {}

    /// What was there before a what-if or comparison comes back. Steps that nobody kept are lost.
    record LeaveExcursion() implements Gesture {}

    /// Give up the work that is going on.
    record Cancel() implements Gesture {}

    record DismissNotice() implements Gesture {}

    /// Open the place of a problem or service in the user's editor.
    record ShowSource(SourceLocation source) implements Gesture {}

    /// Files were read.
    ///
    /// @param kept the arrangement that the workspace holds
    /// @param trusts what may be asked for this root, in each environment
    /// @param environment in which the user last looked at it; null for the addresses as declared
    /// @param readOnly files that cannot be written
    /// @param recovered edits of an earlier session that were never saved; null where there are none
    /// @param declared what follows from it with the addresses as declared, since that takes long for much;
    ///     null where it is still to be found
    record Opened(
            long generation,
            Loaded loaded,
            Arrangement kept,
            List<Problem> workspaceProblems,
            Trusts trusts,
            @Nullable String environment,
            SortedSet<String> readOnly,
            @Nullable Recovered recovered,
            dev.orrery.session.@Nullable Opened declared)
            implements Result {
        public Opened {
            workspaceProblems = List.copyOf(workspaceProblems);
        }

        /// Of which nothing follows yet.
        public Opened(
                long generation,
                Loaded loaded,
                Arrangement kept,
                List<Problem> workspaceProblems,
                Trusts trusts,
                @Nullable String environment,
                SortedSet<String> readOnly,
                @Nullable Recovered recovered) {
            this(generation, loaded, kept, workspaceProblems, trusts, environment, readOnly, recovered, null);
        }

        /// With files that can be written, and nothing to recover.
        public Opened(
                long generation,
                Loaded loaded,
                Arrangement kept,
                List<Problem> workspaceProblems,
                Trusts trusts,
                @Nullable String environment) {
            this(generation, loaded, kept, workspaceProblems, trusts, environment, new TreeSet<>(), null);
        }

        /// Looked at with the addresses as declared.
        public Opened(
                long generation, Loaded loaded, Arrangement kept, List<Problem> workspaceProblems, Trusts trusts) {
            this(generation, loaded, kept, workspaceProblems, trusts, null);
        }

        /// The same with what follows from it for these paths, which are those of the effect that this answers.
        ///
        /// @param before what is open, where the same was read again
        public Opened derived(List<Path> paths, dev.orrery.session.@Nullable Opened before) {
            return new Opened(
                    generation,
                    loaded,
                    kept,
                    workspaceProblems,
                    trusts,
                    environment,
                    readOnly,
                    recovered,
                    dev.orrery.session.Opened.declared(paths, loaded, problems(), before));
        }

        /// Of reading and of the workspace.
        List<Problem> problems() {
            List<Problem> problems = new ArrayList<>(loaded.problems());
            problems.addAll(workspaceProblems);
            return problems;
        }
    }

    /// Texts that are open are others now.
    ///
    /// @param serial of the change that was asked for
    /// @param declared what they say, with the addresses as declared
    /// @param told what there is to say about where it was written; null where that is where everybody would look
    record TextsChanged(
            long serial,
            dev.orrery.session.Opened declared,
            @Nullable String told) implements Result {
        public TextsChanged(long serial, dev.orrery.session.Opened declared) {
            this(serial, declared, null);
        }
    }

    /// A scenario was tried.
    ///
    /// @param serial of the change that was asked for
    record ScenarioTried(long serial, Imagined imagined) implements Result {}

    /// The scenarios of a workspace were read.
    ///
    /// @param paths that it belongs to
    /// @param notice what there is to be said about the file; null where there is nothing
    record ScenariosRecalled(
            List<Path> paths,
            List<Scenario> scenarios,
            @Nullable String notice) implements Result {
        public ScenariosRecalled {
            paths = List.copyOf(paths);
            scenarios = List.copyOf(scenarios);
        }
    }

    /// @param opened what is open, with the topology of both
    record ComparisonMade(long generation, Compared compared, dev.orrery.session.Opened opened) implements Result {}

    /// There is nothing to compare with.
    ///
    /// @param words for people
    record CompareFailed(long generation, String words) implements Result {}

    /// A change of the texts cannot be.
    ///
    /// @param words for people
    record ChangeRefused(long serial, String words) implements Result {}

    /// A change of the texts stands behind an alias, and nobody has said yet what is to be done about that.
    ///
    /// @param serial of the change that was asked for
    record ChangeAsks(long serial, AliasChoice choice) implements Result {}

    /// Files were written.
    ///
    /// @param texts that they hold
    record Saved(Texts texts) implements Result {}

    /// All was written elsewhere.
    ///
    /// @param from what was open
    /// @param to the same paths in the other folder
    record Copied(List<Path> from, List<Path> to) implements Result {
        public Copied {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /// Nothing was written.
    ///
    /// @param words for people
    record SaveRefused(String words) implements Result {}

    /// What people had said of what is open was read.
    ///
    /// @param paths that it was kept for
    /// @param environment null for the addresses as declared
    record AttentionRecalled(List<Path> paths, @Nullable String environment, Attention attention) implements Result {
        public AttentionRecalled {
            paths = List.copyOf(paths);
        }
    }

    /// Nothing could be read at all.
    ///
    /// @param words for people
    record OpenFailed(long generation, String words) implements Result {}

    /// A file that is open has changed on disk.
    record FilesChanged() implements Result {}

    /// @param calmer whether it is that of the request with hubs folded, where there was a choice
    record Arranged(long generation, Layout layout, boolean calmer) implements Result {
        /// Where there was no choice.
        public Arranged(long generation, Layout layout) {
            this(generation, layout, false);
        }
    }

    record ArrangeFailed(long generation, String words) implements Result {}

    /// Answers, in order of time.
    ///
    /// @param gaps that have ended
    /// @param observer how well this computer can see now
    record Observed(List<Observation> observations, List<Gap> gaps, ObserverState observer) implements Result {
        public Observed {
            observations = List.copyOf(observations);
            gaps = List.copyOf(gaps);
        }

        /// Without a gap.
        public Observed(List<Observation> observations, ObserverState observer) {
            this(observations, List.of(), observer);
        }

        /// With nothing in the way.
        public Observed(List<Observation> observations) {
            this(observations, List.of(), new ObserverState.Online());
        }
    }

    /// Servers that keep measurements told who calls whom.
    ///
    /// @param epoch of the plan that named the servers
    record CallsSeen(long epoch, List<Sighting> sightings) implements Result {
        public CallsSeen {
            sightings = List.copyOf(sightings);
        }
    }

    /// A second has passed.
    ///
    /// @param now the time of day
    /// @param steady the same by the clock of [Observation#steady()]
    record Tick(Instant now, Instant steady) implements Result {
        /// Where nobody sets the clock.
        public Tick(Instant now) {
            this(now, now);
        }
    }

    /// Something to tell the user once, such as a failed save.
    record Told(String words) implements Result {}
}
