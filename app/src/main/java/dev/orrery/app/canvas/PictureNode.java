package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.diagram.DiagramDiff;
import dev.orrery.diagram.Emphasis;
import dev.orrery.diagram.FindingMark;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.NoteMark;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/// The picture as it is shown: where everything is, and the nodes of what is near. All else is painted, from the
/// [Painting] that this gives out.
final class PictureNode extends Parent {
    /// Of the index, for each node: where there are more, counting would take too long.
    private static final int ENTRIES = 40;
    /// New nodes in a frame while the camera moves.
    private static final int NEW_IN_A_FRAME = 6;
    /// Beyond what is seen, in pixels of the diagram.
    private static final double MARGIN = 40;

    private final Group frameLayer = layer();
    private final Group cardLayer = layer();
    private final Group noteLayer = layer();
    private final NoteNodes notes = new NoteNodes(noteLayer);
    private final Group floating = layer();
    private final CardNodes cards = new CardNodes(cardLayer);
    private final FrameNodes frames = new FrameNodes(frameLayer);
    private final Translate offset = new Translate();
    private final Scale zoom = new Scale(1, 1);
    private final Map<NodeId, Card> cardsById = new HashMap<>();
    private final Map<String, Frame> framesById = new HashMap<>();
    private final int mostNodes;
    private Painting painting = Painting.NOTHING;
    private @Nullable SpokenWords words;
    private Detail detail = Detail.FULL;
    private @Nullable NodeId held;

    /// @param mostNodes where more cards and frames are in sight, all of them are painted
    PictureNode(int mostNodes) {
        this.mostNodes = mostNodes;
        setManaged(false);
        floating.setMouseTransparent(true);
        getTransforms().addAll(offset, zoom);
        getChildren().addAll(frameLayer, cardLayer, noteLayer, floating);
    }

    Diagram diagram() {
        return painting.diagram();
    }

    /// What is to be painted now; the same instance while nothing changes.
    Painting painting() {
        return painting;
    }

    /// Shows another diagram. What stays takes on its new look at once, and its place too unless the caller moves it.
    ///
    /// @return how to go from the places before to the new ones, 0 to 1; does nothing where nothing moved
    DoubleConsumer show(Diagram next) {
        return show(next, DiagramDiff.between(diagram(), next));
    }

    /// @param diff between what is shown and the next
    DoubleConsumer show(Diagram next, DiagramDiff diff) {
        if (diff.isEmpty()) {
            return _ -> {};
        }
        Transit transit = Transit.of(diff, place -> place(place), frame -> place(NodeId.boundary(frame)));
        boolean same = sameParts(diff)
                && diff.cards().moved().isEmpty()
                && diff.edges().moved().isEmpty();
        PlaceIndex index = same ? painting.index() : PlaceIndex.of(next);
        words = null;
        painting = painting.showing(next, index);
        notes.show(next.notes());
        diff.cards().removed().forEach(id -> {
            cardsById.remove(id);
            cards.remove(id);
        });
        diff.frames().removed().forEach(id -> {
            framesById.remove(id);
            frames.remove(id);
        });
        List.of(diff.cards().added(), diff.cards().moved(), diff.cards().restyled())
                .forEach(changed -> changed.forEach(card -> cardsById.put(card.id(), card)));
        List.of(diff.frames().added(), diff.frames().moved(), diff.frames().restyled())
                .forEach(changed -> changed.forEach(frame -> framesById.put(frame.id(), frame)));
        diff.cards().moved().forEach(this::restyle);
        diff.cards().restyled().forEach(this::restyle);
        diff.frames().moved().forEach(this::restyle);
        diff.frames().restyled().forEach(this::restyle);
        if (!diff.edges().added().isEmpty() || !diff.edges().removed().isEmpty()) {
            cards.live().forEach(node -> node.setAccessibleText(words().of(node.card())));
        }
        if (diff.cards().moved().isEmpty()
                && diff.cards().added().isEmpty()
                && diff.frames().moved().isEmpty()
                && diff.edges().moved().isEmpty()
                && diff.edges().added().isEmpty()) {
            return _ -> {};
        }
        return part -> moveTo(transit.at(part));
    }

    void look(Viewport viewport) {
        offset.setX(viewport.x());
        offset.setY(viewport.y());
        zoom.setX(viewport.zoom());
        zoom.setY(viewport.zoom());
        Detail level = Detail.of(viewport.zoom());
        if (!level.equals(detail)) {
            detail = level;
            frames.detail(level);
            notes.detail(level);
            cards.live().forEach(card -> card.detail(level));
        }
    }

