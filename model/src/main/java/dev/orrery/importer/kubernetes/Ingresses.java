package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ingress in all its versions.
final class Ingresses {
    private static final String RULE = "kubernetes.ingress";
    private static final String CLASS = "kubernetes.io/ingress.class";

    private final Gateways gateways;
    private final Backends backends;
    private final Fields fields;
    private final List<Door> doors = new ArrayList<>();

    Ingresses(Gateways gateways, Backends backends, Fields fields) {
        this.gateways = gateways;
        this.backends = backends;
        this.fields = fields;
    }

    List<Door> doors() {
        return doors;
    }

    void read(Manifest manifest) {
        Optional<Value.Mapping> spec = fields.mapping(manifest.body(), "spec");
        Map<String, String> annotations = fields.texts(manifest.body(), "metadata", "annotations");
        Optional<String> type = spec.flatMap(known -> fields.text(known, "ingressClassName"))
                .or(() -> Optional.ofNullable(annotations.get(CLASS)));
        String id = gateways.add(manifest, type);
        if (spec.isEmpty()) {
            return;
        }
        boolean isRewritten = annotations.keySet().stream().anyMatch(key -> key.contains("rewrite"));
        Set<String> secure = new HashSet<>();
        for (Value.Mapping tls : fields.mappings(spec.get(), "tls")) {
            secure.addAll(fields.binding().texts(tls, "hosts"));
        }
        fields.mapping(spec.get(), "defaultBackend")
                .or(() -> fields.mapping(spec.get(), "backend"))
                .ifPresent(backend -> backend(id, manifest, backend));
        for (Value.Mapping rule : fields.mappings(spec.get(), "rules")) {
            String host = fields.text(rule, "host").orElse("");
            fields.mapping(rule, "http").stream()
                    .flatMap(http -> fields.mappings(http, "paths").stream())
                    .forEach(path -> fields.mapping(path, "backend")
                            .flatMap(backend -> backend(id, manifest, backend))
                            .ifPresent(found -> doors.add(new Door(
                                    host,
                                    secure.contains(host),
                                    fields.text(path, "path").orElse("/"),
                                    fields.text(path, "pathType")
                                            .filter("Exact"::equals)
                                            .isPresent(),
                                    isRewritten,
                                    found.service(),
                                    found.port(),
                                    found.source()))));
        }
    }

    private Optional<Backend> backend(String id, Manifest manifest, Value.Mapping backend) {
        Optional<Value.Scalar> name = fields.mapping(backend, "service")
                .flatMap(service -> fields.scalar(service, "name"))
                .or(() -> fields.scalar(backend, "serviceName"));
        Optional<Value.Mapping> port = fields.mapping(backend, "service", "port");
        String number = port.flatMap(known -> fields.text(known, "number").or(() -> fields.text(known, "name")))
                .or(() -> fields.text(backend, "servicePort"))
                .orElse("");
        return name.map(known -> {
            Manifest.Key service =
                    backends.meant(manifest, new Manifest.Key(manifest.namespaceOrDefault(), known.text()));
            backends.need(id, service, manifest.namespace().isPresent(), RULE, known);
            return new Backend(service, number, known.source());
        });
    }

    private record Backend(Manifest.Key service, String port, SourceLocation source) {}
}
