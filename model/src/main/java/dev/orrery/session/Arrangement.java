package dev.orrery.session;

import dev.orrery.graph.Folding;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.guide.Guide;
import dev.orrery.layout.Pin;
import dev.orrery.layout.Point;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the user chose about the picture: what is collapsed, what is pinned, whether hubs are folded, and what
/// notes and named views say of it. This is what undo restores and the workspace keeps.
///
/// @param chosen whether somebody said what is collapsed; until then it is what one sees first
/// @param pins top left corners of boxes put by hand; a pin whose box is not on the picture waits until it is
/// @param round how often everything was placed anew since it was opened; within a round, what stays on the picture
///     stays in its place. The workspace does not keep it
/// @param guide notes and named views
public record Arrangement(
        Visibility visibility, boolean chosen, SortedMap<NodeId, Point> pins, Folding hubs, int round, Guide guide) {
    public static final Arrangement NONE = new Arrangement(Visibility.ALL, false, new TreeMap<>(), Folding.AUTOMATIC);

    public Arrangement {
        pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
    }

    /// Where somebody said what is collapsed; with hubs folded where that helps.
    public Arrangement(Visibility visibility, SortedMap<NodeId, Point> pins) {
        this(visibility, true, pins, Folding.AUTOMATIC);
    }

    /// As it is kept.
    public Arrangement(Visibility visibility, boolean chosen, SortedMap<NodeId, Point> pins, Folding hubs) {
        this(visibility, chosen, pins, hubs, 0, Guide.NONE);
    }

    /// Somebody says what is collapsed.
    public Arrangement withVisibility(Visibility changed) {
        return changed.equals(visibility) ? this : new Arrangement(changed, true, pins, hubs, round, guide);
    }

    public Arrangement withHubs(Folding changed) {
        return changed == hubs ? this : new Arrangement(visibility, chosen, pins, changed, round, guide);
    }

    /// The same with what one sees first, where nobody said what is collapsed.
    public Arrangement seenAs(Visibility first) {
        return chosen || first.equals(visibility) ? this : new Arrangement(first, false, pins, hubs, round, guide);
    }

    /// The same with more that is collapsed, which says no more of who chose it.
    Arrangement collapsing(Set<String> more) {
        TreeSet<String> all = new TreeSet<>(visibility.collapsed());
        return all.addAll(more) ? new Arrangement(new Visibility(all), chosen, pins, hubs, round, guide) : this;
    }

    public Arrangement withPin(NodeId node, Point place) {
        return withPins(Map.of(node, place));
    }

    Arrangement withPins(Map<NodeId, Point> places) {
        TreeMap<NodeId, Point> more = new TreeMap<>(pins);
        more.putAll(places);
        return new Arrangement(visibility, chosen, more, hubs, round, guide);
    }

    Arrangement withoutPins(Set<NodeId> nodes) {
        TreeMap<NodeId, Point> fewer = new TreeMap<>(pins);
        return fewer.keySet().removeAll(nodes) ? new Arrangement(visibility, chosen, fewer, hubs, round, guide) : this;
    }

    public Arrangement withoutPins() {
        return pins.isEmpty() ? this : new Arrangement(visibility, chosen, new TreeMap<>(), hubs, round, guide);
    }

    /// The same where a box or frame has another name.
    Arrangement renamed(NodeId before, NodeId after) {
        TreeMap<NodeId, Point> moved = new TreeMap<>(pins);
        Point place = moved.remove(before);
        if (place != null) {
            moved.put(after, place);
        }
        TreeSet<String> collapsed = new TreeSet<>(visibility.collapsed());
        if (before.of() == NodeId.Of.BOUNDARY && collapsed.remove(before.id())) {
            collapsed.add(after.id());
        }
        return new Arrangement(new Visibility(collapsed), chosen, moved, hubs, round, guide.renamed(before, after));
    }

    /// The same with other notes and views.
    public Arrangement withGuide(Guide changed) {
        return changed.equals(guide) ? this : new Arrangement(visibility, chosen, pins, hubs, round, changed);
    }

    /// The same as somebody else sees it, who chose what is collapsed or did not.
    Arrangement seeing(Visibility seen, boolean byChoice) {
        return new Arrangement(seen, byChoice, pins, hubs, round, guide);
    }

    /// Everything is to be placed anew, around what was put by hand.
    public Arrangement again() {
        return new Arrangement(visibility, chosen, pins, hubs, round + 1, guide);
    }

    /// The pins as a layout wants them, sorted.
    public List<Pin> pinList() {
        return pins.entrySet().stream()
                .map(pin ->
                        new Pin(pin.getKey(), pin.getValue().x(), pin.getValue().y()))
                .toList();
    }
}
