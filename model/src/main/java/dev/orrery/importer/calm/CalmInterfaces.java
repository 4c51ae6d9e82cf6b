package dev.orrery.importer.calm;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.topology.HealthCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a node can be reached. An interface with a URL is a link; one that is there to tell its health, by its name or
/// its path, is a health check. A port without more is neither, because nobody says what would answer there.
final class CalmInterfaces {
    private static final Pattern HEALTH =
            Pattern.compile("(^|[^a-z])(health|healthz|healthcheck|livez|readyz|liveness|readiness)([^a-z]|$)");

    private final Binding binding;

    CalmInterfaces(Binding binding) {
        this.binding = binding;
    }

    /// @param name the interface's id
    private record Address(String name, Value.Scalar url) {
        boolean tellsHealth() {
            String path = url.text().replaceFirst("^https?://[^/?#]*", "");
            return HEALTH.matcher(name).find() || HEALTH.matcher(path).find();
        }
    }

    Map<String, String> links(Value.Mapping node) {
        Map<String, String> links = new LinkedHashMap<>();
        for (Address address : addresses(node)) {
            if (!address.tellsHealth()) {
                links.putIfAbsent(address.name(), address.url().text());
            }
        }
        return links;
    }

    List<HealthCheck> checks(Value.Mapping node) {
        List<HealthCheck> checks = new ArrayList<>();
        for (Address address : addresses(node)) {
            if (address.tellsHealth() && EndpointUrl.isUsable(address.url(), binding)) {
                checks.add(new HealthCheck(
                        address.url().text(),
                        HealthCheck.DEFAULT_INTERVAL,
                        HealthCheck.DEFAULT_TIMEOUT,
                        null,
                        address.url().source()));
            }
        }
        return checks;
    }

    private static List<Address> addresses(Value.Mapping node) {
        List<Address> addresses = new ArrayList<>();
        if (node.get("interfaces").orElse(null) instanceof Value.Sequence list) {
            for (Value item : list.items()) {
                if (item instanceof Value.Mapping described) {
                    Value.Mapping config =
                            described.get("config").orElse(null) instanceof Value.Mapping given ? given : described;
                    Optional<Value.Scalar> url = text(described, "url").or(() -> text(config, "url"));
                    String name =
                            text(described, "unique-id").map(Value.Scalar::text).orElse("interface");
                    url.filter(text -> text.text().matches("https?://[^\\s\\[{<]+"))
                            .ifPresent(text -> addresses.add(new Address(name, text)));
                }
            }
        }
        return addresses;
    }

    private static Optional<Value.Scalar> text(Value.Mapping in, String key) {
        return in.get(key).orElse(null) instanceof Value.Scalar scalar && scalar.type() == Value.Type.TEXT
                ? Optional.of(scalar)
                : Optional.empty();
    }
}
