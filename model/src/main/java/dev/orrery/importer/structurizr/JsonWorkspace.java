package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.structurizr.StructurizrModel.Kind;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A workspace as JSON, by the schema that Structurizr publishes (`structurizr.yaml`).
final class JsonWorkspace {
    /// Either of these lists makes a `model` one of Structurizr's.
    private static final List<String> LISTS = List.of("softwareSystems", "people", "deploymentNodes", "customElements");
    private static final List<String> BESIDE_A_MODEL = List.of("views", "configuration", "documentation");

    private final Binding binding;
    private final List<StructurizrModel.Element> elements = new ArrayList<>();
    private final List<Stated> stated = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<StructurizrModel.Check> checks = new ArrayList<>();

    private JsonWorkspace(Binding binding) {
        this.binding = binding;
    }

    static boolean describes(Value.Mapping root) {
        return root.get("model").filter(model -> isModel(root, model)).isPresent() || isEncrypted(root);
    }

    /// Empty where it can only be read with a passphrase.
    static Optional<StructurizrModel> read(Value.Mapping root, Consumer<Problem> report) {
        Binding binding = new Binding(report);
        if (isEncrypted(root)) {
            report.accept(Problem.warning("structurizr-encrypted", root.source()));
            return Optional.empty();
        }
        JsonWorkspace reading = new JsonWorkspace(binding);
        Value.Mapping model = binding.mapping(root, "model").orElse(Value.Mapping.of(List.of(), root.source()));
        reading.readModel(model);
        return Optional.of(new StructurizrModel(
                binding.text(root, "name").orElse(null),
                binding.mapping(model, "enterprise")
                        .flatMap(enterprise -> binding.scalar(enterprise, "name"))
                        .map(name -> new StructurizrModel.Enterprise(name.text(), name.source()))
                        .orElse(null),
                reading.facts(model).getOrDefault("structurizr.groupSeparator", ""),
                reading.elements,
                reading.relations(),
                reading.checks,
                reading.shapes(root)));
    }

    private static boolean isModel(Value.Mapping root, Value value) {
        if (!(value instanceof Value.Mapping model)) {
            return false;
        }
        boolean hasLists = LISTS.stream().anyMatch(key -> model.get(key).orElse(null) instanceof Value.Sequence);
        return hasLists
                || (model.fields().isEmpty()
                        && BESIDE_A_MODEL.stream()
                                .anyMatch(key -> root.get(key).orElse(null) instanceof Value.Mapping));
    }

    private static boolean isEncrypted(Value.Mapping root) {
        return root.get("ciphertext").isPresent()
                && root.get("encryptionStrategy").isPresent();
    }

    private void readModel(Value.Mapping model) {
        for (Value.Mapping person : all(model, "people")) {
            element(person, Kind.PERSON, null);
        }
        for (Value.Mapping custom : all(model, "customElements")) {
            element(custom, Kind.CUSTOM, null);
        }
        for (Value.Mapping system : all(model, "softwareSystems")) {
            element(system, Kind.SYSTEM, null).ifPresent(key -> containers(system, key));
        }
        all(model, "deploymentNodes").forEach(this::deployment);
    }

    private void containers(Value.Mapping system, String systemKey) {
        for (Value.Mapping container : all(system, "containers")) {
            element(container, Kind.CONTAINER, systemKey).ifPresent(key -> {
                for (Value.Mapping component : all(container, "components")) {
                    element(component, Kind.COMPONENT, key);
                }
            });
        }
    }

    private Optional<String> element(Value.Mapping element, Kind kind, @Nullable String parent) {
        Optional<Value.Scalar> name =
                binding.scalar(element, "name").filter(text -> !text.text().isBlank());
        if (name.isEmpty()) {
            binding.report(Problem.error("empty-name", element.source()));
            return Optional.empty();
        }
        SourceLocation place = name.get().source();
        String id = binding.text(element, "id").orElse("");
        String key = id;
        if (id.isEmpty() || !keys.add(id)) {
            // It can still be drawn; what refers to the id means the one before it.
            key = "no id, at " + place;
            keys.add(key);
            if (!id.isEmpty()) {
                binding.report(Problem.warning("structurizr-id-twice", place, id));
            }
        }
        elements.add(new StructurizrModel.Element(
                key,
                kind,
                parent,
                name.get().text(),
                text(element, "technology"),
                Tags.split(text(element, "tags")),
                text(element, "group"),
                text(element, "location"),
                text(element, "url"),
                facts(element),
                place));
        for (Value.Mapping relationship : all(element, "relationships")) {
            stated.add(new Stated(key, relationship));
        }
        return Optional.of(key);
    }

