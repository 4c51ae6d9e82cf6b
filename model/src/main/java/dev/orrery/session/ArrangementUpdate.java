package dev.orrery.session;

import dev.orrery.diagram.Measures;
import dev.orrery.graph.Folding;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.guide.GuideEdit;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Point;
import dev.orrery.layout.Standing;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Edits of the arrangement, and the layouts that they ask for.
final class ArrangementUpdate {
    private ArrangementUpdate() {}

    static Next edit(Session session, Edit edit) {
        Opened opened = session.opened();
        if (opened == null) {
            return Next.of(session);
        }
        Topology topology = opened.pictured();
        Arrangement now = session.arrangement();
        Visibility visibility = now.visibility();
        return switch (edit) {
            case Edit.PinBoxes(SortedMap<NodeId, Point> places) ->
                edited(session, now.withPins(places), some("edit.pin", topology, places.keySet()), null);
            case Edit.UnpinBoxes(SortedSet<NodeId> nodes) ->
                edited(session, now.withoutPins(nodes), some("edit.unpin", topology, nodes), null);
            case Edit.Collapse collapse ->
                edited(
                        session,
                        now.withVisibility(visibility.collapse(collapse.boundary())),
                        words("edit.collapse", name(topology, NodeId.boundary(collapse.boundary()))),
                        NodeId.boundary(collapse.boundary()));
            case Edit.Expand expand ->
                edited(
                        session,
                        now.withVisibility(visibility.expand(expand.boundary())),
                        words("edit.expand", name(topology, NodeId.boundary(expand.boundary()))),
                        NodeId.boundary(expand.boundary()));
            case Edit.CollapseAll() ->
                edited(
                        session,
                        now.withVisibility(new Visibility(
                                topology.boundaries().stream().map(Boundary::id).collect(Collectors.toSet()))),
                        words("edit.collapse-all"),
                        null);
            case Edit.ExpandAll() ->
                edited(session, now.withVisibility(Visibility.ALL), words("edit.expand-all"), null);
            case Edit.UnpinAll() -> edited(session, now.withoutPins(), words("edit.unpin-all"), null);
            case Edit.ToggleHubs() -> HubsUpdate.toggle(session);
            case Edit.ChangeTopology change -> EditingUpdate.ask(session, change.edits());
            case Edit.ChangeText change -> EditingUpdate.write(session, change);
            case Edit.ChangeGuide(GuideEdit change) ->
                edited(
                        session,
                        now.withGuide(change.apply(now.guide())),
                        GuideWords.of(
                                change,
                                change instanceof GuideEdit.WriteNote note && note.on() != null
                                        ? name(topology, note.on())
                                        : ""),
                        null);
            case Edit.ArrangeAgain() -> edited(session, now.again(), words("edit.arrange"), null);
        };
    }

    /// Undo or redo: to an arrangement that was there before, of the same texts.
    static Next travel(Session session, Undo undo) {
        if (undo.equals(session.undo()) || session.opened() == null) {
            return Next.of(session);
        }
        Arrangement target = undo.present().arrangement();
        boolean looks = !target.visibility().equals(session.keptArrangement().visibility());
        Session there = session.withUndo(undo);
        Session seen = looks ? there.withViewing(there.viewing().seeing(null)) : there;
        return kept(seen, arrange(seen, changedBoundary(session, target), true));
    }

    static Next arranged(Session session, Action.Arranged result) {
        Arranging done = session.arranging();
        if (result.generation() != session.generation() || done == null) {
            return Next.of(session);
        }
        Picture picture = done.with(result.layout(), result.calmer());
        return CallsUpdate.followed(shown(session, picture));
    }

    /// Asks for the layout that the opened topology and the arrangement need. A picture that was there before is
    /// shown at once; another changes what is on the screen no more than it must. While files are being read
    /// nothing is asked for: what they say has to be laid out anyway.
    static Next arrange(Session session, @Nullable NodeId touched, boolean byEdit) {
        Opened opened = session.opened();
        if (opened == null || !session.opening().isEmpty()) {
            return Next.of(session);
        }
        Topology topology = opened.pictured();
        Arrangement arrangement = session.arrangement();
        VisibleGraph graph = VisibleGraph.of(topology, arrangement.visibility(), session.layers());
        Session there = SelectionUpdate.onPicture(session, graph);
        long generation = session.generation() + 1;
        Picture known = session.seen().of(session.moment()).orElse(Picture.EMPTY);
        if (known.graph().equals(graph) && known.topology().equals(topology)) {
            Session again = shown(there.arranging(null, generation), known.touchedAt(touched));
            return session.arranging() == null ? Next.of(again) : Next.of(again, new Effect.CancelWork());
        }
        Hubs hubs = Hubs.of(graph);
        Picture before = session.seen().before(session.moment()).orElse(Picture.EMPTY);
        Folding folding = HubsUpdate.folding(arrangement, hubs, before);
        LayoutRequest drawn = request(topology, graph, Hubs.NONE, arrangement, before);
        LayoutRequest folded = request(topology, graph, hubs, arrangement, before);
        return Next.of(
                there.arranging(new Arranging(topology, graph, hubs, folding, touched, byEdit), generation)
                        .withWork(new Work(generation, Messages.of("work.arranging"))),
                switch (folding) {
                    case DRAWN -> new Effect.Arrange(generation, drawn);
                    case FOLDED -> new Effect.Arrange(generation, folded);
                    case AUTOMATIC -> new Effect.Arrange(generation, drawn, hubs.isNone() ? null : folded);
                });
    }

