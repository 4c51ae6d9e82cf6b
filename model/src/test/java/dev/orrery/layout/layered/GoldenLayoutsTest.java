package dev.orrery.layout.layered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.Golden;
import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.PictureRules;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where everything lies on the picture of every bundled sample, all boundaries open: whoever changes the layout sees
/// here
/// what it does.
class GoldenLayoutsTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/shop.yaml",
                "booking/monolith.yaml",
                "booking/soa.yaml",
                "booking/microservices.yaml",
                "petclinic/docker-compose.yml",
                "online-boutique/manifests.yaml",
                "streaming/streaming.json",
                "mixed",
                "spinnaker/spinnaker.yaml",
                "train-ticket/train-ticket.yaml",
                "catalog/catalog-info.yaml"
            })
    void everySampleIsDrawnAsItWas(String sample) {
        Topology topology =
                TopologyLoader.standard().load(List.of(SAMPLES.resolve(sample))).topology();
        assertThat(topology.services()).isNotEmpty();
        LayoutRequest request = Measures.request(topology, VisibleGraph.of(topology, Visibility.ALL), List.of());

        Layout layout = new LayeredEngine().layout(request, Cancellation.NEVER);

        PictureRules.check(request, layout);
        Golden.compare("layout/" + sample.replaceAll("\\W+", "-") + ".layout.txt", text(layout));
    }

    private static String text(Layout layout) {
        StringBuilder text = new StringBuilder();
        layout.frames().forEach((id, frame) -> line(text, "frame", id, frame));
        layout.boxes().forEach((id, box) -> line(text, name(id), id.id(), box));
        int bends = layout.routes().values().stream()
                .mapToInt(route -> route.points().size() - 2)
                .sum();
        text.append("lines %d, bends %d, crossings centre to centre %d\n"
                .formatted(layout.routes().size(), bends, crossings(layout)));
        return text.toString();
    }

    private static String name(NodeId id) {
        return id.of().name().toLowerCase(Locale.ROOT);
    }

    private static void line(StringBuilder text, String kind, String id, Box box) {
        text.append("%s %s: %.0f %.0f, %.0f x %.0f\n".formatted(kind, id, box.x(), box.y(), box.width(), box.height()));
    }

    private static long crossings(Layout layout) {
        Map<NodeId, Integer> numbers = new HashMap<>();
        layout.boxes().keySet().forEach(id -> numbers.put(id, numbers.size()));
        StraightLines lines = new StraightLines(
                numbers.size(),
                layout.routes().keySet().stream()
                        .mapToInt(edge -> numbers.getOrDefault(edge.from(), -1))
                        .toArray(),
                layout.routes().keySet().stream()
                        .mapToInt(edge -> numbers.getOrDefault(edge.to(), -1))
                        .toArray());
        layout.boxes().forEach((id, box) -> {
            int number = numbers.getOrDefault(id, -1);
            lines.x[number] = box.centerX();
            lines.y[number] = box.centerY();
        });
        lines.sort(false);
        return lines.crossings();
    }
}
