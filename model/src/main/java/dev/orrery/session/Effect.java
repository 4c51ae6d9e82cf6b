package dev.orrery.session;

import dev.orrery.edit.BehindAlias;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.health.Attention;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.StatedInspections.Known;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.probe.ProbePlan;
import dev.orrery.probe.Trust;
import dev.orrery.scenario.Scenario;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something to be done outside the session, off the thread that owns it.
public sealed interface Effect {
    /// Read files, and what is kept beside them; answered by [Action.Opened] or [Action.OpenFailed].
    ///
    /// @param before what is open, where the same is read again
    record Read(long generation, List<Path> paths, @Nullable Opened before) implements Effect {}

    /// Tell by [Action.FilesChanged] when one of these changes; replaces the files watched before.
    ///
    /// @param workspaces of these only what people state there: the rest is written by the window itself
    record Watch(Set<Path> files, Set<Path> workspaces) implements Effect {}

    /// Place boxes and route edges; answered by [Action.Arranged] or [Action.ArrangeFailed]. The same request gives
    /// the same places; it holds the picture before, where that is to be changed no more than it must.
    ///
    /// @param calmer the same with hubs folded, made in its place where it at least halves the crossings; null
    ///     where that is no question
    record Arrange(
            long generation,
            LayoutRequest request,
            @Nullable LayoutRequest calmer) implements Effect {
        /// Without a question.
        public Arrange(long generation, LayoutRequest request) {
            this(generation, request, null);
        }
    }

    /// Give up reading and arranging.
    record CancelWork() implements Effect {}

    /// Ask what the plan says, at most the origins that are trusted; replaces what was asked before, with the
    /// calls.
    record Probe(ProbePlan plan, Trust trust) implements Effect {}

    /// Ask the servers that keep measurements who calls whom, now and again; as long as, and only where, endpoints
    /// are asked. Answered by [Action.CallsSeen].
    ///
    /// @param epoch to be told with the answers
    /// @param topology without what was seen
    record WatchCalls(long epoch, Topology topology) implements Effect {}

    /// Ask nothing until the next [Probe].
    record PauseProbing() implements Effect {}

    record ProbeNow() implements Effect {}

    /// Remember that this is allowed for this root too.
    ///
    /// @param environment null for the addresses as declared
    record KeepTrust(Path root, @Nullable String environment, Trust more) implements Effect {}

    /// Remember, for this user alone, in which environment these paths are looked at.
    ///
    /// @param environment null for the addresses as declared
    record KeepEnvironment(List<Path> paths, @Nullable String environment) implements Effect {}

    /// Keep the arrangement in the workspace file of these paths.
    record KeepArrangement(List<Path> paths, Arrangement arrangement) implements Effect {}

    /// Keep these findings as a baseline, or of one that there is only them; answered by [Action.FilesChanged] or
    /// [Action.Told].
    ///
    /// @param before what the baseline knows; null where there is none
    record KeepBaseline(
            Path file, List<Finding> found, @Nullable Set<Known> before) implements Effect {
        public KeepBaseline {
            found = List.copyOf(found);
        }
    }

    /// Read what people said of the services of what these paths opened; answered by [Action.AttentionRecalled].
    record RecallAttention(List<Path> paths, @Nullable String environment) implements Effect {}

    /// Keep what people said of the services of what these paths opened.
    record KeepAttention(List<Path> paths, @Nullable String environment, Attention attention) implements Effect {}

    /// Start the user's editor at a place, counted from 1.
    record OpenEditor(Path file, int line, int column) implements Effect {}

    /// Make edits of texts; answered by [Action.TextsChanged], [Action.ChangeRefused] or [Action.ChangeAsks].
    ///
    /// @param open what was open before
    /// @param sources the texts
    /// @param behind what is done about values behind an alias
    record ChangeTexts(long serial, Opened open, List<SourceFile> sources, List<TopologyEdit> edits, BehindAlias behind)
            implements Effect {}

    /// Read texts that are at hand; answered by [Action.TextsChanged].
    ///
    /// @param open what was open before
    record ReadTexts(long serial, Opened open, List<SourceFile> sources) implements Effect {}

    /// Write these files, all or none, where they still hold what is known of them; answered by [Action.Saved],
    /// [Action.SaveRefused] or, where others changed one, by [Action.FilesChanged].
    ///
    /// @param sources what the files are known to hold
    /// @param texts what they are to hold
    record Save(List<SourceFile> sources, Texts texts) implements Effect {}

    /// Write all files into another folder, unless one of them is there already; answered by [Action.Copied] or
    /// [Action.SaveRefused].
    ///
    /// @param paths what is open
    /// @param sources the files that it consists of
    /// @param texts what they are to hold
    record SaveCopy(Path folder, List<Path> paths, List<SourceFile> sources, Texts texts, Arrangement arrangement)
            implements Effect {}

    /// Keep edits that are not saved, so that they outlive a crash; where there are none, forget what was kept.
    ///
    /// @param disk what the files hold
    /// @param texts what they are to hold
    record Journal(List<Path> paths, Texts disk, Texts texts) implements Effect {}

    /// Try a scenario; answered by [Action.ScenarioTried] or [Action.ChangeRefused].
    ///
    /// @param home what is open
    record Imagine(long serial, Opened home, Scenario scenario) implements Effect {}

    /// Read the scenarios of the workspace of these paths; answered by [Action.ScenariosRecalled].
    record RecallScenarios(List<Path> paths) implements Effect {}

    /// Change the scenarios of the workspace of these paths; answered by [Action.ScenariosRecalled].
    ///
    /// @param gone name of one that goes, or that the other takes the place of; null for none
    /// @param now one that is kept, in place of one that has its name; null for none
    record KeepScenario(
            List<Path> paths,
            @Nullable String gone,
            @Nullable Scenario now) implements Effect {}

    /// Compare what is open; answered by [Action.ComparisonMade] or [Action.CompareFailed].
    ///
    /// @param isEarlier whether the other is the earlier one
    /// @param scenario that is meant; null where none is
    record Compare(
            long generation,
            Opened home,
            Against against,
            boolean isEarlier,
            @Nullable Scenario scenario) implements Effect {}
}
