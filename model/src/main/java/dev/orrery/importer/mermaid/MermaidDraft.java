package dev.orrery.importer.mermaid;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.OpenElements;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes services and boundaries of what the diagrams say together.
final class MermaidDraft {
    private static final String RULE = "mermaid.link";
    private static final int MOST_SOURCES = 20;

    private final List<FlowGraph> graphs;
    private final Consumer<Problem> report;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, FlowGraph.Subgraph> subgraphs = new LinkedHashMap<>();
    private final Map<String, String> holders = new LinkedHashMap<>();
    private final List<Draft.Need> needs = new ArrayList<>();

    MermaidDraft(List<FlowGraph> graphs, Consumer<Problem> report) {
        this.graphs = graphs;
        this.report = report;
    }

    Draft draft() {
        Namesakes namesakes = new Namesakes(report);
        graphs.forEach(graph -> collect(graph, namesakes.of(graph)));
        OpenElements open = new OpenElements(holders);
        Draft.Builder draft = Draft.of("mermaid", "").name(name());
        Set<String> linked = new HashSet<>();
        needs.forEach(need -> linked.addAll(List.of(need.from(), need.to())));
        subgraphs.forEach((id, subgraph) -> {
            // A subgraph around nothing is drawn as a node, and what links to it means it.
            if (open.isOpened(id) || !linked.contains(id)) {
                services.remove(id);
                draft.add(new Boundary(id, subgraph.title(), "boundary", null, null, subgraph.source()));
                hold(id, subgraph.source(), draft::nest);
            } else {
                services.putIfAbsent(
                        id,
                        Service.builder(id, subgraph.source())
                                .name(subgraph.title())
                                .build());
            }
        });
        services.forEach((id, service) -> {
            draft.add(service);
            hold(id, service.source(), draft::member);
        });
        open.between(needs, report).forEach(draft::add);
        return draft.build();
    }

    /// Puts one thing into another.
    private interface Holding {
        Draft.Builder put(String inner, String outer, SourceLocation source);
    }

    private void hold(String id, SourceLocation source, Holding holding) {
        String holder = holders.get(id);
        if (holder != null) {
            holding.put(id, holder, source);
        }
    }

    /// The title of the only diagram.
    private @Nullable String name() {
        return graphs.size() == 1 ? graphs.getFirst().title() : null;
    }

    /// @param names the topology's names by the diagram's ids
    private void collect(FlowGraph graph, Map<String, String> names) {
        graph.subgraphs().forEach((id, subgraph) -> subgraphs.putIfAbsent(name(names, id), subgraph));
        graph.nodes().forEach((id, node) -> {
            String name = name(names, id);
            String label = node.label();
            Service service = Service.builder(name, node.source())
                    .name(label == null ? id : label)
                    .kind(graph.kind(id))
                    .links(graph.urls(id))
                    .build();
            services.merge(name, service, MermaidDraft::merged);
        });
        graph.holders().forEach((inner, outer) -> nest(name(names, inner), name(names, outer)));
        graph.links()
                .forEach(link -> needs.add(Draft.Need.of(
                        name(names, link.from()),
                        name(names, link.to()),
                        new Evidence(Certainty.DECLARED, RULE, link.source()))));
    }

    private static String name(Map<String, String> names, String id) {
        return names.getOrDefault(id, id);
    }

    /// Two diagrams may each be right by itself and put things into each other in a circle.
    private void nest(String inner, String outer) {
        int depth = 0;
        for (String at = outer; at != null; at = holders.get(at)) {
            depth++;
            if (at.equals(inner) || depth > Subgraphs.DEEPEST) {
                return;
            }
        }
        holders.putIfAbsent(inner, outer);
    }

    /// What several diagrams say of one node: the first label that there is, the first kind that says more, all links.
    private static Service merged(Service known, Service other) {
        Map<String, String> links = new TreeMap<>(other.links());
        links.putAll(known.links());
        boolean isNamed = !known.name().equals(known.id());
        return known.change()
                .name(isNamed ? known.name() : other.name())
                .kind(known.kind() == ServiceKind.SERVICE ? other.kind() : known.kind())
                .links(links)
                .sources(Stream.concat(known.sources().stream(), other.sources().stream())
                        .distinct()
                        .limit(MOST_SOURCES)
                        .toList())
                .build();
    }
}
