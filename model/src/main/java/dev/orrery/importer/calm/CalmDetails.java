package dev.orrery.importer.calm;

import dev.orrery.descriptor.Value;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The architectures that nodes name as their details. A node holds what its details show, unless an architecture
/// further out shows that as well.
final class CalmDetails {
    private static final int MOST = 500;

    private final SideFiles beside;
    private final Consumer<Problem> report;
    private final Map<String, Value.Mapping> known = new HashMap<>();
    private final List<Value.Mapping> architectures = new ArrayList<>();
    private final List<Detail> details = new ArrayList<>();

    /// @param outer the architecture in which the node stands
    /// @param reference as the node names its details
    /// @param inner the details
    private record Detail(Value.Mapping outer, String node, Value.Scalar reference, Value.Mapping inner) {}

    CalmDetails(List<Value.Mapping> opened, SideFiles beside, Consumer<Problem> report) {
        this.beside = beside;
        this.report = report;
        opened.forEach(this::add);
        for (int at = 0; at < architectures.size(); at++) {
            follow(architectures.get(at));
        }
    }

    /// What was opened, and after it what its nodes name, and what the nodes there name.
    List<Value.Mapping> architectures() {
        return architectures;
    }

    /// Puts what the details show into the nodes, where nothing else holds it.
    void hold(CalmNodes nodes, CalmContainment containment) {
        Map<String, SourceLocation> homes = homes(nodes);
        for (Detail detail : details) {
            nodes.of(detail.inner()).stream()
                    .filter(node -> !node.isActor()
                            && detail.inner().source().equals(homes.get(node.id()))
                            && containment.holder(node.id()).isEmpty()
                            && !containment.isInside(detail.node(), node.id()))
                    .forEach(node -> containment.composed(
                            node.id(),
                            new CalmContainment.Holder(
                                    detail.node(), detail.reference().source())));
        }
    }

    /// The outermost architecture that shows a node: what details show of it again only tells what they are connected
    /// with.
    private Map<String, SourceLocation> homes(CalmNodes nodes) {
        Map<SourceLocation, List<Value.Mapping>> inside = new HashMap<>();
        Set<SourceLocation> inner = new HashSet<>();
        for (Detail detail : details) {
            inside.computeIfAbsent(detail.outer().source(), _ -> new ArrayList<>())
                    .add(detail.inner());
            inner.add(detail.inner().source());
        }
        Deque<Value.Mapping> next = new ArrayDeque<>();
        architectures.stream().filter(root -> !inner.contains(root.source())).forEach(next::add);
        Set<SourceLocation> seen = new HashSet<>();
        Map<String, SourceLocation> homes = new HashMap<>();
        for (Value.Mapping start : architectures) {
            // What only leads in circles comes after what begins somewhere.
            for (Value.Mapping root = next.poll(); root != null; root = next.poll()) {
                if (seen.add(root.source())) {
                    SourceLocation home = root.source();
                    nodes.of(root).forEach(node -> homes.putIfAbsent(node.id(), home));
                    next.addAll(inside.getOrDefault(home, List.of()));
                }
            }
            next.add(start);
        }
        return homes;
    }

    private void add(Value.Mapping root) {
        architectures.add(root);
        known.putIfAbsent(root.source().file(), root);
        if (root.get("$id").orElse(null) instanceof Value.Scalar id) {
            known.putIfAbsent(id.text(), root);
        }
    }

    private void follow(Value.Mapping root) {
        if (!(root.get("nodes").orElse(null) instanceof Value.Sequence nodes)) {
            return;
        }
        for (Value item : nodes.items()) {
            if (item instanceof Value.Mapping node && node.get("unique-id").orElse(null) instanceof Value.Scalar id) {
                reference(node)
                        .ifPresent(reference -> find(reference)
                                .filter(inner -> !inner.source().equals(root.source()))
                                .ifPresent(inner -> details.add(new Detail(root, id.text(), reference, inner))));
            }
        }
    }

    /// Under `details`; before release 1.0, at the node itself.
    private static Optional<Value.Scalar> reference(Value.Mapping node) {
        Value.Mapping in = node.get("details").orElse(null) instanceof Value.Mapping details ? details : node;
        return in.get("detailed-architecture")
                .filter(value ->
                        value instanceof Value.Scalar text && !text.text().isBlank())
                .map(Value.Scalar.class::cast);
    }

    private Optional<Value.Mapping> find(Value.Scalar reference) {
        String path = reference.text();
        Value.Mapping opened = known.get(path);
        if (opened != null) {
            return Optional.of(opened);
        }
        if (path.contains("://")) {
            report.accept(Problem.info("calm-details-remote", reference.source(), path));
            return Optional.empty();
        }
        return switch (beside.read(reference.source().file(), path)) {
            case SideFile.Found found -> read(found, reference);
            case SideFile.Missing _ -> unread("calm-details-missing", reference);
            case SideFile.Outside _ -> unread("calm-details-outside", reference);
            case SideFile.Refused(Problem why) -> {
                report.accept(why);
                yield Optional.empty();
            }
        };
    }

    private Optional<Value.Mapping> read(SideFile.Found found, Value.Scalar reference) {
        String file = found.text().file();
        if (known.get(file) == null && architectures.size() < MOST) {
            SideFiles.trees(found, report).stream()
                    .flatMap(tree -> tree.mapping().stream())
                    .filter(root -> CalmDocument.of(root)
                            .filter(CalmDocument.ARCHITECTURE::equals)
                            .isPresent())
                    .findFirst()
                    .ifPresent(this::add);
        }
        Value.Mapping root = known.get(file);
        return root == null ? unread("calm-details-no-architecture", reference) : Optional.of(root);
    }

    private Optional<Value.Mapping> unread(String code, Value.Scalar reference) {
        report.accept(Problem.warning(code, reference.source(), reference.text()));
        return Optional.empty();
    }
}
