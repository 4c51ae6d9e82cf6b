package dev.orrery.importer.vizceral;

import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A node as it stands in the file.
///
/// @param path of the regions around it and, for a region, of itself, joined by `/`; empty outside of all
/// @param members what a region holds; empty for a service, whatever its node holds
/// @param isRegion whether it becomes a boundary; true of the root, which becomes none where it is global
record VizceralNode(
        String name,
        String path,
        boolean isRegion,
        Value.Mapping body,
        SourceLocation source,
        List<VizceralNode> members) {

    static final Set<String> RENDERERS = Set.of("global", "region", "focused", "focusedChild", "default", "dns");
    private static final Set<String> REGIONS = Set.of("global", "region");
    /// Requests that come from outside; each region has such a node, and they all are the one internet.
    private static final String INTERNET = "INTERNET";

    /// One service in one region.
    record Place(String path, String name) {}

    static VizceralNode root(Value.Mapping body, Consumer<Problem> report) {
        boolean isOneRegion = text(body, "renderer").filter("region"::equals).isPresent();
        String name = text(body, "name").orElse("");
        String path = isOneRegion ? name : "";
        return new VizceralNode(name, path, true, body, body.source(), members(body, path, report));
    }

    /// Where each of its services is.
    Stream<Place> places() {
        return members.stream().flatMap(member -> {
            if (member.isRegion) {
                return member.places();
            }
            return member.isInternet() ? Stream.of() : Stream.of(new Place(member.path, member.name));
        });
    }

    boolean isInternet() {
        return !isRegion && name.equals(INTERNET);
    }

    String shownName() {
        return text(body, "displayName").orElse(name);
    }

    private static List<VizceralNode> members(Value.Mapping body, String path, Consumer<Problem> report) {
        List<VizceralNode> members = new ArrayList<>();
        for (Value item : items(body, "nodes")) {
            Value.@Nullable Scalar name =
                    item instanceof Value.Mapping node ? scalar(node, "name").orElse(null) : null;
            if (item instanceof Value.Mapping node
                    && name != null
                    && !name.text().isBlank()) {
                members.add(node(node, name, path, report));
            } else {
                report.accept(Problem.warning("vizceral-node-without-name", item.source()));
            }
        }
        return members;
    }

    private static VizceralNode node(Value.Mapping body, Value.Scalar name, String around, Consumer<Problem> report) {
        if (!isRegion(body)) {
            return new VizceralNode(name.text(), around, false, body, name.source(), List.of());
        }
        String path = around.isEmpty() ? name.text() : around + "/" + name.text();
        return new VizceralNode(name.text(), path, true, body, name.source(), members(body, path, report));
    }

    /// Drawn as one, or not said how and holding nodes that are connected with each other.
    private static boolean isRegion(Value.Mapping body) {
        return !items(body, "nodes").isEmpty()
                && text(body, "renderer")
                        .map(REGIONS::contains)
                        .orElse(!items(body, "connections").isEmpty());
    }

    static List<Value> items(Value.Mapping in, String key) {
        return in.get(key).orElse(null) instanceof Value.Sequence list ? list.items() : List.of();
    }

    static Optional<Value.Scalar> scalar(Value.Mapping in, String key) {
        return in.get(key).orElse(null) instanceof Value.Scalar scalar && scalar.type() != Value.Type.NULL
                ? Optional.of(scalar)
                : Optional.empty();
    }

    static Optional<String> text(Value.Mapping in, String key) {
        return scalar(in, key).map(Value.Scalar::text);
    }
}
