package dev.orrery.importer.graphml;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.KindWords;
import dev.orrery.importer.OpenElements;
import dev.orrery.importer.XmlText;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The graphs of one file. A node that holds others is a boundary.
final class GraphMlGraph {
    private final SourceText text;
    private final XmlElement root;
    private final Consumer<Problem> report;
    private final GraphMlData data;
    private final Map<String, XmlElement> nodes = new LinkedHashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final List<XmlElement> edges = new ArrayList<>();

    GraphMlGraph(SourceText text, XmlElement root, Consumer<Problem> report) {
        this.text = text;
        this.root = root;
        this.report = report;
        this.data = new GraphMlData(root);
    }

    Draft draft() {
        root.children("graph").forEach(graph -> collect(graph, null));
        nodes.values().forEach(node -> data.label(node).ifPresent(label -> labels.merge(label, 1, Integer::sum)));
        if (nodes.isEmpty()) {
            report.accept(Problem.warning("graphml-empty", place(root)));
        }
        OpenElements open = new OpenElements(named(holders));
        Draft.Builder draft = Draft.of("graphml", text.file());
        nodes.forEach((id, node) -> write(id, node, open, draft));
        List<Draft.Need> needs = new ArrayList<>();
        edges.forEach(edge -> need(edge).ifPresent(needs::add));
        open.between(needs, report).forEach(draft::add);
        return draft.build();
    }

    private void collect(XmlElement graph, @Nullable String holder) {
        graph.children("node").forEach(node -> {
            Optional<String> id = node.attribute("id");
            if (id.isEmpty() || nodes.putIfAbsent(id.get(), node) != null) {
                report.accept(Problem.warning("graphml-node", place(node), id.orElse("")));
                return;
            }
            if (holder != null) {
                holders.put(id.get(), holder);
            }
            node.children("graph").forEach(inner -> collect(inner, id.get()));
        });
        graph.children("edge").forEach(edges::add);
        boolean isUndirected =
                graph.attribute("edgedefault").filter("undirected"::equals).isPresent();
        if (isUndirected && graph.child("edge").isPresent()) {
            report.accept(Problem.info("graphml-undirected", place(graph)));
        }
    }

    private Map<String, String> named(Map<String, String> ids) {
        Map<String, String> named = new HashMap<>();
        ids.forEach((inner, outer) -> named.put(name(inner), name(outer)));
        return named;
    }

    /// What a person calls it: its label, unless another node has the same one.
    private String name(String id) {
        XmlElement node = nodes.get(id);
        return node == null
                ? id
                : data.label(node)
                        .filter(label ->
                                labels.getOrDefault(label, 0) == 1 && (label.equals(id) || !nodes.containsKey(label)))
                        .orElse(id);
    }

    private void write(String id, XmlElement node, OpenElements open, Draft.Builder draft) {
        String name = name(id);
        String label = data.label(node).orElse(name);
        SourceLocation place = place(node);
        Optional<String> kind = data.of(node, "kind", "type");
        @Nullable String owner = data.of(node, "owner", "team").orElse(null);
        @Nullable String holder = holders.get(id);
        if (open.isOpened(name)) {
            draft.add(new Boundary(name, label, kind.orElse("group"), null, owner, place));
            if (holder != null) {
                draft.nest(name, name(holder), place);
            }
            return;
        }
        draft.add(Service.builder(name, place)
                .name(label)
                .kind(kind.flatMap(GraphMlGraph::kind).orElse(ServiceKind.SERVICE))
                .technology(data.of(node, "technology").orElse(null))
                .owner(owner)
                .build());
        if (holder != null) {
            draft.member(name, name(holder), place);
        }
    }

    private static Optional<ServiceKind> kind(String word) {
        return ServiceKind.of(word).or(() -> KindWords.kindOf(word));
    }

    private Optional<Draft.Need> need(XmlElement edge) {
        String from = edge.attribute("source").orElse("");
        String to = edge.attribute("target").orElse("");
        for (String end : List.of(from, to)) {
            if (!nodes.containsKey(end)) {
                report.accept(Problem.warning("graphml-edge", place(edge), end));
                return Optional.empty();
            }
        }
        return Optional.of(new Draft.Need(
                name(from),
                name(to),
                null,
                true,
                data.of(edge, "protocol").orElse(null),
                null,
                new Evidence(Certainty.DECLARED, "graphml.edge", place(edge))));
    }

    private SourceLocation place(XmlElement element) {
        return XmlText.place(text, element);
    }
}
