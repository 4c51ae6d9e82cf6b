package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.graph.NodeId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Group;
import org.jspecify.annotations.Nullable;

/// The opened boundaries whose titles have nodes.
final class FrameNodes {
    private final Group layer;
    private final Map<String, FrameNode> live = new HashMap<>();

    FrameNodes(Group layer) {
        this.layer = layer;
    }

    Collection<FrameNode> live() {
        return live.values();
    }

    Set<NodeId> ids() {
        return live.keySet().stream().map(NodeId::boundary).collect(Collectors.toSet());
    }

    @Nullable
    FrameNode get(String id) {
        return live.get(id);
    }

    /// Makes the nodes of those that are wanted and have none.
    void show(Set<NodeId> wanted, Map<String, Frame> frames, SpokenWords words, Detail detail) {
        for (NodeId id : wanted) {
            Frame frame = id.of() == NodeId.Of.BOUNDARY && !live.containsKey(id.id()) ? frames.get(id.id()) : null;
            if (frame != null) {
                FrameNode node = new FrameNode(frame);
                node.setAccessibleText(words.of(frame));
                node.detail(detail);
                live.put(frame.id(), node);
                layer.getChildren().add(node);
            }
        }
    }

    void hideBut(Set<NodeId> wanted) {
        for (String id : List.copyOf(live.keySet())) {
            if (!wanted.contains(NodeId.boundary(id))) {
                remove(id);
            }
        }
    }

    void remove(String id) {
        layer.getChildren().remove(live.remove(id));
    }

    void detail(Detail level) {
        live.values().forEach(frame -> frame.detail(level));
    }
}
