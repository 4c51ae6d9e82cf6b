package dev.orrery.diagram;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// What to touch to come from one picture to the next.
///
/// @param page whether the title, the bounds, the notes or the lines for which badges stand differ
public record DiagramDiff(
        boolean page, Changes<String, Frame> frames, Changes<EdgeId, Edge> edges, Changes<NodeId, Card> cards) {

    /// What became of the parts of one sort. Each part is in at most one list.
    ///
    /// @param removed ids of what is gone
    /// @param moved at another place or of another size, and perhaps of another look too
    /// @param restyled at the same place with another look
    public record Changes<K, T>(List<T> added, List<K> removed, List<T> moved, List<T> restyled) {
        public Changes {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            moved = List.copyOf(moved);
            restyled = List.copyOf(restyled);
        }

        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && moved.isEmpty() && restyled.isEmpty();
        }
    }

    /// Lists are in the order of the newer diagram; removed ids in that of the older.
    public static DiagramDiff between(Diagram older, Diagram newer) {
        return new DiagramDiff(
                !older.title().equals(newer.title())
                        || !older.bounds().equals(newer.bounds())
                        || !older.notes().equals(newer.notes())
                        || !older.folded().equals(newer.folded()),
                changes(
                        older.frames(),
                        newer.frames(),
                        Frame::id,
                        (a, b) -> a.box().equals(b.box())),
                changes(
                        older.edges(),
                        newer.edges(),
                        Edge::id,
                        (a, b) -> a.route().equals(b.route())),
                changes(
                        older.cards(),
                        newer.cards(),
                        Card::id,
                        (a, b) -> a.box().equals(b.box())));
    }

    public boolean isEmpty() {
        return !page && frames.isEmpty() && edges.isEmpty() && cards.isEmpty();
    }

    private static <K, T> Changes<K, T> changes(
            List<T> older, List<T> newer, Function<T, K> id, BiPredicate<T, T> samePlace) {
        Map<K, T> before = HashMap.newHashMap(older.size());
        older.forEach(part -> before.put(id.apply(part), part));
        List<T> added = new ArrayList<>();
        List<T> moved = new ArrayList<>();
        List<T> restyled = new ArrayList<>();
        for (T part : newer) {
            T was = before.remove(id.apply(part));
            if (was == null) {
                added.add(part);
            } else if (!samePlace.test(was, part)) {
                moved.add(part);
            } else if (!was.equals(part)) {
                restyled.add(part);
            }
        }
        List<K> removed = older.stream().map(id).filter(before::containsKey).toList();
        return new Changes<>(added, removed, moved, restyled);
    }
}