    /// Gives nodes to what is seen, where that is little, and takes them from the rest.
    ///
    /// @param all whether that must be done at once; while the camera moves it may take some frames
    /// @param painted what the pixels on the screen show: a node goes when what it showed is painted
    /// @return whether something is left to do
    boolean cull(Box seen, boolean all, Painting painted) {
        Box near = seen.grown(MARGIN);
        Set<NodeId> wanted = wanted(near);
        int most = all ? Integer.MAX_VALUE : cards.made() + NEW_IN_A_FRAME;
        boolean left = false;
        for (NodeId id : wanted) {
            Card card = cardsById.get(id);
            if (card == null) {
                continue;
            }
            if (cards.made() < most || cards.isAtHand(card)) {
                cards.show(card, words(), detail, painting.lit().cards().contains(id));
            } else {
                left = true;
            }
        }
        frames.show(wanted, framesById, words(), detail);
        Set<NodeId> nodes = new HashSet<>(cards.ids());
        nodes.addAll(frames.ids());
        nodes.retainAll(wanted);
        painting = painting.without(nodes);
        for (NodeId id : List.copyOf(cards.ids())) {
            if (!wanted.contains(id)) {
                if (painted.nodes().contains(id) && near.overlaps(placeOrNowhere(id))) {
                    left = true;
                } else {
                    cards.hide(id);
                }
            }
        }
        frames.hideBut(wanted);
        return left;
    }

    private Set<NodeId> wanted(Box near) {
        Set<NodeId> wanted = new HashSet<>();
        int crowd = Math.clamp(ENTRIES * (long) mostNodes, 0, Integer.MAX_VALUE);
        if (!painting.index().isCrowded(near, crowd)) {
            BitSet found = painting.index().cards(near);
            List<Frame> seenFrames = diagram().frames().stream()
                    .filter(frame -> frame.box().overlaps(near))
                    .toList();
            if (found.cardinality() + seenFrames.size() <= mostNodes) {
                found.stream()
                        .forEach(at -> wanted.add(diagram().cards().get(at).id()));
                seenFrames.forEach(frame -> wanted.add(NodeId.boundary(frame.id())));
            }
        }
        // To hide what has the keyboard would take it away.
        cards.live().stream().filter(Node::isFocused).forEach(node -> wanted.add(node.stopId()));
        frames.live().stream().filter(Node::isFocused).forEach(node -> wanted.add(node.stopId()));
        if (held != null) {
            wanted.add(held);
        }
        return wanted;
    }

    /// Lets a card or title have a node whatever the camera does, until something else is held.
    void hold(@Nullable NodeId id) {
        held = id;
        if (id == null) {
            return;
        }
        Card card = cardsById.get(id);
        Frame frame = id.of() == NodeId.Of.BOUNDARY ? framesById.get(id.id()) : null;
        if (card != null) {
            cards.show(card, words(), detail, painting.lit().cards().contains(id));
        } else if (frame != null) {
            frames.show(Set.of(id), framesById, words(), detail);
        }
    }

    /// The cards that go along when this one is lifted: all that are selected where it is one of them, else itself.
    SortedSet<NodeId> carriedWith(NodeId card) {
        TreeSet<NodeId> selected = new TreeSet<>();
        diagram().cards().stream()
                .filter(each -> each.emphasis() == Emphasis.SELECTED)
                .forEach(each -> selected.add(each.id()));
        return selected.contains(card) ? selected : new TreeSet<>(Set.of(card));
    }

    /// The node of a card; null where it is painted, or is not there.
    @Nullable
    CardNode card(NodeId id) {
        return cards.get(id);
    }

    /// The card, or the opened boundary, with its node where it has one.
    @Nullable
    Stop stop(NodeId id) {
        Stop card = cards.get(id);
        return card != null || id.of() != NodeId.Of.BOUNDARY ? card : frames.get(id.id());
    }

    boolean isCard(NodeId id) {
        return cardsById.containsKey(id);
    }

    boolean has(NodeId id) {
        return isCard(id) || (id.of() == NodeId.Of.BOUNDARY && framesById.containsKey(id.id()));
    }

    /// Where something lies, as it was last shown.
    @Nullable
    Box place(NodeId id) {
        Card card = cardsById.get(id);
        if (card != null) {
            return painting.transit().place(card);
        }
        Frame frame = id.of() == NodeId.Of.BOUNDARY ? framesById.get(id.id()) : null;
        return frame == null ? null : painting.transit().place(frame);
    }

    /// The note whose sign is at a place; null where there is none.
    @Nullable
    NoteMark note(Point place) {
        return notes.at(place);
    }

    /// The card at a place, or the boundary whose title is there; null on the ground.
    @Nullable
    NodeId at(Point place) {
        NoteMark note = notes.at(place);
        if (note != null) {
            return note.on();
        }
        Box point = new Box(place.x() - 0.01, place.y() - 0.01, 0.02, 0.02);
        int card = painting.index().cards(point).length() - 1;
        if (card >= 0) {
            return diagram().cards().get(card).id();
        }
        NodeId innermost = null;
        for (Frame frame : diagram().frames()) {
            if (FrameNode.titleBox(frame.box()).contains(place)) {
                innermost = NodeId.boundary(frame.id());
            }
        }
        return innermost;
    }

