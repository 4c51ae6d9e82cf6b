package dev.orrery.probe.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.probe.Origin;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.PrometheusRule;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class ObservedCallsTest {
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");
    private static final String TEMPO =
            "sum by (client, server, connection_type) (traces_service_graph_request_total) > 0";
    private static final String ISTIO = "sum by (source_canonical_service, source_workload,"
            + " source_workload_namespace, destination_canonical_service, destination_workload,"
            + " destination_workload_namespace) (istio_requests_total) > 0";

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

            ObservedCalls.Seen seen = ask(server);

            assertThat(seen.calls())
                    .extracting(call -> call.from() + " " + call.to() + " "
                            + call.evidence().rule())
                    .containsExactly(
                            "cart mail prometheus.tempo-service-graph",
                            "shop cart prometheus.istio",
                            "shop cart prometheus.tempo-service-graph");
            assertThat(seen.calls().getFirst().kind()).isEqualTo(DependencyKind.ASYNC);
            assertThat(seen.calls())
                    .allSatisfy(call -> assertThat(call.evidence().certainty()).isEqualTo(Certainty.OBSERVED));
            assertThat(seen.strangers()).isEqualTo(2);
            assertThat(seen.silent()).isEmpty();
            assertThat(server.queries()).hasSize(2);
        }
    }

    @Test
    void aServerThatDoesNotTellIsNamed() throws IOException {
        try (FakePrometheus server = new FakePrometheus()) {
            server.with(TEMPO, new MockResponse.Builder().code(502).build());

            ObservedCalls.Seen seen = ask(server);

            assertThat(seen.calls()).isEmpty();
            assertThat(seen.silent()).singleElement().asString().contains("status 502");
        }
    }

    private static ObservedCalls.Seen ask(FakePrometheus server) {
        Topology topology = new Topology(
                "Shop",
                List.of(
                        Service.of("cart", ServiceKind.SERVICE, HERE),
                        Service.of("mail", ServiceKind.QUEUE, HERE),
                        Service.of("shop", ServiceKind.WEB, HERE)),
                List.of(),
                List.of());
        Topology covered = PrometheusRule.of(server.url(), HERE).cover(topology);
        Trust trust = Trust.of(Origin.of(covered));
        return new ObservedCalls(
                        () -> trust,
                        host -> List.of(InetAddress.getByName(host)),
                        Secrets.NONE,
                        "Orrery/test",
                        Tls.ofThePlatform())
                .of(covered);
    }
}
