package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Spring Boot Actuator: parts under `components` (2.2 to 4), under `details` (2.0 and 2.1), or beside the status (1).
/// Micronaut answers in the second of these shapes.
///
/// The overall status alone is not enough: Spring leaves words of the user's own out of it, so the parts are read, too.
final class SpringBoot implements BodyFormat {
    private static final Set<String> NOT_PARTS =
            Set.of("components", "details", "checks", "entries", "info", "error", "groups");

    private enum Generation {
        COMPONENTS,
        DETAILS,
        FLAT
    }

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)) {
            return Optional.empty();
        }
        return Fields.status(root)
                .flatMap(word -> generation(root, word)
                        .flatMap(generation -> BodyHealth.of("spring-boot", word, parts(root, generation))));
    }

    private static Optional<Generation> generation(Json.Obj root, String word) {
        Optional<Json> components = root.get("components");
        if (components.isPresent()) {
            boolean fits = components.get() instanceof Json.Obj named && Fields.all(named, SpringBoot::hasStatus);
            return fits ? Optional.of(Generation.COMPONENTS) : Optional.empty();
        }
        boolean foreign = Fields.has(root, "checks") || Fields.has(root, "entries");
        if (foreign) {
            return Optional.empty();
        }
        if (root.get("groups").filter(Json.Arr.class::isInstance).isPresent()) {
            return Optional.of(Generation.COMPONENTS);
        }
        if (!Vocabulary.isUpperCase(word)) {
            return Optional.empty();
        }
        if (root.get("details").filter(Json.Obj.class::isInstance).isPresent()) {
            return Optional.of(Generation.DETAILS);
        }
        return parts(root, Generation.FLAT).isEmpty() ? Optional.empty() : Optional.of(Generation.FLAT);
    }

    private static boolean hasStatus(Json.Obj part) {
        return Fields.status(part).isPresent();
    }

    private static List<Part> parts(Json.Obj parent, Generation generation) {
        Optional<Json.Obj> named = switch (generation) {
            case COMPONENTS -> Fields.object(parent, "components");
            case DETAILS -> Fields.object(parent, "details");
            case FLAT -> Optional.of(parent);
        };
        List<Part> parts = new ArrayList<>();
        for (Json.Member member : named.map(Json.Obj::members).orElse(List.of())) {
            boolean mayBePart = generation != Generation.FLAT || !NOT_PARTS.contains(member.name());
            if (mayBePart && member.value() instanceof Json.Obj part) {
                Fields.status(part)
                        .ifPresent(
                                word -> parts.add(Part.of(member.name(), word, detail(part), parts(part, generation))));
            }
        }
        return parts;
    }

    private static Optional<String> detail(Json.Obj part) {
        return Fields.object(part, "details")
                .flatMap(details -> Fields.firstText(details, "error", "message", "reason"))
                .or(() -> Fields.firstText(part, "description", "error", "message"))
                .or(() -> Fields.object(part, "details").flatMap(SpringBoot::certificate));
    }

    /// A certificate that ends soon is told inside a part that is up.
    private static Optional<String> certificate(Json.Obj details) {
        Deque<Json> open = new ArrayDeque<>(List.of(details));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Json.Obj object -> {
                    if (Fields.status(object).filter("WILL_EXPIRE_SOON"::equals).isPresent()) {
                        return Fields.text(object, "message");
                    }
                    object.members().forEach(member -> open.push(member.value()));
                }
                case Json.Arr(List<Json> items) -> items.forEach(open::push);
                case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> {}
            }
        }
        return Optional.empty();
    }
}
