package dev.orrery.importer.jaeger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.Texts;
import dev.orrery.importer.TopologyLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class JaegerImporterTest {
    @Test
    void dependencyLinksAreSeenTraffic() {
        Loaded loaded = Texts.named("links.json", """
                {"data": [
                  {"parent": "web", "child": "cart", "callCount": 12},
                  {"parent": "cart", "child": "redis", "callCount": 3}
                ], "total": 0, "errors": null}
                """).read();

        assertThat(Texts.evidence(loaded))
                .containsExactly(
                        "cart -> redis observed jaeger.dependency 3:3", "web -> cart observed jaeger.dependency 2:3");
    }

    @Test
    void aSpanWasCalledByTheServiceOfItsParentAndNotByWhatItFollows() {
        Loaded loaded = Texts.named("trace.json", """
                {"data": [{"traceID": "t", "spans": [
                  {"traceID": "t", "spanID": "1", "references": [], "processID": "p1"},
                  {"traceID": "t", "spanID": "2", "references": [{"refType": "CHILD_OF", "spanID": "1"}], "processID": "p2"},
                  {"traceID": "t", "spanID": "3", "references": [{"refType": "FOLLOWS_FROM", "spanID": "1"}], "processID": "p3"}
                ], "processes": {"p1": {"serviceName": "web"}, "p2": {"serviceName": "cart"}, "p3": {"serviceName": "log"}}}]}
                """).read();

        assertThat(Texts.evidence(loaded)).containsExactly("web -> cart observed jaeger.trace 3:3");
        assertThat(loaded.topology().services())
                .extracting(service -> service.id())
                .containsExactly("cart", "log", "web");
    }

    @Test
    void aTraceOfTheCorpusTellsWhoCalledWhom() {
        Loaded loaded = TopologyLoader.standard()
                .load(
                        List.of(
                                Corpus.path(
                                        "depgraph/jaegertracing+jaeger-ui/packages/jaeger-ui/src/components/TracePage/TraceFlamegraph/testTrace.json")));
        assertThat(Texts.edges(loaded)).containsExactly("load-generator -> ride-sharing-app");
    }
}
