package dev.orrery.importer.vizceral;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.ImageName;
import dev.orrery.importer.KindWords;
import dev.orrery.problem.Problem;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One service of a region. The format says little about it and leaves `metadata` to whoever writes the file, so what
/// else is known may stand there under the words of Orrery's own format.
final class VizceralService {
    private static final int WHOLE = 100;

    private final Binding binding;

    VizceralService(Consumer<Problem> report) {
        this.binding = new Binding(report);
    }

    Service read(String id, VizceralNode node) {
        Value.Mapping body = node.body();
        Optional<Value.Mapping> metadata = metadata(body);
        return Service.builder(id, node.source())
                .name(node.shownName())
                .kind(kind(node, metadata))
                .owner(metadata.flatMap(VizceralService::owner).orElse(null))
                .technology(metadata.flatMap(said -> VizceralNode.text(said, "technology"))
                        .orElse(null))
                .tags(metadata.map(VizceralService::tags).orElse(List.of()))
                .links(links(body))
                .healthChecks(metadata.stream().flatMap(this::checks).toList())
                .releases(releases(body))
                .build();
    }

    static Optional<Value.Mapping> metadata(Value.Mapping body) {
        return body.get("metadata").filter(Value.Mapping.class::isInstance).map(Value.Mapping.class::cast);
    }

    static Optional<String> owner(Value.Mapping metadata) {
        return VizceralNode.text(metadata, "owner").or(() -> VizceralNode.text(metadata, "team"));
    }

    private static ServiceKind kind(VizceralNode node, Optional<Value.Mapping> metadata) {
        if (node.isInternet()) {
            return ServiceKind.EXTERNAL;
        }
        Optional<String> stated = metadata.flatMap(said -> VizceralNode.text(said, "kind"));
        return stated.flatMap(ServiceKind::of)
                .or(() -> stated.flatMap(KindWords::kindOf))
                .or(() -> VizceralNode.text(node.body(), "node_type").flatMap(KindWords::kindOf))
                .or(() -> ImageName.kindOf(node.name().toLowerCase(Locale.ROOT)))
                .orElse(ServiceKind.SERVICE);
    }

    private static List<String> tags(Value.Mapping metadata) {
        List<String> tags = new ArrayList<>();
        for (Value tag : VizceralNode.items(metadata, "tags")) {
            if (tag instanceof Value.Scalar text && !tags.contains(text.text())) {
                tags.add(text.text());
            }
        }
        return tags;
    }

    /// A notice is a line of text on the node, often with a place to read more.
    private static Map<String, String> links(Value.Mapping body) {
        Map<String, String> links = new LinkedHashMap<>();
        for (Value item : VizceralNode.items(body, "notices")) {
            if (item instanceof Value.Mapping notice) {
                VizceralNode.text(notice, "link")
                        .filter(link -> link.startsWith("https://") || link.startsWith("http://"))
                        .ifPresent(link -> links.putIfAbsent(
                                VizceralNode.text(notice, "title").orElse(link), link));
            }
        }
        return links;
    }

    private Stream<HealthCheck> checks(Value.Mapping metadata) {
        return VizceralNode.scalar(metadata, "health").stream()
                .filter(url -> EndpointUrl.isUsable(url, binding))
                .map(url -> new HealthCheck(
                        url.text(), HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, url.source()));
    }

    /// The clusters in a service's node that say which version they run, with their share of the traffic.
    private List<Release> releases(Value.Mapping body) {
        List<Value.Mapping> clusters = VizceralNode.items(body, "nodes").stream()
                .filter(Value.Mapping.class::isInstance)
                .map(Value.Mapping.class::cast)
                .toList();
        double all = clusters.stream().mapToDouble(VizceralService::traffic).sum();
        List<Release> releases = new ArrayList<>();
        for (Value.Mapping cluster : clusters) {
            Optional<Value.Mapping> metadata = metadata(cluster);
            metadata.flatMap(said -> VizceralNode.text(said, "version"))
                    .map(version -> new Release(
                            version,
                            all > 0 ? (int) Math.round(WHOLE * traffic(cluster) / all) : 0,
                            metadata.stream().flatMap(this::checks).findFirst().orElse(null)))
                    .ifPresent(releases::add);
        }
        return releases;
    }

    private static double traffic(Value.Mapping cluster) {
        return cluster.get("metrics").orElse(null) instanceof Value.Mapping metrics
                ? metrics.fields().stream()
                        .map(Value.Field::value)
                        .map(VizceralService::number)
                        .flatMapToDouble(OptionalDouble::stream)
                        .sum()
                : 0;
    }

    private static OptionalDouble number(Value value) {
        if (!(value instanceof Value.Scalar scalar) || scalar.type() != Value.Type.NUMBER) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(scalar.text());
            return number > 0 && number < Double.POSITIVE_INFINITY ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException odd) {
            // YAML has numbers, such as 0x1F, that are none of a count's.
            return OptionalDouble.empty();
        }
    }
}
