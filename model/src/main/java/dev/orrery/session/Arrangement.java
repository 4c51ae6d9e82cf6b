package dev.orrery.session;

import dev.orrery.graph.Folding;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.layout.Pin;
import dev.orrery.layout.Point;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the user chose about the picture: what is collapsed, what is pinned and whether hubs are folded. This is what
/// undo restores and the workspace keeps.
///
/// @param chosen whether somebody said what is collapsed; until then it is what one sees first
/// @param pins top left corners of boxes put by hand; a pin whose box is not on the picture waits until it is
/// @param round how often everything was placed anew since it was opened; within a round, what stays on the picture
///     stays in its place. The workspace does not keep it
public record Arrangement(
        Visibility visibility, boolean chosen, SortedMap<NodeId, Point> pins, Folding hubs, int round) {
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
        this(visibility, chosen, pins, hubs, 0);
    }

    /// Somebody says what is collapsed.
    public Arrangement withVisibility(Visibility changed) {
        return changed.equals(visibility) ? this : new Arrangement(changed, true, pins, hubs, round);
    }

    public Arrangement withHubs(Folding changed) {
        return changed == hubs ? this : new Arrangement(visibility, chosen, pins, changed, round);
    }

    /// The same with what one sees first, where nobody said what is collapsed.
    public Arrangement seenAs(Visibility first) {
        return chosen || first.equals(visibility) ? this : new Arrangement(first, false, pins, hubs, round);
    }

    /// The same with more that is collapsed, which says no more of who chose it.
    Arrangement collapsing(Set<String> more) {
        TreeSet<String> all = new TreeSet<>(visibility.collapsed());
        return all.addAll(more) ? new Arrangement(new Visibility(all), chosen, pins, hubs, round) : this;
    }

    public Arrangement withPin(NodeId node, Point place) {
        return withPins(Map.of(node, place));
    }

    Arrangement withPins(Map<NodeId, Point> places) {
        TreeMap<NodeId, Point> more = new TreeMap<>(pins);
        more.putAll(places);
        return new Arrangement(visibility, chosen, more, hubs, round);
    }

    Arrangement withoutPins(Set<NodeId> nodes) {
        TreeMap<NodeId, Point> fewer = new TreeMap<>(pins);
        return fewer.keySet().removeAll(nodes) ? new Arrangement(visibility, chosen, fewer, hubs, round) : this;
    }

    public Arrangement withoutPins() {
        return pins.isEmpty() ? this : new Arrangement(visibility, chosen, new TreeMap<>(), hubs, round);
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
        return new Arrangement(new Visibility(collapsed), chosen, moved, hubs, round);
    }

    /// Everything is to be placed anew, around what was put by hand.
    public Arrangement again() {
        return new Arrangement(visibility, chosen, pins, hubs, round + 1);
    }

    /// The pins as a layout wants them, sorted.
    public List<Pin> pinList() {
        return pins.entrySet().stream()
                .map(pin ->
                        new Pin(pin.getKey(), pin.getValue().x(), pin.getValue().y()))
                .toList();
    }
}
