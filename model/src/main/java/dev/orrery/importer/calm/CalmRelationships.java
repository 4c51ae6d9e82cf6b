package dev.orrery.importer.calm;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.OpenElements;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the architectures say about pairs of nodes.
final class CalmRelationships {
    private final CalmNodes nodes;
    private final Binding binding;
    private final CalmContainment containment = new CalmContainment();
    private final List<Draft.Need> stated = new ArrayList<>();

    CalmRelationships(CalmNodes nodes, Consumer<Problem> report) {
        this.nodes = nodes;
        this.binding = new Binding(report);
    }

    CalmContainment containment() {
        return containment;
    }

    /// What holds between services, of all architectures read so far.
    List<Draft.Need> needs(OpenElements open) {
        return open.between(stated, binding::report);
    }

    void read(Value.Mapping root) {
        List<Value> all = root.get("relationships")
                .map(list -> binding.items("relationships", list))
                .orElse(List.of());
        for (Value item : all) {
            binding.mapping("relationships", item).ifPresent(this::relationship);
        }
    }

    private void relationship(Value.Mapping body) {
        Value type = body.get("relationship-type").orElse(body);
        if (!(type instanceof Value.Mapping named)
                || body.get("relationship-type").isEmpty()) {
            binding.report(Problem.error("calm-relationship-type", type.source()));
            return;
        }
        @Nullable String protocol = binding.text(body, "protocol").orElse(null);
        for (Value.Field field : named.fields()) {
            String key = field.key();
            switch (key) {
                case "connects" -> said(field).ifPresent(said -> connects(said, protocol));
                case "interacts" -> said(field).ifPresent(said -> interacts(said, protocol));
                case "composed-of" -> said(field).ifPresent(said -> holds(said, true));
                case "deployed-in" -> said(field).ifPresent(said -> holds(said, false));
                case "options" -> binding.report(Problem.info("calm-options", field.keySource()));
                default -> binding.report(Problem.warning("calm-unknown-relationship", field.keySource(), key));
            }
        }
    }

    private Optional<Value.Mapping> said(Value.Field field) {
        return binding.mapping(field.key(), field.value());
    }

    private void connects(Value.Mapping said, @Nullable String protocol) {
        Optional<Value.Scalar> source = end(said, "source");
        Optional<Value.Scalar> destination = end(said, "destination");
        if (source.isPresent() && destination.isPresent()) {
            add(source.get(), destination.get(), "calm.connects", protocol);
        } else {
            binding.report(Problem.error("calm-connects-without-end", said.source()));
        }
    }

    /// `{node: id}`, or the id alone as some write it.
    private static Optional<Value.Scalar> end(Value.Mapping said, String key) {
        return said.get(key)
                .flatMap(end -> end instanceof Value.Mapping mapping ? mapping.get("node") : Optional.of(end))
                .filter(node -> node instanceof Value.Scalar scalar && scalar.type() != Value.Type.NULL)
                .map(Value.Scalar.class::cast);
    }

    private void interacts(Value.Mapping said, @Nullable String protocol) {
        Optional<Value.Scalar> actor = binding.scalar(said, "actor");
        for (Value.Scalar node : named(said)) {
            actor.ifPresent(from -> add(from, node, "calm.interacts", protocol));
        }
    }

    private List<Value.Scalar> named(Value.Mapping said) {
        return said.get("nodes").map(list -> binding.items("nodes", list)).orElse(List.of()).stream()
                .flatMap(item -> binding.scalar("nodes", item).stream())
                .toList();
    }

    private void holds(Value.Mapping said, boolean isPart) {
        Optional<Value.Scalar> container = binding.scalar(said, "container").filter(this::isKnown);
        for (Value.Scalar node : named(said)) {
            if (container.isPresent() && isKnown(node) && !isActor(node) && !isActor(container.get())) {
                var holder = new CalmContainment.Holder(container.get().text(), node.source());
                if (isPart) {
                    containment.composed(node.text(), holder);
                } else {
                    containment.deployed(node.text(), holder);
                }
            }
        }
    }

    /// A destination that no node has may be in a file that is not open here.
    private void add(Value.Scalar from, Value.Scalar to, String rule, @Nullable String protocol) {
        if (isKnown(from) && !isActor(from) && !isActor(to)) {
            Evidence evidence = new Evidence(Certainty.DECLARED, rule, to.source());
            stated.add(new Draft.Need(from.text(), to.text(), kind(protocol), true, protocol, null, evidence));
        }
    }

    private static @Nullable DependencyKind kind(@Nullable String protocol) {
        return switch (protocol == null ? "" : protocol.toUpperCase(Locale.ROOT)) {
            case "AMQP", "KAFKA", "MQTT", "JMS" -> DependencyKind.ASYNC;
            case "JDBC" -> DependencyKind.DATA;
            default -> null;
        };
    }

    private boolean isActor(Value.Scalar node) {
        return nodes.find(node.text()).filter(CalmNodes.Node::isActor).isPresent();
    }

    private boolean isKnown(Value.Scalar node) {
        boolean isKnown = nodes.find(node.text()).isPresent();
        if (!isKnown) {
            binding.report(Problem.error("calm-unknown-node", node.source(), node.text()));
        }
        return isKnown;
    }
}
