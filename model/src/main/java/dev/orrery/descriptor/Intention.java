package dev.orrery.descriptor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What edits are meant to make of a tree, said of its nodes and not of its text. It is gathered beside the splices, so
/// that a splice that does something else is found out.
final class Intention {
    /// @param key empty for an item
    record Insertion(String key, NewNode value) {}

    private final IdentityHashMap<SourceNode, NewNode> replaced = new IdentityHashMap<>();
    private final IdentityHashMap<SourceNode, Boolean> anchored = new IdentityHashMap<>();
    private final IdentityHashMap<SourceNode, Set<Integer>> deleted = new IdentityHashMap<>();
    private final IdentityHashMap<SourceNode, Map<Integer, List<Insertion>>> inserted = new IdentityHashMap<>();

    /// Another text behind the anchor of the one before, for all that refer to it.
    void replaceBehindAnchor(SourceNode.Scalar node, NewNode other) {
        replaced.put(node, other);
        anchored.put(node, true);
    }

    boolean keepsAnchor(SourceNode node) {
        return anchored.containsKey(node);
    }

    void replace(SourceNode node, NewNode other) {
        replaced.put(node, other);
    }

    void delete(SourceNode collection, Set<Integer> indices) {
        deleted.computeIfAbsent(collection, _ -> new HashSet<>()).addAll(indices);
    }

    /// @param index of the entry or item before which it comes; their number for the end
    void insert(SourceNode collection, int index, String key, NewNode value) {
        inserted.computeIfAbsent(collection, _ -> new HashMap<>())
                .computeIfAbsent(index, _ -> new ArrayList<>())
                .add(new Insertion(key, value));
    }

    /// Whether a node is touched already, so that another edit must wait until the text has been read again.
    boolean isTouched(SourceNode node) {
        return replaced.containsKey(node) || deleted.containsKey(node) || inserted.containsKey(node);
    }

    @Nullable
    NewNode replacement(SourceNode node) {
        return replaced.get(node);
    }

    boolean isDeleted(SourceNode collection, int index) {
        return deleted.getOrDefault(collection, Set.of()).contains(index);
    }

    List<Insertion> insertions(SourceNode collection, int index) {
        return inserted.getOrDefault(collection, Map.of()).getOrDefault(index, List.of());
    }
}
