package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Routes of the Gateway API and of Istio.
final class Routes {
    private static final String RULE = "kubernetes.route";
    private static final String GATEWAY_API = "gateway.networking.k8s.io";
    private static final String ISTIO = "networking.istio.io";
    private static final Set<String> ROUTES = Set.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute");

    private final Gateways gateways;
    private final Backends backends;
    private final Fields fields;
    private final Map<Manifest.Key, Manifest> virtualServices = new HashMap<>();

    Routes(Gateways gateways, Backends backends, Fields fields) {
        this.gateways = gateways;
        this.backends = backends;
        this.fields = fields;
    }

    /// Gateways, and what routes may delegate to: both count wherever they are written.
    void prepare(List<Manifest> manifests) {
        for (Manifest manifest : manifests) {
            if (manifest.type().is("Gateway", GATEWAY_API)) {
                gateways.add(
                        gatewayOf(GATEWAY_API, manifest),
                        fields.mapping(manifest.body(), "spec").flatMap(spec -> fields.text(spec, "gatewayClassName")));
            } else if (manifest.type().is("Gateway", ISTIO)) {
                gateways.add(gatewayOf(ISTIO, manifest), Optional.of("Istio"));
            } else if (manifest.type().is("VirtualService", ISTIO)) {
                virtualServices.put(manifest.key(), manifest);
            }
        }
    }

    void read(Manifest manifest) {
        Optional<Value.Mapping> spec = fields.mapping(manifest.body(), "spec");
        if (spec.isEmpty()) {
            return;
        }
        if (manifest.type().group().equals(GATEWAY_API)
                && ROUTES.contains(manifest.type().kind())) {
            route(manifest, spec.get());
        } else if (manifest.type().is("VirtualService", ISTIO)) {
            virtualService(manifest, spec.get());
        }
    }

    private static Manifest gatewayOf(String group, Manifest manifest) {
        return new Manifest(
                new ApiKind(group, "Gateway"),
                manifest.name(),
                manifest.namespace(),
                manifest.renaming(),
                manifest.body(),
                manifest.source());
    }

    private void route(Manifest manifest, Value.Mapping spec) {
        List<String> from = new ArrayList<>();
        for (Value.Mapping parent : fields.mappings(spec, "parentRefs")) {
            boolean isGateway = fields.text(parent, "kind").orElse("Gateway").equals("Gateway");
            Optional<Value.Scalar> namespace =
                    fields.scalar(parent, "namespace").or(manifest::namespace);
            fields.scalar(parent, "name")
                    .filter(_ -> isGateway)
                    .map(name ->
                            gateways.named(new ApiKind(GATEWAY_API, "Gateway"), name, name.text(), namespace, manifest))
                    .ifPresent(from::add);
        }
        for (Value.Mapping rule : fields.mappings(spec, "rules")) {
            Stream<Value.Mapping> mirrors = fields.mappings(rule, "filters").stream()
                    .flatMap(filter -> fields.mapping(filter, "requestMirror", "backendRef").stream());
            Stream.concat(fields.mappings(rule, "backendRefs").stream(), mirrors)
                    .forEach(backend -> from.forEach(gateway -> backend(gateway, manifest, backend)));
        }
    }

    private void backend(String gateway, Manifest manifest, Value.Mapping backend) {
        boolean isService = fields.text(backend, "kind").orElse("Service").equals("Service");
        Optional<Value.Scalar> namespace = fields.scalar(backend, "namespace").or(manifest::namespace);
        fields.scalar(backend, "name").filter(_ -> isService).ifPresent(name -> {
            String within = namespace.map(Value.Scalar::text).orElse(manifest.namespaceOrDefault());
            Manifest.Key service = backends.meant(manifest, new Manifest.Key(within, name.text()));
            backends.need(gateway, service, namespace.isPresent(), RULE, name);
        });
    }

    /// Without a gateway it only steers what services in the mesh send each other anyway.
    private void virtualService(Manifest manifest, Value.Mapping spec) {
        List<String> from = fields.scalars(spec, "gateways").stream()
                .filter(gateway -> !gateway.text().equals("mesh"))
                .map(gateway -> istioGateway(manifest, gateway))
                .toList();
        for (String protocol : List.of("http", "tls", "tcp")) {
            for (Value.Mapping rule : fields.mappings(spec, protocol)) {
                destinations(rule).forEach(host -> from.forEach(gateway -> destination(gateway, manifest, host)));
                delegate(manifest, rule)
                        .ifPresent(other -> delegated(other)
                                .forEach(host -> from.forEach(gateway -> destination(gateway, other, host))));
            }
        }
    }

    /// Another VirtualService, which says for the rest of the way where a rule leads. It may not delegate again.
    private Optional<Manifest> delegate(Manifest manifest, Value.Mapping rule) {
        return fields.mapping(rule, "delegate").flatMap(delegate -> {
            String namespace = fields.text(delegate, "namespace").orElse(manifest.namespaceOrDefault());
            return fields.text(delegate, "name")
                    .flatMap(name -> Optional.ofNullable(virtualServices.get(new Manifest.Key(namespace, name))));
        });
    }

    private List<Value.Scalar> delegated(Manifest manifest) {
        return fields.mapping(manifest.body(), "spec").stream()
                .flatMap(spec -> fields.mappings(spec, "http").stream())
                .flatMap(rule -> destinations(rule).stream())
                .toList();
    }

    private String istioGateway(Manifest manifest, Value.Scalar gateway) {
        String text = gateway.text();
        int slash = text.indexOf('/');
        Optional<Value.Scalar> namespace = slash > 0
                ? Optional.of(new Value.Scalar(text.substring(0, slash), Value.Type.TEXT, gateway.source()))
                : manifest.namespace();
        return gateways.named(new ApiKind(ISTIO, "Gateway"), gateway, text.substring(slash + 1), namespace, manifest);
    }

    private List<Value.Scalar> destinations(Value.Mapping rule) {
        List<Value.Scalar> hosts = new ArrayList<>();
        for (Value.Mapping route : fields.mappings(rule, "route")) {
            fields.mapping(route, "destination")
                    .flatMap(destination -> fields.scalar(destination, "host"))
                    .ifPresent(hosts::add);
        }
        fields.mapping(rule, "mirror")
                .flatMap(mirror -> fields.scalar(mirror, "host"))
                .ifPresent(hosts::add);
        return hosts;
    }

    private void destination(String gateway, Manifest manifest, Value.Scalar host) {
        backends.host(gateway, manifest, host.text(), RULE, host);
    }
}
