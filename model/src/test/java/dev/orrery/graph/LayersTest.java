package dev.orrery.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final SourceLocation HERE = new SourceLocation("test.yaml", 1, 1);

    private final Topology shop = new Topology(
            "shop",
            Stream.of("db", "log", "mail", "web")
                    .map(id -> Service.of(id, ServiceKind.SERVICE, HERE))
                    .toList(),
            List.of(
                    needs("web", "db", Certainty.DECLARED, Certainty.OBSERVED),
                    needs("web", "log", Certainty.ALLOWED),
                    needs("web", "mail", Certainty.INFERRED)),
            List.of());

    @Test
    void whatIsOnlyAllowedIsShownOnlyWhenAskedFor() {
        assertThat(edges(VisibleGraph.of(shop, Visibility.ALL))).containsExactly("web>db", "web>mail");

        Layers asked = Layers.DEFAULT.toggled(Certainty.ALLOWED);
        VisibleGraph all = VisibleGraph.of(shop, Visibility.ALL, asked);
        assertThat(edges(all)).containsExactly("web>db", "web>log", "web>mail");
        assertThat(edges(all.needed())).containsExactly("web>db", "web>mail");
        assertThat(asked.toggled(Certainty.ALLOWED)).isEqualTo(Layers.DEFAULT);
    }

    @Test
    void aDependencyStaysAsLongAsAnyOfItsEvidenceIsShown() {
        VisibleGraph graph = VisibleGraph.of(shop, Visibility.ALL);

        Layers undeclared = Layers.DEFAULT.toggled(Certainty.DECLARED);
        assertThat(edges(undeclared.of(graph))).containsExactly("web>db", "web>mail");
        assertThat(undeclared.certainties(graph.edges().getFirst().dependencies()))
                .containsExactly(Certainty.OBSERVED);

        Layers inferred = undeclared.toggled(Certainty.OBSERVED);
        assertThat(edges(inferred.of(graph))).containsExactly("web>mail");
        assertThat(inferred.of(graph).nodes()).isEqualTo(graph.nodes());
    }

    @Test
    void whatIsOnlyAllowedIsNeitherImpactNorReach() {
        ServiceGraph graph = ServiceGraph.of(shop);
        assertThat(graph.impact("log", ServiceGraph.Follow.ALL)).isEmpty();
        assertThat(graph.reach("web", ServiceGraph.Follow.ALL)).containsExactly("db", "mail");
        assertThat(graph.isolated()).containsExactly("log");
    }

    private static Dependency needs(String from, String to, Certainty... certainties) {
        List<Evidence> evidence = Stream.of(certainties)
                .map(certainty -> new Evidence(certainty, "test", HERE))
                .toList();
        return new Dependency(from, to, DependencyKind.SYNC, true, null, null, evidence, false);
    }

    private static List<String> edges(VisibleGraph graph) {
        return graph.edges().stream()
                .map(edge -> edge.id().from().id() + ">" + edge.id().to().id())
                .toList();
    }
}
