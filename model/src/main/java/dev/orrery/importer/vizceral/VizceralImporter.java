package dev.orrery.importer.vizceral;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Vizceral: a global node that holds regions, or one region alone.
public final class VizceralImporter implements TopologyImporter {
    @Override
    public String format() {
        return "vizceral";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping().filter(VizceralImporter::describes).isPresent();
    }

    /// Nodes have names, and either the whole says how it is drawn or connections lead from a source to a target.
    private static boolean describes(Value.Mapping root) {
        boolean isNamed = items(root, "nodes").anyMatch(node -> node.get("name").isPresent());
        boolean isDrawn =
                root.get("renderer").filter(VizceralImporter::isRenderer).isPresent();
        boolean isConnected = items(root, "connections")
                .anyMatch(connection -> connection.get("source").isPresent()
                        && connection.get("target").isPresent());
        return isNamed && (isDrawn || isConnected);
    }

    private static boolean isRenderer(Value value) {
        return value instanceof Value.Scalar scalar && VizceralNode.RENDERERS.contains(scalar.text());
    }

    private static Stream<Value.Mapping> items(Value.Mapping in, String key) {
        return in.get(key).orElse(null) instanceof Value.Sequence list
                ? list.items().stream().filter(Value.Mapping.class::isInstance).map(Value.Mapping.class::cast)
                : Stream.of();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<VizceralNode> roots = new ArrayList<>();
        for (Document document : documents) {
            ((Document.Tree) document)
                    .mapping()
                    .map(root -> VizceralNode.root(root, report))
                    .ifPresent(roots::add);
        }
        Map<String, Long> regions = roots.stream()
                .flatMap(VizceralNode::places)
                .distinct()
                .collect(Collectors.groupingBy(VizceralNode.Place::name, Collectors.counting()));
        return roots.stream()
                .map(root -> new VizceralGraph(root, name -> regions.getOrDefault(name, 0L) > 1, report).draft())
                .toList();
    }
}
