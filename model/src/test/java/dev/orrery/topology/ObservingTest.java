package dev.orrery.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservingTest {
    private static final SourceLocation HERE = new SourceLocation("shop.yaml", 3, 5);
    private static final Evidence DECLARED = new Evidence(Certainty.DECLARED, "native.depends_on", HERE);
    private static final Evidence SEEN =
            new Evidence(Certainty.OBSERVED, "prometheus.istio", SourceLocation.server("http://metrics:9090"));
    private static final Evidence TRACED = new Evidence(
            Certainty.OBSERVED, "prometheus.tempo-service-graph", SourceLocation.server("http://metrics:9090"));

    @Test
    void whatADescriptorStatesGainsEvidenceAndStaysWhatItIs() {
        Topology seen = shop().observing(
                        List.of(call("web", "api", DependencyKind.ASYNC, TRACED), call("web", "api", null, SEEN)));

        assertThat(seen.dependencies()).singleElement().satisfies(dependency -> {
            assertThat(dependency.kind()).isEqualTo(DependencyKind.SYNC);
            assertThat(dependency.protocol()).isEqualTo("https");
            assertThat(dependency.certainty()).isEqualTo(Certainty.DECLARED);
            assertThat(dependency.evidence()).containsExactly(DECLARED, SEEN, TRACED);
            assertThat(dependency.isWritten()).isTrue();
        });
    }

    @Test
    void whatNobodyStatesIsADependencyThatOnlyWasSeen() {
        Topology seen = shop().observing(
                        List.of(call("api", "db", null, SEEN), call("api", "db", DependencyKind.ASYNC, TRACED)));

        Dependency found = seen.dependencies().getFirst();
        assertThat(found.from() + " " + found.to()).isEqualTo("api db");
        assertThat(found.certainty()).isEqualTo(Certainty.OBSERVED);
        assertThat(found.kind()).isEqualTo(DependencyKind.ASYNC);
        assertThat(found.isWritten()).isFalse();
        assertThat(shop().observing(List.of(call("api", "db", null, SEEN)))
                        .dependencies()
                        .getFirst()
                        .kind())
                .as("follows the database")
                .isEqualTo(DependencyKind.DATA);
    }

    @Test
    void theOrderOfCallsMakesNoDifference() {
        List<ObservedCall> calls = List.of(
                call("api", "db", DependencyKind.ASYNC, TRACED),
                call("web", "api", null, SEEN),
                call("api", "db", null, SEEN),
                call("db", "web", null, SEEN));

        assertThat(shop().observing(calls.reversed())).isEqualTo(shop().observing(calls));
    }

    @Test
    void callsOfOthersAndOfAServiceToItselfChangeNothing() {
        Topology shop = shop();

        assertThat(shop.observing(List.of(
                        call("web", "gone", null, SEEN),
                        call("gone", "web", null, SEEN),
                        call("web", "web", null, SEEN))))
                .isSameAs(shop);
        Topology seen = shop.observing(List.of(call("web", "api", null, SEEN)));
        assertThat(seen.observing(List.of(call("web", "api", null, SEEN)))).isSameAs(seen);
    }

    @Test
    void aServerIsNoPlaceInAText() {
        SourceLocation server = SourceLocation.server("http://a:9090/tenant");

        assertThat(server).hasToString("http://a:9090/tenant");
        assertThat(server.isServer()).isTrue();
        assertThat(HERE.isServer()).isFalse();
        assertThat(server).as("texts come first").isGreaterThan(SourceLocation.startOf("z.yaml"));
    }

    private static ObservedCall call(String from, String to, @Nullable DependencyKind kind, Evidence evidence) {
        return new ObservedCall(from, to, kind, evidence);
    }

    private static Topology shop() {
        return new Topology(
                "Shop",
                List.of(
                        Service.of("api", ServiceKind.SERVICE, HERE),
                        Service.of("db", ServiceKind.DATABASE, HERE),
                        Service.of("web", ServiceKind.WEB, HERE)),
                List.of(new Dependency(
                        "web", "api", DependencyKind.SYNC, true, "https", null, List.of(DECLARED), false)),
                List.of());
    }
}
