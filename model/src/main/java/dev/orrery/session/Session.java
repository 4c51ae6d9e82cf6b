package dev.orrery.session;

import dev.orrery.diagram.Spotlight;
import dev.orrery.graph.Layers;
import dev.orrery.graph.NodeId;
import dev.orrery.guide.Guide;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.probe.ObserverState;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.scenario.Scenario;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything that one exploring session knows.
///
/// @param opened null on the welcome page
/// @param undo the arrangement and the texts, and those before and after them
/// @param editing how far the texts are from those on the disk
/// @param picture what is drawn; older than `arranging` until the new layout arrives
/// @param seen pictures of what is open that there were before
/// @param arranging what a layout is being made for; null while none is
/// @param generation of the newest reading or layout that was asked for; results of older ones
///     are dropped
/// @param opening paths that are being read; empty while none are
/// @param trusts what may be asked, in each environment
/// @param missing what is named by what is open and not allowed in its environment
/// @param epoch of the newest plan to ask; answers to older ones count only for what is still asked alike
/// @param policy by which answers count
/// @param attention what people said of how services stand
/// @param observer how well this computer can see what it asks
/// @param selected null while nothing is
/// @param also what is selected beside that, which is not among it; empty while nothing is selected
/// @param impact whether all that depends on the selected service stands out
/// @param aspect how the picture is looked at
/// @param layers which evidence the picture shows
/// @param inquiry what is asked of the picture for a while
/// @param viewing through which named view it is looked at
/// @param hubLines lines to hubs that are shown although a badge stands for them
/// @param work that goes on now; null while none does
/// @param notice to be read once; null while there is none
/// @param now the second that ages are counted from
/// @param excursion a what-if or comparison that is on the screen; then `opened`, `undo` and `picture` are its own
/// @param scenarios of the workspace, in its order
public record Session(
        @Nullable Opened opened,
        Undo undo,
        Editing editing,
        Picture picture,
        SeenPictures seen,
        @Nullable Arranging arranging,
        long generation,
        List<Path> opening,
        Trusts trusts,
        Trust missing,
        long epoch,
        HealthPolicy policy,
        HealthBoard board,
        Attention attention,
        ObserverState observer,
        Watching watching,
        @Nullable NodeId selected,
        SortedSet<NodeId> also,
        boolean impact,
        Aspect aspect,
        Layers layers,
        Inquiry inquiry,
        Viewing viewing,
        HubLines hubLines,
        @Nullable Work work,
        @Nullable String notice,
        Instant now,
        Excursion excursion,
        List<Scenario> scenarios) {

    public Session {
        opening = List.copyOf(opening);
        also = Collections.unmodifiableSortedSet(new TreeSet<>(also));
        scenarios = List.copyOf(scenarios);
    }

    /// A session with nothing open.
    public static Session startingAt(Instant now) {
        return new Session(
                null,
                Undo.startingWith(Arrangement.NONE, Texts.NONE),
                Editing.NONE,
                Picture.EMPTY,
                SeenPictures.NONE,
                null,
                0,
                List.of(),
                Trusts.NONE,
                Trust.NONE,
                0,
                HealthPolicy.DEFAULT,
                HealthBoard.EMPTY,
                Attention.NONE,
                new ObserverState.Online(),
                new Watching.NothingToAsk(),
                null,
                Collections.emptySortedSet(),
                false,
                Aspect.PLAIN,
                Layers.DEFAULT,
                Inquiry.NONE,
                Viewing.NONE,
                HubLines.NONE,
                null,
                null,
                now,
                Excursion.NONE,
                List.of());
    }

    /// What may be asked now.
    public Trust trust() {
        return trusts.in(opened == null ? null : opened.environmentName());
    }

    /// What of the picture is in the light now.
    public Spotlight spotlight() {
        return switch (inquiry) {
            case Inquiry.Path path when !path.paths().isNone() -> new Spotlight.Way(path.way());
            case Inquiry.OfFinding chosen -> chosen.spotlight();
            default -> aspect.spotlight(board, attention, now);
        };
    }

    /// All that is selected.
    public SortedSet<NodeId> allSelected() {
        TreeSet<NodeId> all = new TreeSet<>(also);
        if (selected != null) {
            all.add(selected);
        }
        return Collections.unmodifiableSortedSet(all);
    }

    /// The scenario of a name.
    public Optional<Scenario> scenario(String name) {
        return scenarios.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /// The scenario that is tried; that of nothing where none is.
    public Scenario supposed() {
        return WhatIfUpdate.present(this);
    }

    /// Whether to leave the what-if that is on the screen would lose steps that nobody kept.
    public boolean isUnkept() {
        return WhatIfUpdate.isUnkept(this);
    }

    /// The files whose texts were edited and not saved.
    public SortedSet<String> unsaved() {
        return undo.present().texts().differing(editing.disk());
    }

    /// The arrangement as it is seen, which may be through a named view.
    public Arrangement arrangement() {
        Arrangement kept = keptArrangement();
        return viewing.visibility() == null ? kept : kept.seeing(viewing.visibility(), true);
    }

    /// The arrangement that was chosen, whatever is looked at.
    public Arrangement keptArrangement() {
        return undo.present().arrangement();
    }

    /// What the picture shows, whatever notes and views say of it.
    Undo.Moment moment() {
        return new Undo.Moment(
                arrangement().withGuide(Guide.NONE), undo.present().texts());
    }

    /// The same session but for what `change` sets in a draft of it.
    private Session with(Consumer<SessionDraft> change) {
        SessionDraft draft = new SessionDraft(this);
        change.accept(draft);
        return draft.session();
    }

    Session withUndo(Undo changed) {
        return with(draft -> draft.undo = changed);
    }

    Session withEditing(Editing changed) {
        return with(draft -> draft.editing = changed);
    }

    Session withPicture(Picture changed) {
        return with(draft -> draft.picture = changed);
    }

    Session withSeen(SeenPictures changed) {
        return with(draft -> draft.seen = changed);
    }

    Session withBoard(HealthBoard changed) {
        return with(draft -> draft.board = changed);
    }

    Session withAttention(Attention changed) {
        return with(draft -> draft.attention = changed);
    }

    Session withObserver(ObserverState changed) {
        return with(draft -> draft.observer = changed);
    }

    Session withWatching(Watching changed) {
        return with(draft -> draft.watching = changed);
    }

    Session withTrusts(Trusts changed) {
        return with(draft -> draft.trusts = changed);
    }

    Session withMissing(Trust changed) {
        return with(draft -> draft.missing = changed);
    }

    Session withEpoch(long changed) {
        return with(draft -> draft.epoch = changed);
    }

    Session withPolicy(HealthPolicy changed) {
        return with(draft -> draft.policy = changed);
    }

    Session withSelection(@Nullable NodeId node, boolean showImpact) {
        return with(draft -> {
            draft.selected = node;
            draft.also = Collections.emptySortedSet();
            draft.impact = showImpact;
        });
    }

    /// @param others beside `node`
    Session withSelection(NodeId node, SortedSet<NodeId> others) {
        return with(draft -> {
            draft.selected = node;
            draft.also = others;
        });
    }

    Session withImpact(boolean shown) {
        return with(draft -> draft.impact = shown);
    }

    Session withAspect(Aspect changed) {
        return with(draft -> draft.aspect = changed);
    }

    Session withLayers(Layers changed) {
        return with(draft -> draft.layers = changed);
    }

    Session withInquiry(Inquiry changed) {
        return changed.equals(inquiry) ? this : with(draft -> draft.inquiry = changed);
    }

    Session withViewing(Viewing changed) {
        return with(draft -> draft.viewing = changed);
    }

    Session withHubLines(HubLines changed) {
        return with(draft -> draft.hubLines = changed);
    }

    Session withWork(@Nullable Work changed) {
        return with(draft -> draft.work = changed);
    }

    Session withNotice(@Nullable String words) {
        return with(draft -> draft.notice = words);
    }

    Session withNow(Instant changed) {
        return with(draft -> draft.now = changed);
    }

    Session withOpened(@Nullable Opened changed) {
        return with(draft -> {
            draft.opened = changed;
            draft.aspect = aspect.over(changed);
            draft.inquiry = InquiryUpdate.over(inquiry, changed);
        });
    }

    Session withExcursion(Excursion changed) {
        return with(draft -> draft.excursion = changed);
    }

    Session withScenarios(List<Scenario> changed) {
        return with(draft -> draft.scenarios = changed);
    }

    Session reading(List<Path> paths, long newest) {
        return with(draft -> {
            draft.opening = paths;
            draft.generation = newest;
        });
    }

    Session arranging(@Nullable Arranging next, long newest) {
        return with(draft -> {
            draft.arranging = next;
            draft.generation = newest;
        });
    }
}
