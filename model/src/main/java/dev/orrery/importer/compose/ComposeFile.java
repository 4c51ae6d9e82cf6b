package dev.orrery.importer.compose;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.ImageName;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One Compose file, read on its own.
final class ComposeFile {
    private static final Pattern REMOTE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://|oci:|git@|github\\.com/).*");

    private final ComposeBinding binding;
    private final List<Service> services = new ArrayList<>();
    private final List<Draft.Need> needs = new ArrayList<>();

    ComposeFile(ComposeBinding binding) {
        this.binding = binding;
    }

    Draft read(Value.Mapping root, boolean isVersion1) {
        String name = isVersion1
                ? null
                : binding.known(root, "name").map(Value.Scalar::text).orElse(null);
        if (!isVersion1) {
            root.get("include").ifPresent(this::reportIncludes);
        }
        Optional<Value.Mapping> all = isVersion1
                ? Optional.of(root)
                : root.get("services").flatMap(value -> binding.plain().mapping("services", value));
        List<Value.Field> defined = all.map(Value.Mapping::fields).orElse(List.of());
        if (defined.isEmpty() && root.get("include").isEmpty()) {
            binding.report(Problem.warning(
                    "no-services",
                    root.field("services").map(Value.Field::keySource).orElse(root.source())));
        }
        defined.forEach(this::addService);
        return new Draft("compose", root.source().file(), name, services, List.of(), List.of(), List.of(), needs);
    }

    private void addService(Value.Field field) {
        String id = field.key();
        if (id.isBlank()) {
            binding.report(Problem.error("empty-name", field.keySource()));
            return;
        }
        Optional<Value.Mapping> body = binding.plain().mapping(id, field.value());
        services.add(body.map(known -> service(field, known))
                .orElseGet(() -> Service.of(id, kind(id, Optional.empty()), field.keySource())));
        body.ifPresent(known -> {
            needs.addAll(ComposeNeeds.read(id, known, binding));
            known.field("extends")
                    .ifPresent(extended ->
                            binding.report(Problem.info("compose-extends-not-read", extended.keySource(), id)));
        });
    }

    private Service service(Value.Field field, Value.Mapping body) {
        String id = field.key();
        Optional<ImageName> image =
                binding.shown(body, "image").map(Value.Scalar::text).map(ImageName::of);
        return new Service(
                id,
                id,
                kind(id, image),
                null,
                null,
                image.map(ImageName::technology).orElse(null),
                List.of(),
                Map.of(),
                new ComposeHealth(binding).read(id, body),
                List.of(),
                Map.of(),
                List.of(),
                profiles(body).isEmpty(),
                Set.of(),
                List.of(field.keySource()));
    }

    /// The image tells; where it is of the team's own making, a service that is called `mysql` is taken by its word.
    private static ServiceKind kind(String id, Optional<ImageName> image) {
        return image.map(ImageName::product)
                .flatMap(ImageName::kindOf)
                .or(() -> ImageName.kindOf(id))
                .orElse(ServiceKind.SERVICE);
    }

    private List<String> profiles(Value.Mapping body) {
        return body.get("profiles").stream()
                .flatMap(value -> binding.plain().items("profiles", value).stream())
                .flatMap(item -> binding.known("profiles", item).stream())
                .map(Value.Scalar::text)
                .toList();
    }

    /// A list of paths, or of mappings with `path`, which may be a list again.
    private void reportIncludes(Value include) {
        flat(include)
                .flatMap(item -> item instanceof Value.Mapping mapping
                        ? mapping.get("path").stream().flatMap(ComposeFile::flat)
                        : Stream.of(item))
                .flatMap(item -> binding.shown("include", item).stream())
                .forEach(path -> {
                    boolean isRemote = REMOTE.matcher(path.text()).matches();
                    binding.report(
                            isRemote
                                    ? Problem.warning("compose-include-remote", path.source(), path.text())
                                    : Problem.info("compose-include-not-read", path.source(), path.text()));
                });
    }

    private static Stream<Value> flat(Value value) {
        return value instanceof Value.Sequence list ? list.items().stream() : Stream.of(value);
    }
}
