package dev.orrery.layout.steady;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Pin;
import dev.orrery.layout.Pinning;
import dev.orrery.layout.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Places for a picture that follows another.
final class Places {
    private final LayoutRequest request;
    private final LayoutEngine engine;
    private final Cancellation cancellation;
    private final Nest nest;
    /// Made once something new wants a place.
    private @Nullable Seats seats;

    /// Opened boundaries that were laid out and not yet brought to where they belong.
    private final Set<Item> homeless = new HashSet<>();

    private Places(LayoutRequest request, Nest nest, LayoutEngine engine, Cancellation cancellation) {
        this.request = request;
        this.nest = nest;
        this.engine = engine;
        this.cancellation = cancellation;
    }

    /// Empty where less than half of the new picture was there before: then it is better drawn anew.
    ///
    /// @param engine for what was opened
    static Optional<SortedMap<NodeId, Box>> of(LayoutRequest request, LayoutEngine engine, Cancellation cancellation) {
        Nest nest = new Nest(request);
        Successors.of(request.graph(), request.standing()).forEach((item, old) -> {
            Box box = request.standing().layout().boxes().get(old);
            if (box != null && !nest.item(item).isPlaced()) {
                nest.item(item).put(box.x(), box.y());
            }
        });
        List<Item> blocks = nest.blocks();
        Set<Item> inBlocks = new HashSet<>();
        blocks.forEach(block -> inBlocks.addAll(Nest.cards(block)));
        long kept = 0;
        long changed = blocks.size();
        for (Item item : nest.items.values()) {
            if (item.inside.isEmpty() && !inBlocks.contains(item)) {
                boolean stays = request.standing().layout().boxes().containsKey(item.id);
                kept += stays ? 1 : 0;
                changed += stays ? 0 : 1;
            }
        }
        return kept < changed || kept == 0
                ? Optional.empty()
                : Optional.of(new Places(request, nest, engine, cancellation).find(blocks));
    }

    private SortedMap<NodeId, Box> find(List<Item> blocks) {
        blocks.forEach(this::layOut);
        settle(nest.whole);
        SortedMap<NodeId, Box> boxes = new TreeMap<>();
        request.graph()
                .nodes()
                .forEach(node -> boxes.put(node.id(), nest.item(node.id()).now()));
        return Pinning.settle(request.graph(), boxes, request.titles(), request.pins());
    }

    /// An opened boundary, drawn by itself. Where its card was, its title is.
    private void layOut(Item block) {
        cancellation.check();
        Set<NodeId> inside = new HashSet<>();
        Set<String> frames = new HashSet<>();
        collect(block, inside, frames);
        VisibleGraph graph = request.graph().needed();
        SortedMap<NodeId, Size> sizes = new TreeMap<>(request.sizes());
        sizes.keySet().retainAll(inside);
        SortedMap<String, Size> titles = new TreeMap<>(request.titles());
        titles.keySet().retainAll(frames);
        List<Pin> pins = request.pins().stream()
                .filter(pin -> inside.contains(pin.node()))
                .toList();
        VisibleGraph own = new VisibleGraph(
                graph.nodes().stream()
                        .filter(node -> inside.contains(node.id()))
                        .toList(),
                graph.boundaries().stream()
                        .filter(frame -> frames.contains(frame.id()))
                        .map(frame -> NodeId.boundary(frame.id()).equals(block.id)
                                ? new VisibleGraph.Frame(frame.id(), null)
                                : frame)
                        .toList(),
                graph.edges().stream()
                        .filter(edge -> inside.contains(edge.id().from())
                                && inside.contains(edge.id().to()))
                        .toList());
        engine.layout(new LayoutRequest(own, sizes, titles, pins), cancellation)
                .boxes()
                .forEach((id, box) -> nest.item(id).put(box.x(), box.y()));
        encloseAll(block);
        Box before = block.before;
        if (block.held) {
            return;
        }
        if (before == null) {
            homeless.add(block);
        } else {
            Box now = block.now();
            block.shift(Math.rint(before.centerX() - now.centerX()), Math.rint(before.y() - now.y()));
        }
    }

    private static void collect(Item around, Set<NodeId> cards, Set<String> frames) {
        if (around.inside.isEmpty()) {
            cards.add(around.id);
        } else {
            frames.add(around.id.id());
            around.inside.forEach(item -> collect(item, cards, frames));
        }
    }

    private static void encloseAll(Item around) {
        for (Item item : around.inside) {
            if (!item.inside.isEmpty()) {
                encloseAll(item);
            }
        }
        around.enclose();
    }

    /// From the inside out: what is new gets a place, and what is in the way makes room.
    private void settle(Item around) {
        cancellation.check();
        List<Item> seatless = new ArrayList<>();
        for (Item item : around.inside) {
            if (homeless.contains(item)) {
                seatless.add(item);
            } else if (!item.inside.isEmpty()) {
                if (!item.isPlaced()) {
                    settle(item);
                }
            } else if (!item.isPlaced()) {
                seatless.add(item);
            }
        }
        if (!seatless.isEmpty()) {
            seats().seat(around, seatless);
        }
        Push.apart(around.inside);
        if (around != nest.whole) {
            around.enclose();
        }
    }

    private Seats seats() {
        Seats made = seats;
        if (made == null) {
            made = new Seats(nest, request.graph().needed(), request.standing().layout());
            seats = made;
        }
        return made;
    }
}
