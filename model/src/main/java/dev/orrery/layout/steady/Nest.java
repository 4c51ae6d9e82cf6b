package dev.orrery.layout.steady;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Pin;
import dev.orrery.layout.Size;
import dev.orrery.layout.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What lies in what on the new picture, with the places that are kept of the one before.
final class Nest {
    /// What stands for the whole picture, around everything.
    final Item whole = new Item(NodeId.boundary(""), new Size(0, 0), null, null);
    /// Boxes and opened boundaries.
    final SortedMap<NodeId, Item> items = new TreeMap<>();

    private final Standing standing;
    private final Map<String, VisibleGraph.Frame> frames = new HashMap<>();
    private final Map<NodeId, VisibleGraph.Node> knownNodes = new HashMap<>();

    Nest(LayoutRequest request) {
        standing = request.standing();
        standing.graph().nodes().forEach(node -> knownNodes.put(node.id(), node));
        request.graph().boundaries().forEach(frame -> frames.put(frame.id(), frame));
        SortedMap<NodeId, Box> boxes = standing.layout().boxes();
        for (VisibleGraph.Frame frame : request.graph().boundaries()) {
            NodeId id = NodeId.boundary(frame.id());
            Box before = standing.layout().frames().getOrDefault(frame.id(), boxes.get(id));
            items.put(id, new Item(id, request.titles().getOrDefault(frame.id(), new Size(0, 0)), before, null));
        }
        for (VisibleGraph.Node node : request.graph().nodes()) {
            items.put(node.id(), card(node, request.sizes().getOrDefault(node.id(), new Size(0, 0))));
        }
        for (VisibleGraph.Node node : request.graph().nodes()) {
            around(node.boundary()).add(item(node.id()));
        }
        for (VisibleGraph.Frame frame : request.graph().boundaries()) {
            around(frame.within()).add(item(NodeId.boundary(frame.id())));
        }
        for (Pin pin : request.pins()) {
            Item pinned = items.get(pin.node());
            if (pinned != null && pinned.inside.isEmpty()) {
                pinned.held = true;
                pinned.put(pin.x(), pin.y());
            }
        }
    }

    private Item card(VisibleGraph.Node node, Size size) {
        Box box = standing.layout().boxes().get(node.id());
        VisibleGraph.Node known = knownNodes.get(node.id());
        Box frame = node.id().of() == NodeId.Of.BOUNDARY
                ? standing.layout().frames().get(node.id().id())
                : null;
        if (known == null || !Objects.equals(known.boundary(), node.boundary())) {
            box = null;
        }
        Item item = new Item(node.id(), size, box == null ? frame : box, null);
        if (box != null) {
            item.put(box.x(), box.y());
        } else if (frame != null) {
            item.put(Math.rint(frame.centerX() - size.width() / 2), frame.y());
        }
        return item;
    }

    Item item(NodeId id) {
        Item item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("not on the picture: " + id);
        }
        return item;
    }

    Item around(@Nullable String frame) {
        return frame == null ? whole : item(NodeId.boundary(frame));
    }

    /// The outermost opened boundaries in which nothing has a place yet, sorted.
    List<Item> blocks() {
        List<Item> found = new ArrayList<>();
        collect(whole, found);
        return found;
    }

    private static void collect(Item around, List<Item> found) {
        for (Item item : around.inside) {
            if (!item.inside.isEmpty()) {
                if (cards(item).stream().noneMatch(Item::isPlaced)) {
                    found.add(item);
                } else {
                    collect(item, found);
                }
            }
        }
    }

    /// The boxes inside at any depth.
    static List<Item> cards(Item around) {
        List<Item> cards = new ArrayList<>();
        for (Item item : around.inside) {
            if (item.inside.isEmpty()) {
                cards.add(item);
            } else {
                cards.addAll(cards(item));
            }
        }
        return cards;
    }
}
