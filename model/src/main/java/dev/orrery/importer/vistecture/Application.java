package dev.orrery.importer.vistecture;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.InfrastructureType;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One application, as it is defined and as a project overrides it.
///
/// @param definition the one that counts
/// @param layers all that is said of it, what counts most last
record Application(String name, Value.Mapping definition, List<Value.Mapping> layers, Binding binding) {
    private static final String DEPENDENCY = "vistecture.dependency";
    private static final String INFRASTRUCTURE = "vistecture.infrastructure";

    Service service() {
        String category = text("category").orElse("");
        Map<String, String> provides = new TreeMap<>();
        provided()
                .flatMap(service -> binding.text(service, "name").stream())
                .forEach(service -> provides.put(service, ""));
        return Service.builder(name, definition.get("name").orElseThrow().source())
                .name(text("title").orElse(name))
                .kind(kind(category))
                .owner(text("team").orElse(null))
                .technology(text("technology").orElse(null))
                .tags(Stream.of(text("category"), text("status"))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList())
                .provides(provides)
                .build();
    }

    /// What has nothing but pages for people is one; an application that offers anything else is a service.
    private ServiceKind kind(String category) {
        if (category.toLowerCase(Locale.ROOT).startsWith("external")) {
            return ServiceKind.EXTERNAL;
        }
        List<String> types = provided()
                .map(service -> binding.text(service, "type").orElse("").toLowerCase(Locale.ROOT))
                .toList();
        boolean isPage = !types.isEmpty() && types.stream().allMatch("gui"::equals);
        return isPage ? ServiceKind.WEB : ServiceKind.SERVICE;
    }

    Optional<Value.Scalar> group() {
        return last("group");
    }

    /// What it needs itself, what each service that it provides needs, and what it runs on.
    List<Draft.Need> needs() {
        Stream<Value.Mapping> dependencies = Stream.concat(layers.stream(), provided())
                .flatMap(in -> Stream.of("dependencies", "add-dependencies").flatMap(key -> mappings(in, key)));
        return Stream.concat(
                        dependencies.flatMap(dependency -> need(dependency).stream()),
                        types().map(type -> Draft.Need.of(
                                name, id(type), new Evidence(Certainty.DECLARED, INFRASTRUCTURE, type.source()))))
                .toList();
    }

    /// The name of an application has no dot; what follows one is a service that it provides.
    private Optional<Draft.Need> need(Value.Mapping dependency) {
        return binding.scalar(dependency, "reference")
                .filter(reference -> !reference.text().isBlank())
                .map(reference -> {
                    String[] parts = reference.text().strip().split("\\.", 2);
                    boolean isOptional = binding.bool(dependency, "isOptional").orElse(false);
                    String api = parts.length > 1 && !parts[1].isBlank() ? parts[1] : null;
                    Evidence evidence = new Evidence(Certainty.DECLARED, DEPENDENCY, reference.source());
                    return new Draft.Need(name, parts[0], null, !isOptional, null, api, evidence);
                });
    }

    /// What an application runs on is its own: two applications with a `redis` have one each.
    List<Service> infrastructure() {
        return types().map(type -> Service.builder(id(type), type.source())
                        .name(type.text())
                        .kind(InfrastructureType.kindOf(type.text()).orElse(ServiceKind.SERVICE))
                        .owner(text("team").orElse(null))
                        .technology(type.text())
                        .build())
                .toList();
    }

    private String id(Value.Scalar type) {
        return name + "." + type.text();
    }

    private Stream<Value.Scalar> types() {
        Set<String> seen = new HashSet<>();
        return layers.stream()
                .flatMap(layer -> mappings(layer, "infrastructure-dependencies"))
                .flatMap(dependency -> binding.scalar(dependency, "type").stream())
                .filter(type -> !type.text().isBlank() && seen.add(type.text()));
    }

    private Stream<Value.Mapping> provided() {
        return layers.stream()
                .flatMap(layer ->
                        Stream.of("provided-services", "add-provided-services").flatMap(key -> mappings(layer, key)));
    }

    private Stream<Value.Mapping> mappings(Value.Mapping in, String key) {
        return in.get(key).stream()
                .filter(list -> !(list instanceof Value.Scalar scalar) || scalar.type() != Value.Type.NULL)
                .flatMap(list -> binding.items(key, list).stream())
                .flatMap(item -> binding.mapping(key, item).stream());
    }

    private Optional<String> text(String key) {
        return last(key).map(Value.Scalar::text);
    }

    private Optional<Value.Scalar> last(String key) {
        return layers.reversed().stream()
                .flatMap(layer -> binding.scalar(layer, key).stream())
                .filter(text -> !text.text().isBlank())
                .findFirst();
    }
}
