package dev.orrery.importer.mermaid;

import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What one flowchart says, by the ids that it uses. A subgraph and a node share one id where both are mentioned: a
/// link may end at a subgraph.
final class FlowGraph {
    private final String scope;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Subgraph> subgraphs = new LinkedHashMap<>();
    private final Map<String, String> holders = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> linkIds = new HashSet<>();
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> urls = new LinkedHashMap<>();
    private @Nullable String title;

    /// A box.
    static final class Node {
        private final SourceLocation mentioned;
        private @Nullable SourceLocation labelled;
        private @Nullable String label;
        private boolean isDatabase;
        private boolean isRemark;

        private Node(SourceLocation mentioned) {
            this.mentioned = mentioned;
        }

        /// Where its label stands; where it has none, where it is mentioned first.
        SourceLocation source() {
            return labelled == null ? mentioned : labelled;
        }

        /// What is written on it; null where that is its id.
        @Nullable
        String label() {
            return label;
        }

        /// One too many, of which nothing is kept.
        static Node unread(SourceLocation mentioned) {
            return new Node(mentioned);
        }

        void label(String text, SourceLocation place) {
            if (!text.isBlank()) {
                label = text;
                labelled = place;
            }
        }

        void drawAsDatabase() {
            isDatabase = true;
        }

        void drawAsRemark() {
            isRemark = true;
        }
    }

    /// A box around others.
    record Subgraph(String title, SourceLocation source) {}

    /// An arrow from one id to another.
    record Link(String from, String to, SourceLocation source) {}

    /// @param scope what tells the diagram from others, for people
    FlowGraph(String scope, @Nullable String title) {
        this.scope = scope;
        this.title = title;
    }

    Node node(String id, SourceLocation place) {
        return nodes.computeIfAbsent(id, _ -> new Node(place));
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    int size() {
        return nodes.size();
    }

    void subgraph(String id, Subgraph subgraph) {
        subgraphs.putIfAbsent(id, subgraph);
    }

    /// The first subgraph that mentions something holds it, unless it lies inside that very thing, or too deep.
    void hold(String id, String holder) {
        int depth = 0;
        for (String at = holder; at != null; at = holders.get(at)) {
            depth++;
            if (at.equals(id) || depth > Subgraphs.DEEPEST) {
                return;
            }
        }
        holders.putIfAbsent(id, holder);
    }

    void link(Link link) {
        links.add(link);
    }

    /// A name for a link, of which more may be said as though it were a node.
    void linkId(String id) {
        linkIds.add(id);
    }

    void cssClass(String id, String name) {
        classes.put(id, name);
    }

    void url(String id, String name, String url) {
        urls.computeIfAbsent(id, _ -> new TreeMap<>()).putIfAbsent(name, url);
    }

    /// Title to URL.
    Map<String, String> urls(String id) {
        return urls.getOrDefault(id, Map.of());
    }

    /// What the diagram is called for those who cannot see it, where it has no title.
    void accessibleTitle(String text) {
        if (title == null && !text.isBlank()) {
            title = text;
        }
    }

    String scope() {
        return scope;
    }

    @Nullable
    String title() {
        return title;
    }

    /// Those between nodes and subgraphs.
    List<Link> links() {
        return links.stream()
                .filter(link -> isPart(link.from()) && isPart(link.to()))
                .toList();
    }

    /// Node or subgraph to the subgraph around it.
    Map<String, String> holders() {
        Map<String, String> held = new LinkedHashMap<>(holders);
        held.keySet().removeIf(id -> !isPart(id));
        return held;
    }

    Map<String, Subgraph> subgraphs() {
        return subgraphs;
    }

    /// Those that are neither subgraphs nor names of links nor remarks.
    Map<String, Node> nodes() {
        Map<String, Node> found = new LinkedHashMap<>(nodes);
        found.keySet().removeIf(id -> subgraphs.containsKey(id) || !isPart(id));
        return found;
    }

    /// The kind that a node's shape or class tells.
    ServiceKind kind(String id) {
        Node node = nodes.get(id);
        boolean isDatabase = node != null && node.isDatabase;
        return Optional.ofNullable(classes.get(id))
                .flatMap(ServiceKind::of)
                .orElse(isDatabase ? ServiceKind.DATABASE : ServiceKind.SERVICE);
    }

    private boolean isPart(String id) {
        Node node = nodes.get(id);
        return subgraphs.containsKey(id) || (node != null && !node.isRemark && !linkIds.contains(id));
    }
}
