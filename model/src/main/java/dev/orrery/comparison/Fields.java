package dev.orrery.comparison;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Promise;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is compared, as texts.
final class Fields {
    private final Map<Field, List<String>> values = new EnumMap<>(Field.class);

    private Fields() {}

    static Fields of(Service service) {
        return new Fields()
                .one(Field.NAME, service.name().equals(service.id()) ? null : service.name())
                .one(Field.KIND, service.kind().word())
                .one(Field.BOUNDARY, service.boundary())
                .one(Field.OWNER, service.owner())
                .one(Field.TECHNOLOGY, service.technology())
                .all(Field.TAGS, service.tags().stream().sorted())
                .all(Field.LINKS, named(service.links()))
                .all(Field.HEALTH, service.healthChecks().stream().map(CheckWords::of))
                .all(Field.OWNS, service.owns().stream().sorted())
                .all(Field.PROVIDES, named(service.provides()))
                .all(Field.RELEASES, service.releases().stream().map(Fields::release))
                .all(Field.PROMISE, promise(service.promise()))
                .one(Field.ACTIVE, Boolean.toString(service.active()));
    }

    private static Stream<String> promise(Promise promise) {
        BigDecimal availability = promise.availability();
        Duration latency = promise.latency();
        return Stream.concat(
                Stream.ofNullable(availability == null ? null : availability.toPlainString() + " %"),
                Stream.ofNullable(latency == null ? null : latency.toMillis() + " ms"));
    }

    static Fields of(Boundary boundary) {
        return new Fields()
                .one(Field.NAME, boundary.name().equals(boundary.id()) ? null : boundary.name())
                .one(Field.KIND, boundary.kind())
                .one(Field.WITHIN, boundary.within())
                .one(Field.OWNER, boundary.owner());
    }

    static Fields of(Dependency dependency) {
        return new Fields()
                .one(Field.KIND, dependency.kind().word())
                .one(Field.REQUIRED, Boolean.toString(dependency.required()))
                .one(Field.PROTOCOL, dependency.protocol())
                .one(Field.API, dependency.api())
                .one(Field.CERTAINTY, dependency.certainty().word())
                .one(Field.DEFINED, Boolean.toString(!dependency.dangling()));
    }

    /// @param places ids of boundaries in the earlier topology to those in the later one; one that is not there is none
    static List<FieldChange> changes(Fields before, Fields after, Map<String, String> places) {
        List<FieldChange> changes = new ArrayList<>();
        for (Field field : Field.values()) {
            List<String> old = before.values.getOrDefault(field, List.of());
            List<String> now = after.values.getOrDefault(field, List.of());
            List<String> expected = field.isPlace()
                    ? old.stream().map(id -> places.getOrDefault(id, "")).toList()
                    : old;
            if (!expected.equals(now)) {
                changes.add(new FieldChange(field, old, now));
            }
        }
        return changes;
    }

    private static String release(Release release) {
        String check = release.healthCheck() == null ? "" : " " + CheckWords.of(release.healthCheck());
        return release.version() + " " + release.weight() + " %" + check;
    }

    private static Stream<String> named(Map<String, String> texts) {
        return texts.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue());
    }

    private Fields one(Field field, @Nullable String value) {
        return all(field, Stream.ofNullable(value).filter(Objects::nonNull));
    }

    private Fields all(Field field, Stream<String> texts) {
        values.put(field, texts.toList());
        return this;
    }
}
