package dev.orrery.importer.calm;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.KindWords;
import dev.orrery.importer.OpenElements;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The nodes of all architectures, by their ids.
final class CalmNodes {
    private final Binding binding;
    private final CalmInterfaces interfaces;
    private final Map<SourceLocation, List<Node>> byRoot = new HashMap<>();
    private final Map<String, Node> byId = new HashMap<>();

    CalmNodes(Consumer<Problem> report) {
        this.binding = new Binding(report);
        this.interfaces = new CalmInterfaces(binding);
    }

    /// @param type as written; `service` where the node gives none
    record Node(String id, String type, Value.Mapping body, SourceLocation source) {
        boolean isActor() {
            return type.equals("actor");
        }
    }

    void read(Value.Mapping root) {
        Set<String> here = new HashSet<>();
        List<Node> nodes = new ArrayList<>();
        for (Value item :
                root.get("nodes").map(list -> binding.items("nodes", list)).orElse(List.of())) {
            Optional<Node> node = binding.mapping("nodes", item).flatMap(this::node);
            if (node.isPresent() && here.add(node.get().id())) {
                nodes.add(node.get());
                byId.putIfAbsent(node.get().id(), node.get());
            } else if (node.isPresent()) {
                binding.report(Problem.warning(
                        "calm-node-twice", node.get().source(), node.get().id()));
            }
        }
        byRoot.put(root.source(), nodes);
    }

    private Optional<Node> node(Value.Mapping body) {
        Optional<Value.Scalar> id =
                binding.scalar(body, "unique-id").filter(text -> !text.text().isBlank());
        if (id.isEmpty()) {
            binding.report(Problem.error("calm-node-without-id", body.source()));
        }
        return id.map(
                text -> new Node(text.text(), binding.text(body, "node-type").orElse("service"), body, text.source()));
    }

    /// Those of one architecture.
    List<Node> of(Value.Mapping root) {
        return byRoot.getOrDefault(root.source(), List.of());
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Writes the nodes of one architecture: those that hold others as boundaries, the rest as services.
    void write(Value.Mapping root, CalmContainment containment, OpenElements open, Draft.Builder draft) {
        for (Node node : of(root)) {
            if (node.isActor()) {
                continue;
            }
            boolean isOpened = open.isOpened(node.id());
            if (isOpened) {
                draft.add(boundary(node));
            } else {
                draft.add(service(node));
            }
            containment.holder(node.id()).ifPresent(holder -> {
                if (isOpened) {
                    draft.nest(node.id(), holder.container(), holder.source());
                } else {
                    draft.member(node.id(), holder.container(), holder.source());
                }
            });
        }
    }

    private Boundary boundary(Node node) {
        return new Boundary(
                node.id(), name(node), node.type(), null, owner(node).orElse(null), node.source());
    }

    private Service service(Node node) {
        return Service.builder(node.id(), node.source())
                .name(name(node))
                .kind(kind(node.type()))
                .owner(owner(node).orElse(null))
                .links(interfaces.links(node.body()))
                .healthChecks(interfaces.checks(node.body()))
                .build();
    }

    private String name(Node node) {
        return binding.text(node.body(), "name").filter(text -> !text.isBlank()).orElse(node.id());
    }

    private static ServiceKind kind(String type) {
        return switch (type) {
            case "webclient" -> ServiceKind.WEB;
            case "database", "data-asset", "ldap" -> ServiceKind.DATABASE;
            case "service", "system", "ecosystem", "network" -> ServiceKind.SERVICE;
            default -> KindWords.kindOf(type).orElse(ServiceKind.SERVICE);
        };
    }

    /// Metadata is one mapping or a list of them, with keys of the writer's choice.
    private static Optional<String> owner(Node node) {
        return node.body().get("metadata").stream()
                .flatMap(value -> value instanceof Value.Sequence list ? list.items().stream() : Stream.of(value))
                .filter(Value.Mapping.class::isInstance)
                .map(Value.Mapping.class::cast)
                .flatMap(said -> Stream.of("owner", "team").flatMap(key -> said.get(key).stream()))
                .filter(value -> value instanceof Value.Scalar scalar && scalar.type() == Value.Type.TEXT)
                .map(value -> ((Value.Scalar) value).text())
                .findFirst();
    }
}
