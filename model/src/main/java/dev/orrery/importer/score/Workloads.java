package dev.orrery.importer.score;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.ImageName;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The workloads of all files, and the resources that they ask for.
final class Workloads {
    private static final String RULE = "score.resource";

    private final Binding binding;
    private final Map<String, Service> workloads = new TreeMap<>();
    private final Map<String, Service> resources = new TreeMap<>();
    private final List<Draft.Need> needs = new ArrayList<>();

    Workloads(Consumer<Problem> report) {
        this.binding = new Binding(report);
    }

    void add(Value.Mapping root) {
        Optional<Value.Scalar> name = binding.mapping(root, "metadata")
                .flatMap(metadata -> binding.scalar(metadata, "name"))
                .filter(text -> !text.text().isBlank());
        if (name.isEmpty()) {
            binding.report(Problem.error("score-no-name", root.source()));
            return;
        }
        String id = name.get().text();
        if (id.contains("{{") || id.contains("${")) {
            binding.report(Problem.info("score-skeleton", name.get().source()));
            return;
        }
        Service first = workloads.putIfAbsent(id, workload(id, name.get().source(), root));
        if (first != null) {
            binding.report(Problem.info(
                    "service-defined-twice",
                    name.get().source(),
                    id,
                    first.source().toString()));
        }
        binding.mapping(root, "resources").ifPresent(all -> all.fields().forEach(field -> addResource(id, field)));
    }

    /// Workloads first: where a resource has the very id of a workload, the workload is meant by it.
    void write(Draft.Builder draft) {
        workloads.values().forEach(draft::add);
        resources.values().stream()
                .filter(resource -> !workloads.containsKey(resource.id()))
                .forEach(draft::add);
        needs.forEach(draft::add);
    }

    private Service workload(String id, SourceLocation source, Value.Mapping root) {
        Optional<ImageName> image = image(root);
        Value.Mapping annotations = binding.mapping(root, "metadata")
                .flatMap(metadata -> binding.mapping(metadata, "annotations"))
                .orElse(Value.Mapping.of(List.of(), source));
        return Service.builder(id, source)
                .kind(image.flatMap(known -> ImageName.kindOf(known.product())).orElse(ServiceKind.SERVICE))
                .technology(image.map(ImageName::technology).orElse(null))
                .tags(binding.text(annotations, "tags")
                        .map(text -> Arrays.stream(text.split(",", -1))
                                .map(String::strip)
                                .filter(tag -> !tag.isEmpty())
                                .distinct()
                                .toList())
                        .orElse(List.of()))
                .build();
    }

    /// Of the first container that names one; `.` stands for an image that is yet to be built.
    private Optional<ImageName> image(Value.Mapping root) {
        return binding.mapping(root, "containers").stream()
                .flatMap(all -> all.fields().stream())
                .flatMap(field -> binding.mapping(field.key(), field.value()).stream())
                .flatMap(container -> binding.text(container, "image").stream())
                .filter(image -> !image.isBlank() && !image.equals(".") && !image.contains("${"))
                .findFirst()
                .map(ImageName::of);
    }

    private void addResource(String workload, Value.Field field) {
        Optional<Value.Mapping> body = binding.mapping(field.key(), field.value());
        String type = body.flatMap(known -> binding.text(known, "type")).orElse("");
        if (type.isBlank()) {
            binding.report(Problem.warning("score-no-type", field.keySource(), field.key()));
            return;
        }
        String shared = body.flatMap(known -> binding.text(known, "id"))
                .filter(id -> !id.isBlank() && !id.contains("${"))
                .orElse(null);
        ResourceType meaning = ResourceType.of(type);
        switch (meaning) {
            case ResourceType.Settings _ -> {}
            case ResourceType.Workload _ -> need(workload, shared == null ? field.key() : shared, field.keySource());
            case ResourceType.Infrastructure(ServiceKind kind) -> {
                String id = id(workload, field.key(), type, shared);
                resources.putIfAbsent(id, resource(id, field, kind, type, shared));
                need(workload, id, field.keySource());
            }
        }
    }

    /// A resource belongs to its workload, unless its `id` says that it is shared; then type and id tell it apart.
    private static String id(String workload, String key, String type, @Nullable String shared) {
        return shared == null ? workload + "." + key : type + "#" + shared;
    }

    private static Service resource(
            String id, Value.Field field, ServiceKind kind, String type, @Nullable String shared) {
        return Service.builder(id, field.keySource())
                .name(shared == null ? field.key() : shared)
                .kind(kind)
                .technology(type)
                .build();
    }

    private void need(String workload, String target, SourceLocation source) {
        needs.add(Draft.Need.of(workload, target, new Evidence(Certainty.DECLARED, RULE, source)));
    }
}
