package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a workspace says about services whose own format has no place for it: `overlays`, with `services` and
/// `boundaries` below it, written as in the native format. [Overlaid] puts it onto a topology.
///
/// @param services in written order
/// @param boundaries in written order
public record Overlay(List<OfService> services, List<OfBoundary> boundaries) {
    /// The key of a workspace.
    public static final String KEY = "overlays";

    /// Of dependencies that a workspace states.
    public static final String RULE = "workspace.overlay";

    public static final Overlay NONE = new Overlay(List.of(), List.of());

    private static final Set<String> TOP = Set.of("services", "boundaries");

    public Overlay {
        services = List.copyOf(services);
        boundaries = List.copyOf(boundaries);
    }

    /// @param service what is said of it; what is not is as in a service of which nothing is known
    /// @param name null where none is said
    /// @param kind null where none is said
    /// @param boundary around it; null where none is said
    /// @param needs what it needs too
    record OfService(
            Service service,
            @Nullable String name,
            @Nullable ServiceKind kind,
            @Nullable Name boundary,
            List<Need> needs) {
        OfService {
            needs = List.copyOf(needs);
        }
    }

    /// @param name for people; null where none is said, as with all else
    record OfBoundary(
            String id,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Name within,
            @Nullable String owner,
            SourceLocation source) {}

    /// A name that refers to something.
    record Name(String id, SourceLocation source) {}

    /// @param kind null where it is not said, as with all else
    record Need(
            String to,
            @Nullable DependencyKind kind,
            @Nullable Boolean required,
            @Nullable String protocol,
            @Nullable String api,
            Evidence evidence) {}

    /// What stands under the key. What cannot be read as meant is reported and left out.
    public static Overlay read(Value.Mapping overlays, Consumer<Problem> report) {
        Binding binding = new Binding(report);
        binding.keys(overlays, TOP);
        List<OfBoundary> boundaries = new ArrayList<>();
        List<OfService> services = new ArrayList<>();
        for (Value.Field field : fields(overlays, "boundaries", binding)) {
            boundaries.add(boundary(field, binding));
        }
        for (Value.Field field : fields(overlays, "services", binding)) {
            services.add(service(field, binding));
        }
        return new Overlay(services, boundaries);
    }

    private static List<Value.Field> fields(Value.Mapping in, String key, Binding binding) {
        List<Value.Field> named = new ArrayList<>();
        for (Value.Field field :
                binding.mapping(in, key).map(Value.Mapping::fields).orElse(List.of())) {
            if (field.key().isBlank()) {
                binding.report(Problem.error("empty-name", field.keySource()));
            } else {
                named.add(field);
            }
        }
        return named;
    }

    private static OfBoundary boundary(Value.Field field, Binding binding) {
        Value.Mapping body = binding.mapping(field.key(), field.value()).orElse(null);
        if (body == null) {
            return new OfBoundary(field.key(), null, null, null, null, field.keySource());
        }
        binding.keys(body, NativeKeys.BOUNDARY);
        return new OfBoundary(
                field.key(),
                binding.text(body, "name").orElse(null),
                binding.text(body, "kind").orElse(null),
                name(body, "within", binding),
                binding.text(body, "owner").orElse(null),
                field.keySource());
    }

    private static OfService service(Value.Field field, Binding binding) {
        Value.Mapping body = binding.mapping(field.key(), field.value()).orElse(null);
        if (body != null) {
            binding.keys(body, NativeKeys.OVERLAY);
        }
        Service said = new NativeService(binding, null).read(field.key(), field.keySource(), body);
        return body == null
                ? new OfService(said, null, null, null, List.of())
                : new OfService(
                        said,
                        body.get("name").isPresent() ? said.name() : null,
                        kind(body),
                        name(body, "boundary", binding),
                        needs(field.key(), body, binding));
    }

    /// The reader of services told of a word that is none.
    private static @Nullable ServiceKind kind(Value.Mapping body) {
        return body.get("kind").orElse(null) instanceof Value.Scalar word
                ? ServiceKind.of(word.text()).orElse(null)
                : null;
    }

    private static List<Need> needs(String from, Value.Mapping body, Binding binding) {
        Set<String> saysRequired = new LinkedHashSet<>();
        if (body.get("depends_on").orElse(null) instanceof Value.Mapping details) {
            details.fields().stream()
                    .filter(field -> field.value() instanceof Value.Mapping known
                            && known.get("required").isPresent())
                    .forEach(field -> saysRequired.add(field.key()));
        }
        return new NativeNeeds(binding)
                .read(from, body).stream()
                        .map(need -> new Need(
                                need.to(),
                                need.kind(),
                                saysRequired.contains(need.to()) ? need.required() : null,
                                need.protocol(),
                                need.api(),
                                new Evidence(
                                        need.evidence().certainty(),
                                        RULE,
                                        need.evidence().source())))
                        .toList();
    }

    private static @Nullable Name name(Value.Mapping body, String key, Binding binding) {
        return binding.scalar(body, key)
                .map(text -> new Name(text.text(), text.source()))
                .orElse(null);
    }
}
