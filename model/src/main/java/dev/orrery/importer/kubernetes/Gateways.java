package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands between the world and the cluster: an Ingress, a Gateway of the Gateway API, a Gateway of Istio. One
/// that only a route speaks of is one too.
final class Gateways {
    /// @param technology the class that makes it work, where one is stated
    record Gateway(String id, Manifest manifest, @Nullable String technology) {}

    private final Ids ids;
    private final Map<Found, Gateway> all = new LinkedHashMap<>();

    Gateways(Ids ids) {
        this.ids = ids;
    }

    Iterable<Gateway> all() {
        return all.values();
    }

    /// @return its id
    String add(Manifest manifest, Optional<String> technology) {
        Found found = new Found(manifest.type(), manifest.key());
        Gateway known = all.get(found);
        if (known == null) {
            known = new Gateway(
                    ids.take(manifest, ":" + manifest.type().kind().toLowerCase(Locale.ROOT)),
                    manifest,
                    technology.orElse(null));
            all.put(found, known);
        }
        return known.id();
    }

    /// A gateway by its name, which a route gives.
    String named(ApiKind type, Value.Scalar name, String plain, Optional<Value.Scalar> namespace, Manifest route) {
        Manifest written = new Manifest(type, plain, namespace, Renaming.NONE, route.body(), name.source());
        Gateway renamed = all.get(new Found(type, written.key().renamed(route.renaming())));
        return renamed == null ? add(written, Optional.empty()) : renamed.id();
    }

    private record Found(ApiKind type, Manifest.Key key) {}
}
