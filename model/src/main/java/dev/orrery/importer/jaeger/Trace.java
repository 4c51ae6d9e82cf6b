package dev.orrery.importer.jaeger;

import dev.orrery.descriptor.Value;
import dev.orrery.importer.Traffic;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One trace: its spans and the services that they ran in. A span whose parent ran in another service was called by it.
///
/// @param services of spans, by the span's id
record Trace(List<Span> spans, Map<String, String> services) {
    private static final String RULE = "jaeger.trace";

    /// @param parents ids of the spans that it was made for
    private record Span(String id, List<String> parents, SourceLocation source) {}

    static boolean isOne(Value.Mapping item) {
        return item.get("spans").orElse(null) instanceof Value.Sequence list
                && list.items().stream()
                        .findFirst()
                        .filter(span -> span instanceof Value.Mapping mapping
                                && mapping.get("spanID").isPresent())
                        .isPresent();
    }

    static Trace read(Value.Mapping item) {
        Map<String, String> processes = new HashMap<>();
        mappings(item, "processes")
                .ifPresent(all -> all.fields().forEach(field -> {
                    if (field.value() instanceof Value.Mapping process) {
                        text(process, "serviceName").ifPresent(name -> processes.put(field.key(), name));
                    }
                }));
        List<Span> spans = new ArrayList<>();
        Map<String, String> services = new HashMap<>();
        for (Value each : items(item, "spans")) {
            if (each instanceof Value.Mapping span) {
                text(span, "spanID").ifPresent(id -> {
                    spans.add(new Span(id, parents(span), span.source()));
                    mappings(span, "process")
                            .flatMap(process -> text(process, "serviceName"))
                            .or(() -> text(span, "processID")
                                    .flatMap(process -> Optional.ofNullable(processes.get(process))))
                            .ifPresent(name -> services.put(id, name));
                });
            }
        }
        return new Trace(spans, services);
    }

    void tell(Traffic traffic) {
        for (Span span : spans) {
            String service = services.get(span.id());
            if (service == null) {
                continue;
            }
            traffic.service(service, span.source());
            for (String parent : span.parents()) {
                String caller = services.get(parent);
                if (caller != null) {
                    traffic.call(caller, service, null, RULE, span.source());
                }
            }
        }
    }

    /// Only what a span is a child of called it; what it merely follows did not wait for it.
    private static List<String> parents(Value.Mapping span) {
        List<String> parents = new ArrayList<>();
        for (Value each : items(span, "references")) {
            if (each instanceof Value.Mapping reference
                    && text(reference, "refType").orElse("CHILD_OF").equals("CHILD_OF")) {
                text(reference, "spanID").ifPresent(parents::add);
            }
        }
        text(span, "parentSpanID").filter(_ -> parents.isEmpty()).ifPresent(parents::add);
        return parents;
    }

    private static List<Value> items(Value.Mapping in, String key) {
        return in.get(key).orElse(null) instanceof Value.Sequence list ? list.items() : List.of();
    }

    private static Optional<Value.Mapping> mappings(Value.Mapping in, String key) {
        return in.get(key).orElse(null) instanceof Value.Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    private static Optional<String> text(Value.Mapping in, String key) {
        return in.get(key).orElse(null) instanceof Value.Scalar scalar && scalar.type() != Value.Type.NULL
                ? Optional.of(scalar.text())
                : Optional.empty();
    }
}
