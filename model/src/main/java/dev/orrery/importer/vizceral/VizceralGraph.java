package dev.orrery.importer.vizceral;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.OpenElements;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One file: its regions, its services, and the traffic between them.
final class VizceralGraph {
    private static final String RULE = "vizceral.connection";

    private final VizceralNode root;
    private final Predicate<String> isInSeveralRegions;
    private final Consumer<Problem> report;
    private final VizceralService services;
    private final Draft.Builder draft;
    private final Set<String> added = new HashSet<>();
    private final Map<String, String> holders = new HashMap<>();
    private final List<Draft.Need> needs = new ArrayList<>();

    VizceralGraph(VizceralNode root, Predicate<String> isInSeveralRegions, Consumer<Problem> report) {
        this.root = root;
        this.isInSeveralRegions = isInSeveralRegions;
        this.report = report;
        this.services = new VizceralService(report);
        this.draft = Draft.of("vizceral", root.source().file());
    }

    Draft draft() {
        if (root.path().isEmpty()) {
            draft.name(root.shownName().isEmpty() ? null : root.shownName());
        } else {
            addRegion(root);
        }
        addMembers(root, root.path().isEmpty() ? null : root.path());
        // The members of a region say more than what is said of the region.
        new OpenElements(holders).between(needs, report).forEach(draft::add);
        return draft.build();
    }

    private void addMembers(VizceralNode region, @Nullable String boundary) {
        Map<String, String> here = new HashMap<>();
        for (VizceralNode member : region.members()) {
            here.put(member.name(), key(member));
            if (boundary != null && !member.isInternet()) {
                holders.put(key(member), boundary + "/");
            }
            if (member.isRegion()) {
                addRegion(member);
                if (boundary != null) {
                    draft.nest(member.path(), boundary, member.source());
                }
                addMembers(member, member.path());
            } else if (added.add(key(member))) {
                draft.add(services.read(key(member), member));
                if (boundary != null && !member.isInternet()) {
                    draft.member(key(member), boundary, member.source());
                }
            }
        }
        VizceralNode.items(region.body(), "connections").forEach(connection -> addConnection(connection, here));
    }

    private void addRegion(VizceralNode region) {
        String owner = VizceralService.metadata(region.body())
                .flatMap(VizceralService::owner)
                .orElse(null);
        draft.add(new Boundary(region.path(), region.shownName(), "region", null, owner, region.source()));
    }

    /// A region's key ends with a slash, so that a service may have its name.
    private String key(VizceralNode node) {
        if (node.isRegion()) {
            return node.path() + "/";
        }
        boolean isAlone = node.isInternet() || node.path().isEmpty() || !isInSeveralRegions.test(node.name());
        return isAlone ? node.name() : node.path() + "/" + node.name();
    }

    private void addConnection(Value value, Map<String, String> here) {
        Optional<Value.Scalar> source = end(value, "source");
        Optional<Value.Scalar> target = end(value, "target");
        if (!(value instanceof Value.Mapping connection) || source.isEmpty() || target.isEmpty()) {
            report.accept(Problem.warning("vizceral-connection-without-end", value.source()));
            return;
        }
        String from = here.get(source.get().text());
        if (from == null) {
            report.accept(Problem.warning(
                    "vizceral-unknown-node", source.get().source(), source.get().text()));
            return;
        }
        String to = here.getOrDefault(target.get().text(), target.get().text());
        needs.add(need(from, to, target.get().source(), connection));
    }

    private static Optional<Value.Scalar> end(Value connection, String key) {
        return connection instanceof Value.Mapping mapping ? VizceralNode.scalar(mapping, key) : Optional.empty();
    }

    private static Draft.Need need(String from, String to, SourceLocation place, Value.Mapping connection) {
        Optional<Value.Mapping> metadata = VizceralService.metadata(connection);
        boolean isOptional = metadata.flatMap(said -> VizceralNode.text(said, "required"))
                .filter("false"::equals)
                .isPresent();
        return new Draft.Need(
                from,
                to,
                metadata.flatMap(said -> VizceralNode.text(said, "kind"))
                        .flatMap(DependencyKind::of)
                        .orElse(null),
                !isOptional,
                metadata.flatMap(said -> VizceralNode.text(said, "protocol")).orElse(null),
                null,
                new Evidence(Certainty.OBSERVED, RULE, place));
    }
}
