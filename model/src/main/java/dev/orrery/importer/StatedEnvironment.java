package dev.orrery.importer;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.PrometheusStatement;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Environment;
import dev.orrery.topology.PrometheusRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One entry of a workspace's `environments`.
final class StatedEnvironment {
    private static final Set<String> KEYS = Set.of("services", "secrets", "prometheus");
    private static final Set<String> MOVE_KEYS = Set.of("url", "ports");

    private StatedEnvironment() {}

    /// What is wrong is reported and left out; an entry without a value is an environment in which nothing is moved.
    static Environment read(Value.Field entry, Binding binding) {
        List<Environment.Move> moves = new ArrayList<>();
        SortedMap<String, String> secrets = new TreeMap<>();
        @Nullable PrometheusRule prometheus = null;
        boolean isGiven = !(entry.value() instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL);
        Optional<Value.Mapping> stated = isGiven ? binding.mapping(entry.key(), entry.value()) : Optional.empty();
        if (stated.isPresent()) {
            Value.Mapping mapping = stated.get();
            binding.keys(mapping, KEYS);
            binding.mapping(mapping, "services").stream()
                    .flatMap(all -> all.fields().stream())
                    .forEach(field -> target(field, binding)
                            .ifPresent(target -> moves.add(new Environment.Move(field.key(), target))));
            binding.mapping(mapping, "secrets").stream()
                    .flatMap(all -> all.fields().stream())
                    .forEach(field ->
                            binding.text(field.key(), field.value()).ifPresent(name -> secrets.put(field.key(), name)));
            prometheus =
                    new PrometheusStatement(binding).rule(mapping, "prometheus").orElse(null);
        }
        return new Environment(entry.key(), moves, secrets, prometheus, entry.keySource());
    }

    private static Optional<? extends Environment.Target> target(Value.Field field, Binding binding) {
        if (field.value() instanceof Value.Scalar url) {
            return base(url, binding);
        }
        return binding.mapping(field.key(), field.value()).flatMap(mapping -> {
            binding.keys(mapping, MOVE_KEYS);
            Optional<Environment.Target> base = binding.scalar(mapping, "url").flatMap(url -> base(url, binding));
            return base.isPresent() ? base : ports(mapping, binding);
        });
    }

    private static Optional<Environment.Target> base(Value.Scalar url, Binding binding) {
        Value.Scalar filled = new Value.Scalar(url.text().replace("{service}", "service"), url.type(), url.source());
        return EndpointUrl.isUsable(filled, binding) ? Optional.of(new Environment.Base(url.text())) : Optional.empty();
    }

    private static Optional<Environment.Target> ports(Value.Mapping mapping, Binding binding) {
        SortedMap<Integer, Integer> ports = new TreeMap<>();
        for (Value.Field field : binding.mapping(mapping, "ports").stream()
                .flatMap(all -> all.fields().stream())
                .toList()) {
            Optional<Value.Scalar> to = binding.scalar(field.key(), field.value());
            if (!EndpointUrl.isPort(field.key())) {
                binding.report(Problem.error("bad-port", field.keySource(), field.key()));
            } else if (to.isPresent() && !EndpointUrl.isPort(to.get().text())) {
                binding.report(
                        Problem.error("bad-port", to.get().source(), to.get().text()));
            } else {
                to.ifPresent(port -> ports.put(Integer.valueOf(field.key()), Integer.valueOf(port.text())));
            }
        }
        return ports.isEmpty() ? Optional.empty() : Optional.of(new Environment.Ports(ports));
    }
}
