package dev.orrery.importer.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.Told;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreImporterTest {
    private static final String ORDERS = """
            apiVersion: score.dev/v1b1
            metadata:
              name: orders
              annotations: {tags: "java, backend"}
            containers:
              main:
                image: registry.example/orders:2.1
                livenessProbe: {httpGet: {path: /health, port: 3000}}
                variables:
                  DB: ${resources.db.host}
                  MAIL: http://mail:25
            service:
              ports: {http: {port: 80, targetPort: 3000}}
            resources:
              db: {type: postgres}
              events: {type: kafka-topic, id: order-events}
              cache: {type: redis, class: large}
              host: {type: dns}
              path: {type: route, params: {host: "${resources.host.host}"}}
              data: {type: volume}
              stock: {type: service}
              rates: {type: service, id: exchange}
              assets: {type: S3}
            """;

    @Test
    void aWorkloadNeedsWhatItAsksFor() {
        Loaded loaded = new Told()
                .opened("orders.yaml", ORDERS)
                .opened("stock.yaml", """
                        apiVersion: score.dev/v1b1
                        metadata: {name: stock}
                        containers: {main: {image: .}}
                        resources:
                          in: {id: order-events, type: kafka-topic}
                          db: {type: postgres}
                        """)
                .opened("exchange.yaml", """
                        apiVersion: score.dev/v1b1
                        metadata: {name: exchange}
                        containers: {main: {image: nginx:1.27}}
                        """)
                .read();
        assertThat(loaded.problems()).isEmpty();
        assertThat(Told.services(loaded))
                .containsExactly(
                        "GATEWAY exchange",
                        "QUEUE kafka-topic#order-events",
                        "SERVICE orders",
                        "DATABASE orders.assets",
                        "CACHE orders.cache",
                        "DATABASE orders.db",
                        "SERVICE stock",
                        "DATABASE stock.db");
        assertThat(Told.edges(loaded))
                .containsExactly(
                        "orders -> exchange SYNC by score.resource 22:3",
                        "orders -> kafka-topic#order-events ASYNC by score.resource 16:3",
                        "orders -> orders.assets DATA by score.resource 23:3",
                        "orders -> orders.cache DATA by score.resource 17:3",
                        "orders -> orders.db DATA by score.resource 15:3",
                        "orders -> stock SYNC by score.resource 21:3",
                        "stock -> kafka-topic#order-events ASYNC by score.resource 5:3",
                        "stock -> stock.db DATA by score.resource 6:3");
        Service orders = loaded.topology().service("orders").orElseThrow();
        assertThat(orders.tags()).containsExactly("java", "backend");
        assertThat(orders.technology()).isEqualTo("orders:2.1");
        // Its probe is asked inside of the cluster, where nobody here can ask.
        assertThat(orders.healthChecks()).isEmpty();
    }

    @Test
    void aWorkloadThatNobodyDefinesIsMissing() {
        Loaded loaded = Told.read(ORDERS);
        assertThat(Told.edges(loaded))
                .contains(
                        "orders -> exchange SYNC dangling by score.resource 22:3",
                        "orders -> stock SYNC dangling by score.resource 21:3");
    }

    @Test
    void whatIsNotSaidIsReportedWhereItIsMissing() {
        Loaded loaded = new Told()
                .opened("a.yaml", "apiVersion: score.dev/v1b1\ncontainers: {}\n")
                .opened("b.yaml", """
                        apiVersion: score.dev/v1b1
                        metadata: {name: b}
                        resources: {x: {class: large}}
                        """)
                .opened("c.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: '{{ name }}'}\n")
                .opened("d.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: b}\n")
                .read();
        assertThat(Told.services(loaded)).containsExactly("SERVICE b");
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "error score-no-name a.yaml:1:1",
                        "warning score-no-type b.yaml:3:13",
                        "info score-skeleton c.yaml:2:18",
                        "info service-defined-twice d.yaml:2:18");
    }

    @Test
    void everyFileOfTheCorpusOpensWithItsWorkload() {
        List<String> read = Corpus.files("other-topology/score-spec+spec/samples", ".yaml").stream()
                .flatMap(file -> Told.services(TopologyLoader.standard().load(List.of(file))).stream())
                .toList();
        assertThat(read)
                .containsExactlyInAnyOrder(
                        "SERVICE deprecated-files-example",
                        "SERVICE example-workload-name123",
                        "SERVICE Type-Three#shared-type-three",
                        "SERVICE example-workload-name123.resource-one1",
                        "SERVICE example-workload-name123.resource-two2");
    }
}
