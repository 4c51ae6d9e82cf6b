package dev.orrery.session;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.guide.GuideEdit;
import dev.orrery.layout.Point;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A change of the arrangement or of what the descriptors say: one gesture, one edit, one row in the undo list.
public sealed interface Edit extends Action {
    /// Boxes were put somewhere by hand.
    ///
    /// @param places their top left corners
    record PinBoxes(SortedMap<NodeId, Point> places) implements Edit {
        public PinBoxes {
            places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
        }

        /// One of them.
        public PinBoxes(NodeId node, Point place) {
            this(new TreeMap<>(Map.of(node, place)));
        }
    }

    record UnpinBoxes(SortedSet<NodeId> nodes) implements Edit {
        public UnpinBoxes {
            nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
        }
    }

    record Collapse(String boundary) implements Edit {}

    record Expand(String boundary) implements Edit {}

    record CollapseAll() implements Edit {}

    record ExpandAll() implements Edit {}

    /// All pins go; boxes stay where they are until something else moves them.
    record UnpinAll() implements Edit {}

    /// Hubs are folded into badges, or drawn with all their lines: the other way from how they are seen now.
    record ToggleHubs() implements Edit {}

    /// A note or a named view. Nothing moves for it.
    record ChangeGuide(GuideEdit edit) implements Edit {}

    /// Everything that is not pinned is placed anew.
    record ArrangeAgain() implements Edit {}

    /// Other services, dependencies or boundaries. The texts are changed in memory; they are written when they are
    /// saved.
    ///
    /// @param edits of one intent: all or none
    record ChangeTopology(List<TopologyEdit> edits) implements Edit {
        public ChangeTopology {
            edits = List.copyOf(edits);
        }
    }

    /// Somebody wrote in the text of a file.
    ///
    /// @param file as in a location
    record ChangeText(String file, String content) implements Edit {}
}
