package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.diagram.LineStyle;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Group;
import org.jspecify.annotations.Nullable;

/// The cards that have nodes: few, however many the diagram has. One that is no longer wanted is hidden, and taken
/// again for the same card or for one of the same look, so that the style sheets are not asked anew and no colour fades
/// from one service to another.
final class CardNodes {
    /// Hidden and kept.
    private static final int MOST_IDLE = 150;

    private final Group layer;
    private final Map<NodeId, CardNode> live = new HashMap<>();
    private final Map<NodeId, CardNode> idle = new LinkedHashMap<>();
    private int made;

    /// What must be alike for a node to serve another card.
    private record Look(Class<?> sort, LineStyle line, Health health, boolean stale, boolean active) {
        static Look of(Card card) {
            boolean active = !(card instanceof ServiceCard service) || service.active();
            return new Look(
                    card.getClass(),
                    LineStyle.of(card),
                    card.health().health(),
                    card.health().stale(),
                    active);
        }
    }

    CardNodes(Group layer) {
        this.layer = layer;
    }

    Collection<CardNode> live() {
        return live.values();
    }

    Set<NodeId> ids() {
        return live.keySet();
    }

    @Nullable
    CardNode get(NodeId id) {
        return live.get(id);
    }

    /// Nodes that had to be made, ever.
    int made() {
        return made;
    }

    /// Whether a card can be shown without making a node.
    boolean isAtHand(Card card) {
        return live.containsKey(card.id()) || idle.containsKey(card.id()) || like(card) != null;
    }

    /// The node of a card, shown; made where there is none to be had.
    ///
    /// @return true where it was not shown before
    boolean show(Card card, SpokenWords words, Detail detail, boolean near) {
        if (live.containsKey(card.id())) {
            return false;
        }
        CardNode node = idle.remove(card.id());
        if (node == null) {
            NodeId other = like(card);
            node = other == null ? null : idle.remove(other);
        }
        if (node == null) {
            node = new CardNode(card);
            layer.getChildren().add(node);
            made++;
        }
        node.show(card);
        node.place(card.box());
        node.detail(detail);
        node.setOpacity(1);
        node.setAccessibleText(words.of(card));
        node.pseudoClassStateChanged(Looks.NEAR, near);
        node.setVisible(true);
        live.put(card.id(), node);
        return true;
    }

    /// Not wanted now, perhaps again.
    void hide(NodeId id) {
        CardNode node = live.remove(id);
        if (node != null) {
            node.setVisible(false);
            idle.put(id, node);
            if (idle.size() > MOST_IDLE) {
                Iterator<CardNode> eldest = idle.values().iterator();
                layer.getChildren().remove(eldest.next());
                eldest.remove();
            }
        }
    }

    /// Gone from the diagram.
    void remove(NodeId id) {
        CardNode node = live.remove(id);
        if (node == null) {
            node = idle.remove(id);
        }
        layer.getChildren().remove(node);
    }

    private @Nullable NodeId like(Card card) {
        Look look = Look.of(card);
        for (CardNode node : idle.values()) {
            if (Look.of(node.card()).equals(look)) {
                return node.stopId();
            }
        }
        return null;
    }
}
