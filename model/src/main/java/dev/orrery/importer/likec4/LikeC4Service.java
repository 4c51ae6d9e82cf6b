package dev.orrery.importer.likec4;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.ImageName;
import dev.orrery.importer.KindWords;
import dev.orrery.importer.likec4.LikeC4Project.Element;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One element without others below it.
final class LikeC4Service {
    private static final List<String> OWNERS = List.of("owner", "team");
    private static final List<String> HEALTH = List.of(
            "health",
            "health_url",
            "health-url",
            "healthUrl",
            "healthcheck",
            "health_check",
            "health-check",
            "healthCheck");

    private final Binding binding;

    LikeC4Service(Binding binding) {
        this.binding = binding;
    }

    Service read(String id, Element element) {
        Value.Mapping body = element.body();
        List<String> tags = LikeC4Text.texts(body, "tags");
        return Service.builder(id, element.source())
                .name(title(element))
                .kind(kind(element, tags))
                .owner(owner(element).orElse(null))
                .technology(LikeC4Text.rich(body, "technology").orElse(null))
                .tags(tags)
                .links(links(body))
                .healthChecks(checks(body))
                .build();
    }

    static String title(Element element) {
        String name = element.name();
        return LikeC4Text.of(element.body(), "title").orElse(name.substring(name.lastIndexOf('.') + 1));
    }

    static Optional<String> owner(Element element) {
        return LikeC4Text.metadata(element.body(), OWNERS).map(Value.Scalar::text);
    }

    /// The kind tells first, then the shape, then a technology that is a well-known product and no more.
    private static ServiceKind kind(Element element, List<String> tags) {
        if (tags.contains("external")) {
            return ServiceKind.EXTERNAL;
        }
        return KindWords.kindOf(element.kind())
                .or(() -> LikeC4Text.style(element.body(), "shape").flatMap(KindWords::kindOf))
                .or(() -> LikeC4Text.rich(element.body(), "technology")
                        .map(technology -> ImageName.of(technology).product())
                        .flatMap(ImageName::kindOf))
                .orElse(ServiceKind.SERVICE);
    }

    /// `{url, title}`, or the address alone; those into the repository lead nowhere from here.
    private static Map<String, String> links(Value.Mapping body) {
        Map<String, String> links = new LinkedHashMap<>();
        if (body.get("links").orElse(null) instanceof Value.Sequence list) {
            for (Value item : list.items()) {
                Optional<String> url = item instanceof Value.Mapping link
                        ? LikeC4Text.of(link, "url")
                        : Optional.of(item)
                                .filter(Value.Scalar.class::isInstance)
                                .map(text -> ((Value.Scalar) text).text());
                Optional<String> title =
                        item instanceof Value.Mapping link ? LikeC4Text.of(link, "title") : Optional.empty();
                url.filter(address -> address.startsWith("https://") || address.startsWith("http://"))
                        .ifPresent(address -> links.putIfAbsent(title.orElse(address), address));
            }
        }
        return links;
    }

    private List<HealthCheck> checks(Value.Mapping body) {
        return LikeC4Text.metadata(body, HEALTH).stream()
                .filter(url -> url.text().contains("://") && EndpointUrl.isUsable(url, binding))
                .map(url -> new HealthCheck(
                        url.text(), HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, url.source()))
                .toList();
    }
}