    /// The lines for which the badge at a place stands; none where there is no badge, or one too small to be read.
    Set<EdgeId> folded(Point place) {
        NodeId id = at(place);
        Card card = id == null ? null : cardsById.get(id);
        if (card == null || detail.small() == 0) {
            return Set.of();
        }
        Box box = card.box();
        return card.hubs()
                .at(place.x() - box.x(), place.y() - box.y(), box.height())
                .map(badge -> badge.hubs().stream()
                        .map(hub -> new EdgeId(card.id(), hub))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /// The mark of findings at a place; none where there is none, or none that can be seen.
    FindingMark marked(Point place) {
        double size = MarkNode.size(detail);
        Box around = new Box(place.x(), place.y(), 0, 0).grown(2 * FindingMark.HEIGHT);
        if (detail.badges() > 0) {
            BitSet found = painting.index().cards(around);
            for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
                Card card = diagram().cards().get(i);
                if (card.findings().onCard(card.box(), size).contains(place)) {
                    return card.findings();
                }
            }
            BitSet lines = painting.index().edges(around);
            for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
                Edge edge = diagram().edges().get(i);
                Point at = edge.findingsAt();
                if (at != null && edge.findings().around(at.x(), at.y(), size).contains(place)) {
                    return edge.findings();
                }
            }
            return FindingMark.NONE;
        }
        for (Frame frame : diagram().frames()) {
            Box box = frame.box();
            double title = Measures.titleWidth(frame.title());
            double scale = FrameNode.titleScale(box, title, detail);
            if (FrameNode.markOpacity(frame, box, title * scale, detail) > 0
                    && FrameNode.mark(frame, box, title * scale, scale, detail).contains(place)) {
                return frame.findings();
            }
        }
        return FindingMark.NONE;
    }

    /// The edge nearest to a place within some reach.
    @Nullable
    Edge edgeAt(Point place, double reach) {
        Box around = new Box(place.x(), place.y(), 0, 0).grown(reach);
        BitSet found = painting.index().edges(around);
        Edge nearest = null;
        double least = reach;
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            Edge edge = diagram().edges().get(i);
            double distance = EdgeHint.distance(edge.route(), place);
            if (distance <= least) {
                least = distance;
                nearest = edge;
            }
        }
        return nearest;
    }

    /// Lets a card and its neighbours stand out; null for none.
    void light(@Nullable NodeId id) {
        Lit lit = Lit.of(id != null && cardsById.containsKey(id) ? id : null, diagram());
        painting = painting.lit(lit);
        cards.live()
                .forEach(node ->
                        node.pseudoClassStateChanged(Looks.NEAR, lit.cards().contains(node.stopId())));
    }

    void ink(Inks inks) {
        painting = painting.in(inks);
    }

    /// Above everything, and not seen by the mouse.
    void addFloating(Node node) {
        floating.getChildren().add(node);
    }

    void removeFloating(Node node) {
        floating.getChildren().remove(node);
    }

    private void moveTo(Transit transit) {
        painting = painting.on(transit);
        for (CardNode node : cards.live()) {
            node.place(transit.place(node.card()));
            node.setOpacity(transit.opacity(node.card()));
        }
        frames.live().forEach(node -> node.place(transit.place(node.frame())));
        notes.follow(this::farFromGoal);
    }

    /// How far something is on the way from where it will be.
    private @Nullable Point farFromGoal(NodeId id) {
        Box now = place(id);
        Card card = cardsById.get(id);
        Frame frame = id.of() == NodeId.Of.BOUNDARY ? framesById.get(id.id()) : null;
        Box goal = card != null ? card.box() : frame == null ? null : frame.box();
        return now == null || goal == null ? null : new Point(now.right() - goal.right(), now.y() - goal.y());
    }

    private void restyle(Card card) {
        CardNode node = cards.get(card.id());
        if (node != null) {
            node.show(card);
            node.setAccessibleText(words().of(card));
        }
    }

    private void restyle(Frame frame) {
        FrameNode node = frames.get(frame.id());
        if (node != null) {
            node.show(frame);
            node.setAccessibleText(words().of(frame));
        }
    }

    private Box placeOrNowhere(NodeId id) {
        Box place = place(id);
        return place == null ? new Box(Double.NaN, 0, 0, 0) : place;
    }

    /// Counting takes a while, and is needed only where there are nodes.
    private SpokenWords words() {
        SpokenWords known = words;
        if (known == null) {
            known = new SpokenWords(diagram());
            words = known;
        }
        return known;
    }

    private static boolean sameParts(DiagramDiff diff) {
        return diff.cards().added().isEmpty()
                && diff.cards().removed().isEmpty()
                && diff.edges().added().isEmpty()
                && diff.edges().removed().isEmpty();
    }

    private static Group layer() {
        Group layer = new Group();
        // Children are placed by hand; a group would ask each for its size.
        layer.setAutoSizeChildren(false);
        layer.setManaged(false);
        return layer;
    }
}
