package dev.orrery.importer.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncApiImporterTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final String ORDERS = """
            asyncapi: 3.0.0
            id: urn:shop:orders
            info: {title: Orders Service, version: "1"}
            servers: {main: {host: "broker.example:9092", protocol: kafka}}
            channels:
              placed: {address: "orders/{id}/placed"}
              paid: {address: orders/paid}
              later: {address: null}
            operations:
              sendPlaced: {action: send, channel: {$ref: "#/channels/placed"}}
              receivePaid: {action: receive, channel: {$ref: "#/channels/paid"}}
              sendLater: {action: send, channel: {$ref: "#/channels/later"}}
            """;

    @Test
    void aDocumentAloneNeedsItsBrokerAndNothingElse() {
        Loaded loaded = read(Map.of("a.yaml", ORDERS));
        assertThat(loaded.problems()).isEmpty();
        assertThat(told(loaded))
                .containsExactly("Orders Service -> broker.example ASYNC kafka asyncapi.server a.yaml:4:11");
        assertThat(loaded.topology().service("broker.example"))
                .get()
                .extracting(Service::kind)
                .isEqualTo(ServiceKind.QUEUE);
        assertThat(loaded.topology().service("Orders Service").orElseThrow().aliases())
                .containsExactly("Orders", "orders", "orders-service", "urn:shop:orders");
    }

    @Test
    void whoeverReceivesNeedsThoseThatSend() {
        Loaded loaded = read(Map.of("a.yaml", ORDERS, "b.yaml", """
                asyncapi: 3.0.0
                info: {title: Shipping, version: "1"}
                servers: {other: {host: broker.example, protocol: kafka-secure}}
                channels: {placed: {address: "orders/{order}/placed"}, later: {}}
                operations:
                  take: {action: receive, channel: {$ref: "#/channels/placed"}}
                  never: {action: receive, channel: {$ref: "#/channels/later"}}
                """));
        assertThat(told(loaded))
                .contains("Shipping -> Orders Service ASYNC kafka-secure asyncapi.channel a.yaml:10:3"
                        + " asyncapi.channel b.yaml:6:3")
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            other.example, kafka, orders/{id}/placed
            broker.example, amqp, orders/{id}/placed
            broker.example, kafka, orders/placed
            """)
    void anotherHostProtocolOrAddressIsAnotherChannel(String host, String protocol, String address) {
        Loaded loaded = read(Map.of("a.yaml", ORDERS, "b.yaml", """
                asyncapi: 3.0.0
                info: {title: Shipping, version: "1"}
                servers: {s: {host: %s, protocol: %s}}
                channels: {c: {address: "%s"}}
                operations: {take: {action: receive, channel: {$ref: "#/channels/c"}}}
                """.formatted(host, protocol, address)));
        assertThat(told(loaded)).hasSize(2).noneMatch(edge -> edge.contains("asyncapi.channel"));
    }

    @Test
    void withoutAServerNobodyKnowsWhereAChannelIs() {
        String text = """
                asyncapi: 3.0.0
                info: {title: %s, version: "1"}
                channels: {c: {address: c}}
                operations: {o: {action: %s, channel: {$ref: "#/channels/c"}}}
                """;
        assertThat(told(read(Map.of("a.yaml", text.formatted("A", "send"), "b.yaml", text.formatted("B", "receive")))))
                .isEmpty();
    }

    @Test
    void version2SpeaksFromTheOutside() {
        String text = """
                asyncapi: '2.6.0'
                info: {title: %s, version: '1'}
                servers:
                  production: {url: "{host}:{port}/v", protocol: mqtt, variables: {host: {default: mq.example}, port: {default: '1883'}}}
                  peer: {url: "wss://peer.example/ws/", protocol: wss}
                channels:
                  light/on: {servers: [production], %s: {message: {}}}
                  light/{no}/off: {servers: [peer], %s: {message: {}}}
                """;
        Loaded loaded = read(Map.of(
                "lamp.yml", text.formatted("Lamp", "publish", "subscribe"),
                "switch.json.yml", text.formatted("Switch", "subscribe", "publish")));
        assertThat(loaded.problems()).isEmpty();
        assertThat(told(loaded))
                .containsExactly(
                        "Lamp -> Switch ASYNC mqtt asyncapi.channel lamp.yml:7:37 asyncapi.channel switch.json.yml:7:37",
                        "Lamp -> mq.example ASYNC mqtt asyncapi.server lamp.yml:4:3",
                        "Switch -> Lamp ASYNC wss asyncapi.channel lamp.yml:8:37 asyncapi.channel switch.json.yml:8:37",
                        "Switch -> mq.example ASYNC mqtt asyncapi.server switch.json.yml:4:3");
    }

    @Test
    void aReplyGoesTheOtherWay() {
        String text = """
                asyncapi: 3.0.0
                info: {title: %s, version: "1"}
                servers: {s: {host: "localhost:5672", protocol: amqp}}
                channels: {ask: {address: ask}, answer: {address: answer}}
                operations:
                  o: {action: %s, channel: {$ref: "#/channels/ask"}, reply: {channel: {$ref: "#/channels/answer"}}}
                """;
        Loaded loaded = read(Map.of("a.yaml", text.formatted("A", "send"), "b.yaml", text.formatted("B", "receive")));
        assertThat(told(loaded))
                .extracting(edge -> edge.split(" ASYNC", 2)[0])
                .containsExactly("A -> B", "A -> localhost:5672", "B -> A", "B -> localhost:5672");
    }

    @Test
    void referencesAreFollowedIntoOtherFilesAndNeverElsewhere() {
        Loaded loaded = read(Map.of("a.yaml", ORDERS, "sub/b.yaml", """
                asyncapi: 3.0.0
                info: {title: Shipping, version: "1"}
                servers: {s: {$ref: "../common/all.yaml#/servers/s"}}
                channels:
                  placed: {$ref: "../common/all.yaml#/channels/x~1y"}
                  circle: {$ref: "#/channels/circle"}
                  gone: {$ref: "#/channels/nowhere"}
                  missing: {$ref: "nofile.yaml#/a"}
                  remote: {$ref: "https://example.com/a.yaml#/a"}
                  outside: {$ref: "/etc/passwd#/a"}
                operations:
                  take: {action: receive, channel: {$ref: "#/channels/placed"}}
                  b: {action: receive, channel: {$ref: "#/channels/circle"}}
                  c: {action: receive, channel: {$ref: "#/channels/gone"}}
                  d: {action: receive, channel: {$ref: "#/channels/missing"}}
                  e: {action: receive, channel: {$ref: "#/channels/remote"}}
                  f: {action: receive, channel: {$ref: "#/channels/outside"}}
                  g: {action: listen, channel: {$ref: "#/channels/placed"}}
                """, "common/all.yaml", """
                servers: {s: {$ref: "#/real"}}
                real: {host: BROKER.example, protocol: kafka}
                channels: {x/y: {address: "orders/{o}/placed"}}
                """));
        assertThat(loaded.problems())
                .extracting(problem -> problem.code() + " " + problem.source().line())
                .containsExactlyInAnyOrder(
                        "asyncapi-reference 7",
                        "asyncapi-reference 8",
                        "asyncapi-reference-remote 9",
                        "asyncapi-reference 10",
                        "asyncapi-reference-circle 13",
                        "asyncapi-action 18");
        assertThat(told(loaded))
                .contains("Shipping -> Orders Service ASYNC kafka asyncapi.channel a.yaml:10:3"
                        + " asyncapi.channel sub/b.yaml:12:3");
    }

    @Test
    void anUnknownVersionAndAServerWithoutHostAreReported() {
        Loaded loaded = read(Map.of("a.yaml", "asyncapi: 1.2.0\ninfo: {title: Old}\n", "b.yaml", """
                asyncapi: 3.0.0
                info: {title: New}
                servers: {s: {protocol: mqtt}}
                """));
        assertThat(loaded.problems())
                .extracting(problem -> problem.code() + " " + problem.source())
                .containsExactly("asyncapi-version a.yaml:1:11", "asyncapi-server b.yaml:3:11");
        assertThat(loaded.topology().services()).extracting(Service::id).containsExactly("New");
    }

    @Test
    void aCrowdOnOneChannelIsBounded() {
        StringBuilder stream = new StringBuilder();
        for (int index = 0; index < 600; index++) {
            stream.append("---\nasyncapi: 3.0.0\ninfo: {title: T")
                    .append(index)
                    .append("}\n")
                    .append("servers: {s: {host: h, protocol: p}}\nchannels: {c: {address: c}}\noperations:\n")
                    .append("  s: {action: send, channel: {$ref: \"#/channels/c\"}}\n")
                    .append("  r: {action: receive, channel: {$ref: \"#/channels/c\"}}\n");
        }
        Loaded loaded = assertTimeout(Duration.ofSeconds(5), () -> read(Map.of("a.yaml", stream.toString())));
        assertThat(loaded.problems()).extracting(problem -> problem.code()).contains("asyncapi-too-many");
    }

    @Test
    void theSocialMediaExampleIsOnePicture() {
        Loaded loaded =
                TopologyLoader.standard().load(List.of(Corpus.path("api-servers/asyncapi+spec/examples/social-media")));
        assertThat(loaded.topology().services())
                .extracting(Service::id)
                .containsExactly(
                        "Comments Service",
                        "Notifications Service",
                        "Public API",
                        "Website Backend",
                        "Website WebSocket Client",
                        "test.mosquitto.org");
        assertThat(loaded.topology().dependencies())
                .extracting(dependency -> dependency.from() + " -> " + dependency.to())
                .containsExactly(
                        "Comments Service -> Website Backend",
                        "Comments Service -> test.mosquitto.org",
                        "Notifications Service -> Website Backend",
                        "Notifications Service -> test.mosquitto.org",
                        "Public API -> Website Backend",
                        "Public API -> test.mosquitto.org",
                        "Website Backend -> Comments Service",
                        "Website Backend -> Website WebSocket Client",
                        "Website Backend -> test.mosquitto.org",
                        "Website WebSocket Client -> Website Backend");
        assertThat(loaded.problems()).isEmpty();
    }

    private static List<String> told(Loaded loaded) {
        return loaded.topology().dependencies().stream()
                .map(AsyncApiImporterTest::told)
                .toList();
    }

    private static String told(Dependency dependency) {
        StringBuilder told = new StringBuilder(
                dependency.from() + " -> " + dependency.to() + " " + dependency.kind() + " " + dependency.protocol());
        dependency
                .evidence()
                .forEach(evidence ->
                        told.append(" ").append(evidence.rule()).append(" ").append(evidence.source()));
        return told.toString();
    }

    private static Loaded read(Map<String, String> texts) {
        List<SourceFile> files = new ArrayList<>();
        new TreeMap<>(texts)
                .forEach((name, text) -> files.add(new SourceFile(
                        ROOT.resolve(name),
                        name.startsWith("common/") ? SourceFile.Role.SIDE : SourceFile.Role.NAMED,
                        new SourceText(name, text),
                        List.of())));
        return TopologyLoader.standard().read(ROOT, files);
    }
}
