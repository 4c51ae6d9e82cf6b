package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Service of the core group: a name, and the pods behind it.
///
/// @param type as written; `ClusterIP` where it is not
record CoreService(Manifest manifest, String type, Map<String, String> selector, List<ServicePort> ports) {

    /// One port of a Service.
    ///
    /// @param target the container's port, a number or a name
    record ServicePort(String name, int port, String target, Optional<Integer> nodePort) {}

    static CoreService of(Manifest manifest, Fields fields) {
        Optional<Value.Mapping> spec = fields.mapping(manifest.body(), "spec");
        return new CoreService(
                manifest,
                spec.flatMap(known -> fields.text(known, "type")).orElse("ClusterIP"),
                spec.map(known -> fields.texts(known, "selector")).orElse(Map.of()),
                spec.map(known -> ports(known, fields)).orElse(List.of()));
    }

    private static List<ServicePort> ports(Value.Mapping spec, Fields fields) {
        return fields.mappings(spec, "ports").stream()
                .flatMap(port -> port(port, fields).stream())
                .toList();
    }

    private static Optional<ServicePort> port(Value.Mapping port, Fields fields) {
        boolean isUdp = fields.text(port, "protocol").filter("UDP"::equals).isPresent();
        if (isUdp) {
            return Optional.empty();
        }
        Optional<Integer> number = fields.binding().whole(port, "port", 1, 65_535);
        return number.map(known -> new ServicePort(
                fields.text(port, "name").orElse(""),
                known,
                fields.text(port, "targetPort").orElse(String.valueOf(known)),
                fields.binding().whole(port, "nodePort", 1, 65_535)));
    }

    /// What is behind it lies outside the cluster, or is not told.
    boolean isExternal() {
        return type.equals("ExternalName") || selector.isEmpty();
    }
}
