package dev.orrery.importer.zipkin;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One span, as far as it tells who called whom.
///
/// @param kind `CLIENT`, `SERVER`, `PRODUCER`, `CONSUMER`; empty for none
/// @param service that it ran in; null where it is not told
/// @param remote what it spoke with; null where it is not told
record Span(
        String trace,
        String id,
        @Nullable String parent,
        String kind,
        @Nullable String service,
        @Nullable String remote,
        SourceLocation source) {

    static boolean isOne(Value.Mapping item) {
        return text(item, "traceId") != null && text(item, "id") != null;
    }

    static Optional<Span> read(Value.Mapping item) {
        String trace = text(item, "traceId");
        String id = text(item, "id");
        if (trace == null || id == null) {
            return Optional.empty();
        }
        String kind = text(item, "kind");
        return Optional.of(new Span(
                trace,
                id,
                text(item, "parentId"),
                kind == null ? "" : kind,
                name(item, "localEndpoint"),
                name(item, "remoteEndpoint"),
                item.source()));
    }

    boolean isConsumer() {
        return kind.equals("CONSUMER");
    }

    boolean isProducer() {
        return kind.equals("PRODUCER");
    }

    private static @Nullable String name(Value.Mapping item, String endpoint) {
        return item.get(endpoint).orElse(null) instanceof Value.Mapping place ? text(place, "serviceName") : null;
    }

    private static @Nullable String text(Value.Mapping item, String key) {
        boolean says = item.get(key).orElse(null) instanceof Value.Scalar scalar
                && scalar.type() != Value.Type.NULL
                && !scalar.text().isBlank();
        return says && item.get(key).orElse(null) instanceof Value.Scalar scalar ? scalar.text() : null;
    }
}
