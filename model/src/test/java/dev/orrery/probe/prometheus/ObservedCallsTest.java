package dev.orrery.probe.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.probe.Origin;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.PrometheusRule;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Sighting;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class ObservedCallsTest {
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String TEMPO = CallMetric.TEMPO.query(ObservedCalls.WINDOW);
    private static final String ISTIO = CallMetric.ISTIO.query(ObservedCalls.WINDOW);
    private static final List<Service> SHOP = List.of(
            Service.of("cart", ServiceKind.SERVICE, HERE),
            Service.of("mail", ServiceKind.QUEUE, HERE),
            Service.of("shop", ServiceKind.WEB, HERE));

    @Test
    void whoWasSeenToCallWhomIsTold() throws IOException {
        try (FakePrometheus server = new FakePrometheus()) {
            server.withNow(
                            TEMPO,
                            Map.of(
                                    "{\"client\":\"shop\",\"server\":\"cart\"}",
                                    "5",
                                    "{\"client\":\"cart\",\"server\":\"mail\",\"connection_type\":\"messaging_system\"}",
                                    "1",
                                    "{\"client\":\"user\",\"server\":\"shop\"}",
                                    "9",
                                    "{\"client\":\"shop\",\"server\":\"shop\"}",
                                    "9"))
                    .withNow(
                            ISTIO,
                            Map.of(
                                    "{\"source_workload\":\"shop\",\"source_canonical_service\":\"shop-v2\","
                                            + "\"destination_canonical_service\":\"cart\"}",
                                    "7",
                                    "{\"source_workload\":\"unknown\",\"destination_workload\":\"cart\"}",
                                    "7"));

            ObservedCalls.Seen seen = ask(server, SHOP, List.of());

            assertThat(seen.calls())
                    .extracting(call -> call.from() + " " + call.to() + " "
                            + call.evidence().rule())
                    .containsExactly(
                            "cart mail prometheus.tempo-service-graph",
                            "shop cart prometheus.istio",
                            "shop cart prometheus.tempo-service-graph");
            assertThat(seen.calls().getFirst().kind()).isEqualTo(DependencyKind.ASYNC);
            assertThat(seen.calls()).extracting("evidence").allSatisfy(evidence -> {
                assertThat(((Evidence) evidence).certainty()).isEqualTo(Certainty.OBSERVED);
                assertThat(((Evidence) evidence).source()).hasToString(server.url());
            });
            assertThat(seen.sightings()).allSatisfy(sighting -> {
                assertThat(sighting.at()).isEqualTo(NOW);
                assertThat(sighting.since()).isEqualTo(NOW.minus(ObservedCalls.WINDOW));
            });
            assertThat(seen.silent()).isEmpty();
            assertThat(server.queries()).hasSize(2);
        }
    }

    @Test
    void aServerThatKnowsOfNoCallsIsNoServerThatDoesNotTell() throws IOException {
        try (FakePrometheus server = new FakePrometheus()) {
            ObservedCalls.Seen seen = ask(server, SHOP, List.of());

            assertThat(seen.silent()).isEmpty();
            assertThat(seen.sightings())
                    .hasSize(2)
                    .allSatisfy(sighting -> assertThat(sighting.calls()).isEmpty());
        }
    }

    @Test
    void aServerThatDoesNotTellIsNamed() throws IOException {
        try (FakePrometheus server = new FakePrometheus()) {
            server.with(TEMPO, new MockResponse.Builder().code(502).build());

            ObservedCalls.Seen seen = ask(server, SHOP, List.of());

            assertThat(seen.calls()).isEmpty();
            assertThat(seen.silent()).singleElement().asString().contains("status 502");
        }
    }

    @Test
    void ofVeryManyPairsTheBusiestAreHeededAndAllThatAreStated() throws IOException {
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            services.add(Service.of("s" + i, ServiceKind.SERVICE, HERE));
        }
        Map<String, String> series = new LinkedHashMap<>();
        for (int from = 0; from < 60; from++) {
            for (int to = 0; to < 60; to++) {
                series.put("{\"client\":\"s" + from + "\",\"server\":\"s" + to + "\"}", "" + (from * 60 + to + 1));
            }
        }
        Evidence declared = new Evidence(Certainty.DECLARED, "test", HERE);
        Dependency stated = new Dependency("s0", "s1", DependencyKind.SYNC, true, null, null, List.of(declared), false);
        try (FakePrometheus server = new FakePrometheus()) {
            server.withNow(TEMPO, series);

            Sighting seen = ask(server, services, List.of(stated)).sightings().getFirst();

            assertThat(seen.calls()).hasSize(CallTally.MOST_NEW + 1);
            assertThat(seen.calls().getFirst().pair()).hasToString("Pair[from=s0, to=s1]");
            assertThat(seen.calls().getLast().from()).isEqualTo("s59");
            assertThat(seen.leftOut()).isEqualTo(60 * 59 - CallTally.MOST_NEW - 1);
        }
    }

    private static ObservedCalls.Seen ask(
            FakePrometheus server, List<Service> services, List<Dependency> dependencies) {
        Topology topology = new Topology("Shop", services, dependencies, List.of());
        Topology covered = PrometheusRule.of(server.url(), HERE).cover(topology);
        Trust trust = Trust.of(Origin.of(covered));
        return new ObservedCalls(
                        () -> trust,
                        host -> List.of(InetAddress.getByName(host)),
                        Secrets.NONE,
                        InstantSource.fixed(NOW),
                        "Orrery/test",
                        Tls.ofThePlatform())
                .of(covered);
    }
}
