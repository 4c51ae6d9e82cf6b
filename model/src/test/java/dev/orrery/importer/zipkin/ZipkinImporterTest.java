package dev.orrery.importer.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.Texts;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZipkinImporterTest {
    @Test
    void dependencyLinksAreSeenTraffic() {
        Loaded loaded = Texts.named("links.json", """
                [
                  {"parent": "web", "child": "cart", "callCount": 12},
                  {"parent": "cart", "child": "redis", "callCount": 3, "errorCount": 1},
                  {"parent": "cart", "child": "cart", "callCount": 1},
                  {"parent": "", "child": "cart"}
                ]
                """).read();

        assertThat(Texts.evidence(loaded))
                .containsExactly(
                        "cart -> redis observed zipkin.dependency 3:3", "web -> cart observed zipkin.dependency 2:3");
        assertThat(Texts.problems(loaded)).containsExactly("link-without-ends @ links.json:5:3");
    }

    @Test
    void aSpanWasCalledByTheServiceOfItsParent() {
        Loaded loaded = Texts.named("trace.json", """
                [[
                  {"traceId": "1", "id": "a", "kind": "SERVER", "localEndpoint": {"serviceName": "web"}},
                  {"traceId": "1", "id": "b", "parentId": "a", "kind": "CLIENT", "localEndpoint": {"serviceName": "web"}, "remoteEndpoint": {"serviceName": "CART"}},
                  {"traceId": "1", "id": "b", "parentId": "a", "kind": "SERVER", "shared": true, "localEndpoint": {"serviceName": "cart"}},
                  {"traceId": "1", "id": "c", "parentId": "b", "localEndpoint": {"serviceName": "cart"}},
                  {"traceId": "1", "id": "d", "parentId": "c", "kind": "CLIENT", "localEndpoint": {"serviceName": "cart"}, "remoteEndpoint": {"serviceName": "redis"}}
                ]]
                """).read();

        assertThat(Texts.edges(loaded)).containsExactly("cart -> redis", "web -> cart");
    }

    @Test
    void producerAndConsumerBothNeedTheBroker() {
        Loaded loaded = Texts.named("trace.json", """
                [
                  {"traceId": "1", "id": "a", "kind": "PRODUCER", "localEndpoint": {"serviceName": "shop"}, "remoteEndpoint": {"serviceName": "kafka"}},
                  {"traceId": "1", "id": "b", "parentId": "a", "kind": "CONSUMER", "localEndpoint": {"serviceName": "mail"}, "remoteEndpoint": {"serviceName": "kafka"}},
                  {"traceId": "2", "id": "a", "kind": "PRODUCER", "localEndpoint": {"serviceName": "shop"}},
                  {"traceId": "2", "id": "b", "parentId": "a", "kind": "CONSUMER", "localEndpoint": {"serviceName": "bill"}}
                ]
                """).read();

        assertThat(Texts.edges(loaded)).containsExactly("bill -> shop", "mail -> kafka", "shop -> kafka");
        assertThat(loaded.topology().service("kafka").map(Service::kind)).contains(ServiceKind.QUEUE);
    }

    @Test
    void anyOtherListIsNotZipkins() {
        assertThat(Texts.problems(Texts.named("list.json", "[{\"parent\": 1}]").read()))
                .containsExactly("not-a-topology @ list.json:1:1");
    }

    @Test
    void tracesOfTheCorpusTellWhoCalledWhom() {
        Loaded messaging = TopologyLoader.standard()
                .load(List.of(Corpus.path("depgraph/openzipkin+zipkin/zipkin-lens/testdata/messaging.json")));
        assertThat(messaging.topology().dependencies())
                .isNotEmpty()
                .allMatch(one -> one.certainty() == Certainty.OBSERVED);
        assertThat(Texts.edges(messaging)).contains("backend -> rabbitmq");
    }
}