    /// Where hubs are folded otherwise than before, everything is placed anew: what was in the way is no more.
    private static LayoutRequest request(
            Topology topology, VisibleGraph graph, Hubs folded, Arrangement arrangement, Picture before) {
        boolean follows = !before.layout().boxes().isEmpty() && before.folded().isNone() == folded.isNone();
        return Measures.request(topology, graph, folded, arrangement.pinList())
                .withStanding(follows ? before.standing() : Standing.NONE);
    }

    private static Session shown(Session session, Picture picture) {
        return HubsUpdate.shown(session, picture)
                .withSeen(session.seen().with(session.moment(), picture))
                .arranging(null, session.generation())
                .withWork(null);
    }

    /// What policies allow has lines only when asked for; all other layers are there already.
    static Next toggleLayer(Session session, Certainty certainty) {
        Session shown = session.withLayers(session.layers().toggled(certainty));
        return certainty == Certainty.ALLOWED ? arrange(shown, null, false) : Next.of(shown);
    }

    /// Nobody waits any longer for what is being read or arranged. An edit whose picture was not made is taken
    /// back.
    static Next cancel(Session session) {
        if (session.work() == null) {
            return Next.of(session);
        }
        Arranging arranging = session.arranging();
        long generation = session.generation() + 1;
        Session idle = session.reading(List.of(), generation)
                .arranging(null, generation)
                .withWork(null)
                .withNotice(Messages.of("notice.cancelled"));
        if (arranging == null || !arranging.byEdit() || session.picture().equals(Picture.EMPTY)) {
            return Next.of(idle, new Effect.CancelWork());
        }
        if (isOfMore(session.undo().undone().present(), session.undo().present())) {
            return Next.of(idle, new Effect.CancelWork()).then(stopped -> EditingUpdate.travel(stopped, true));
        }
        Session before = idle.withUndo(session.undo().undone());
        return kept(before, Next.of(before, new Effect.CancelWork()));
    }

    /// Whether two moments differ in more than the arrangement.
    static boolean isOfMore(Undo.Moment one, Undo.Moment other) {
        return !one.texts().equals(other.texts()) || !Objects.equals(one.scenario(), other.scenario());
    }

    static Next edited(Session session, Arrangement next, String name, @Nullable NodeId touched) {
        boolean looks = !next.visibility().equals(session.arrangement().visibility());
        if (looks && session.viewing().tour() != null) {
            // Who looks around in a tour changes nothing.
            return arrange(session.withViewing(session.viewing().seeing(next.visibility())), touched, false);
        }
        Arrangement own = session.keptArrangement();
        Undo undo = session.undo().edited(looks ? next : next.seeing(own.visibility(), own.chosen()), name);
        Session there = looks ? session.withViewing(session.viewing().seeing(null)) : session;
        if (undo.equals(session.undo())) {
            return looks ? arrange(there, touched, false) : Next.of(session);
        }
        Session edited = there.withUndo(undo);
        return kept(edited, arrange(edited, touched, true));
    }

    static Next kept(Session session, Next next) {
        Opened opened = session.opened();
        if (opened == null || !session.excursion().isNone()) {
            return next;
        }
        List<Effect> effects = new ArrayList<>(next.effects());
        effects.add(new Effect.KeepArrangement(opened.paths(), session.keptArrangement()));
        return new Next(next.session(), effects);
    }

    /// The one boundary that an undo folds or unfolds, so that it can stay in its place; null where there are
    /// several.
    private static @Nullable NodeId changedBoundary(Session session, Arrangement next) {
        Set<String> before = session.arrangement().visibility().collapsed();
        Set<String> changed = new TreeSet<>(next.visibility().collapsed());
        changed.removeAll(before);
        before.stream()
                .filter(boundary -> !next.visibility().collapsed().contains(boundary))
                .forEach(changed::add);
        return changed.size() == 1 ? NodeId.boundary(changed.iterator().next()) : null;
    }

    private static String some(String key, Topology topology, Set<NodeId> nodes) {
        return nodes.size() == 1
                ? words(key, name(topology, nodes.iterator().next()))
                : words(key + "-some", Integer.toString(nodes.size()));
    }

    private static String name(Topology topology, NodeId node) {
        return switch (node.of()) {
            case SERVICE ->
                topology.service(node.id()).map(service -> service.name()).orElse(node.id());
            case BOUNDARY -> topology.boundary(node.id()).map(Boundary::name).orElse(node.id());
            case MISSING -> node.id();
        };
    }

    private static String words(String key, String... arguments) {
        return Messages.of(key, (Object[]) arguments);
    }
}
