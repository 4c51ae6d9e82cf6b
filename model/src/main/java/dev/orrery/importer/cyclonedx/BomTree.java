package dev.orrery.importer.cyclonedx;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the JSON notation.
final class BomTree {
    private final Binding binding;

    BomTree(Binding binding) {
        this.binding = binding;
    }

    Bom read(Value.Mapping root) {
        List<Bom.Uses> uses = new ArrayList<>();
        for (Value item : items(root, "dependencies")) {
            binding.mapping("dependencies", item)
                    .ifPresent(entry -> binding.text(entry, "ref")
                            .ifPresent(from -> items(entry, "dependsOn")
                                    .forEach(target -> binding.text("dependsOn", target)
                                            .ifPresent(to -> uses.add(new Bom.Uses(from, to, target.source()))))));
        }
        return new Bom(services(root), uses);
    }

    private List<Bom.Listed> services(Value.Mapping in) {
        List<Bom.Listed> services = new ArrayList<>();
        for (Value item : items(in, "services")) {
            binding.mapping("services", item).flatMap(this::service).ifPresent(services::add);
        }
        return services;
    }

    private Optional<Bom.Listed> service(Value.Mapping body) {
        Optional<Value.Scalar> name =
                binding.scalar(body, "name").filter(text -> !text.text().isBlank());
        if (name.isEmpty()) {
            binding.report(Problem.warning("cyclonedx-unnamed", body.source()));
            return Optional.empty();
        }
        return Optional.of(new Bom.Listed(
                binding.text(body, "bom-ref").orElse(null),
                name.get().text().strip(),
                binding.text(body, "group").orElse(null),
                binding.mapping(body, "provider")
                        .flatMap(provider -> binding.text(provider, "name"))
                        .orElse(null),
                binding.text(body, "trustZone").orElse(null),
                binding.texts(body, "endpoints"),
                services(body),
                name.get().source()));
    }

    private List<Value> items(Value.Mapping in, String key) {
        return in.get(key).map(list -> binding.items(key, list)).orElse(List.of());
    }
}
