package dev.orrery.probe.prometheus;

import dev.orrery.probe.KnownAs;
import dev.orrery.probe.Origin;
import dev.orrery.probe.OriginGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells whose a series or an alert is by its labels.
///
/// The first of these that fits one service decides: `instance` is the URL of one of its
/// checks; `instance` is host and port of one; `service`, `app`, `app_kubernetes_io_name`,
/// `service_name` or `job` is one of its names. A name that fits two services fits none.
final class Directory {
    private static final List<String> NAMING =
            List.of("service", "app", "app_kubernetes_io_name", "service_name", "job");

    private final Finder urls = new Finder();
    private final Finder authorities = new Finder();
    private final Finder names = new Finder();
    private final Finder lastParts = new Finder();

    /// @param services by id
    Directory(Map<String, KnownAs> services) {
        services.forEach((id, known) -> {
            known.addresses()
                    .forEach(address -> Address.of(address).ifPresent(of -> {
                        urls.add(of.url(), id);
                        authorities.add(of.origin().authority(), id);
                    }));
            for (String name : known.names()) {
                names.add(name, id);
                lastParts.add(lastPart(name), id);
            }
        });
    }

    /// @param here whether the server runs on this computer, so that its `localhost` is the one
    ///     of the checks
    Optional<String> find(Labels labels, boolean here) {
        Optional<String> byAddress = labels.get("instance").flatMap(instance -> byInstance(instance, here));
        if (byAddress.isPresent()) {
            return byAddress;
        }
        String namespace = labels.get("namespace").orElse(null);
        for (String label : NAMING) {
            Optional<String> found = labels.get(label).flatMap(name -> byName(name, namespace));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// @param namespace null where it is not known
    Optional<String> byName(String name, @Nullable String namespace) {
        if (namespace != null) {
            Optional<String> exact = names.find(namespace + "/" + name);
            if (exact.isPresent()) {
                return exact;
            }
        }
        return names.find(name)
                .or(() -> lastParts.find(name))
                .filter(id -> namespace == null || isWithin(id, namespace));
    }

    private Optional<String> byInstance(String instance, boolean here) {
        String url = instance.contains("://") ? instance : "http://" + instance;
        return Address.of(url)
                .filter(address -> here || address.origin().group() != OriginGroup.THIS_COMPUTER)
                .flatMap(address -> urls.find(address.url())
                        .or(() -> authorities.find(address.origin().authority())));
    }

    /// Of ids that have no namespace, or one of another kind (`component:default/cart`),
    /// nothing is known.
    private static boolean isWithin(String id, String namespace) {
        int slash = id.indexOf('/');
        return slash < 0 || id.indexOf(':') >= 0 || id.substring(0, slash).equals(namespace);
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }

    /// A URL in one spelling.
    private record Address(Origin origin, String url) {
        static Optional<Address> of(String written) {
            return Origin.of(written).map(origin -> {
                String rest = written.substring(written.indexOf("://") + 3);
                int slash = rest.indexOf('/');
                String path = slash < 0 ? "/" : rest.substring(slash);
                return new Address(origin, origin + path);
            });
        }
    }

    /// A name that was added for two is not found.
    private static final class Finder {
        private static final String SEVERAL = "";
        private final Map<String, String> ids = new HashMap<>();

        void add(String name, String id) {
            if (!name.isBlank()) {
                ids.merge(name.toLowerCase(Locale.ROOT), id, (one, other) -> one.equals(other) ? one : SEVERAL);
            }
        }

        Optional<String> find(String name) {
            return Optional.ofNullable(ids.get(name.toLowerCase(Locale.ROOT))).filter(id -> !id.equals(SEVERAL));
        }
    }
}