    private List<StructurizrModel.Relation> relations() {
        List<StructurizrModel.Relation> relations = new ArrayList<>();
        for (Stated one : stated) {
            Value.Mapping relationship = one.relationship();
            Optional<Value.Scalar> to = binding.scalar(relationship, "destinationId");
            if (to.isEmpty() || !keys.contains(to.get().text())) {
                SourceLocation place = to.map(Value.Scalar::source).orElse(relationship.source());
                binding.report(Problem.error(
                        "structurizr-unknown-element",
                        place,
                        to.map(Value.Scalar::text).orElse("")));
                continue;
            }
            boolean isAsync = "Asynchronous".equalsIgnoreCase(text(relationship, "interactionStyle"))
                    || Tags.sayAsync(Tags.split(text(relationship, "tags")));
            relations.add(new StructurizrModel.Relation(
                    one.from(),
                    to.get().text(),
                    text(relationship, "technology"),
                    isAsync,
                    to.get().source()));
        }
        return relations;
    }

    /// Instances of all environments; what relates one instance to another only repeats the model.
    private void deployment(Value.Mapping node) {
        for (Value.Mapping instance : all(node, "containerInstances")) {
            checks(instance, "containerId");
        }
        for (Value.Mapping instance : all(node, "softwareSystemInstances")) {
            checks(instance, "softwareSystemId");
        }
        all(node, "children").forEach(this::deployment);
    }

    private void checks(Value.Mapping instance, String of) {
        Optional<String> element = binding.text(instance, of).filter(keys::contains);
        for (Value.Mapping check : all(instance, "healthChecks")) {
            Optional<Value.Scalar> url = binding.scalar(check, "url");
            if (url.isEmpty()) {
                binding.report(Problem.error("health-without-url", check.source()));
            } else if (element.isPresent()) {
                checks.add(new StructurizrModel.Check(
                        element.get(), url.get(), number(check, "interval", 60), number(check, "timeout", 0)));
            }
        }
    }

    private int number(Value.Mapping check, String key, int otherwise) {
        return binding.whole(check, key, 0, 86_400_000).orElse(otherwise);
    }

    private Map<String, String> facts(Value.Mapping of) {
        Map<String, String> facts = new TreeMap<>();
        for (Value.Mapping perspective : all(of, "perspectives")) {
            binding.text(perspective, "name")
                    .ifPresent(name -> Optional.ofNullable(text(perspective, "url"))
                            .or(() -> Optional.ofNullable(text(perspective, "value")))
                            .or(() -> Optional.ofNullable(text(perspective, "description")))
                            .ifPresent(value -> facts.put(name, value)));
        }
        binding.mapping(of, "properties")
                .ifPresent(properties -> properties
                        .fields()
                        .forEach(field -> binding.text(field.key(), field.value())
                                .ifPresent(value -> facts.put(field.key(), value))));
        return facts;
    }

    private Map<String, String> shapes(Value.Mapping root) {
        Map<String, String> shapes = new HashMap<>();
        binding.mapping(root, "views")
                .flatMap(views -> binding.mapping(views, "configuration"))
                .flatMap(configuration -> binding.mapping(configuration, "styles"))
                .ifPresent(styles -> all(styles, "elements").forEach(style -> {
                    String tag = text(style, "tag");
                    String shape = text(style, "shape");
                    if (tag != null && shape != null) {
                        shapes.put(tag, shape);
                    }
                }));
        return shapes;
    }

    private List<Value.Mapping> all(Value.Mapping in, String key) {
        return in.get(key).filter(value -> !isNull(value)).stream()
                .flatMap(value -> binding.items(key, value).stream())
                .flatMap(item -> binding.mapping(key, item).stream())
                .toList();
    }

    private @Nullable String text(Value.Mapping in, String key) {
        return binding.text(in, key).filter(text -> !text.isBlank()).orElse(null);
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL;
    }

    /// A relationship stands inside the element that it starts from.
    private record Stated(String from, Value.Mapping relationship) {}
}
