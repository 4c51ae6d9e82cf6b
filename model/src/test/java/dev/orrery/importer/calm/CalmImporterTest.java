package dev.orrery.importer.calm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CalmImporterTest {
    private static final String TRADING = """
            {"$schema": "https://calm.finos.org/release/1.2/meta/calm.json",
             "nodes": [
              {"unique-id": "trader", "node-type": "actor", "name": "Trader", "description": "Buys"},
              {"unique-id": "ui", "node-type": "webclient", "name": "Trader's UI", "description": "Shows"},
              {"unique-id": "orders", "node-type": "service", "name": "Orders", "description": "Takes orders",
               "metadata": [{"owner": "team-orders"}],
               "interfaces": [
                {"unique-id": "orders-api", "url": "https://orders.example/api"},
                {"unique-id": "orders-health", "url": "http://localhost:8080/health"},
                {"unique-id": "orders-port", "host": "orders.example", "port": 443}]},
              {"unique-id": "db", "node-type": "database", "name": "Order store", "description": "Keeps"},
              {"unique-id": "events", "node-type": "message-broker", "name": "Events", "description": "Tells"},
              {"unique-id": "scheduler", "node-type": "system", "name": "Scheduler", "description": "Runs"},
              {"unique-id": "trading", "node-type": "system", "name": "Trading", "description": "All",
               "metadata": {"team": "team-trading"}},
              {"unique-id": "dmz", "node-type": "network", "name": "DMZ", "description": "Border"}],
             "relationships": [
              {"unique-id": "r1", "relationship-type": {"interacts": {"actor": "trader", "nodes": ["ui"]}}},
              {"unique-id": "r2", "relationship-type":
               {"connects": {"source": {"node": "ui"}, "destination": {"node": "orders", "interfaces": ["orders-api"]}}},
               "protocol": "HTTPS"},
              {"unique-id": "r3", "relationship-type":
               {"connects": {"source": {"node": "orders"}, "destination": {"node": "db"}}}, "protocol": "JDBC"},
              {"unique-id": "r4", "relationship-type":
               {"connects": {"source": {"node": "orders"}, "destination": {"node": "events"}}}, "protocol": "AMQP"},
              {"unique-id": "r5", "relationship-type": {"interacts": {"actor": "scheduler", "nodes": ["orders", "db"]}}},
              {"unique-id": "r6", "relationship-type": {"composed-of": {"container": "trading", "nodes": ["orders", "db"]}}},
              {"unique-id": "r7", "relationship-type": {"deployed-in": {"container": "dmz", "nodes": ["ui", "trading", "db"]}}},
              {"unique-id": "r8", "relationship-type":
               {"connects": {"source": {"node": "ui"}, "destination": {"node": "trading"}}}}]}
            """;

    @Test
    void nodesAreServicesAndThoseThatHoldOthersAreBoundaries() {
        Loaded loaded = Texts.named("trading.json", TRADING).read();
        assertThat(loaded.problems()).isEmpty();
        assertThat(Texts.services(loaded))
                .containsExactly(
                        "trading > db: database",
                        "events: queue",
                        "trading > orders: service",
                        "scheduler: service",
                        "dmz > ui: web");
        assertThat(Texts.boundaries(loaded)).containsExactly("dmz: network (DMZ)", "dmz > trading: system (Trading)");
        Service orders = Texts.service(loaded, "orders");
        assertThat(orders.name()).isEqualTo("Orders");
        assertThat(orders.owner()).isEqualTo("team-orders");
        assertThat(loaded.topology().boundaries().getLast().owner()).isEqualTo("team-trading");
    }

    @Test
    void connectionsAndInteractionsAreDependencies() {
        Loaded loaded = Texts.named("trading.json", TRADING).read();
        assertThat(Texts.evidence(loaded))
                .containsExactly(
                        "orders -> db declared calm.connects 23:72",
                        "orders -> events declared calm.connects 25:72",
                        "scheduler -> db declared calm.interacts 26:101",
                        "scheduler -> orders declared calm.interacts 26:91",
                        "ui -> orders declared calm.connects 20:68");
        assertThat(loaded.topology().dependencies())
                .extracting(dependency -> dependency.kind() + " " + dependency.protocol())
                .containsExactly("DATA JDBC", "ASYNC AMQP", "DATA null", "SYNC null", "SYNC HTTPS");
    }

    @Test
    void interfacesAreLinksAndThoseThatTellHealthAreChecks() {
        Service orders = Texts.service(Texts.named("trading.json", TRADING).read(), "orders");
        assertThat(orders.links()).containsOnly(Map.entry("orders-api", "https://orders.example/api"));
        assertThat(orders.healthChecks()).extracting(HealthCheck::url).containsExactly("http://localhost:8080/health");
    }

    @Test
    void filesSpeakOfEachOthersNodes() {
        Loaded loaded = Texts.named("a.json", """
                        {"nodes": [{"unique-id": "a", "node-type": "service", "name": "A", "description": ""}],
                         "relationships": [
                          {"unique-id": "r", "relationship-type":
                           {"connects": {"source": {"node": "a"}, "destination": {"node": "b"}}}}]}
                        """)
                .with("b.json", SourceFile.Role.FOUND, """
                        {"nodes": [{"unique-id": "b", "node-type": "service", "name": "B", "description": ""},
                                   {"unique-id": "all", "node-type": "system", "name": "All", "description": ""}],
                         "relationships": [
                          {"unique-id": "r", "relationship-type":
                           {"composed-of": {"container": "all", "nodes": ["a", "b"]}}}]}
                        """)
                .read();
        assertThat(loaded.problems()).isEmpty();
        assertThat(Texts.services(loaded)).containsExactly("all > a: service", "all > b: service");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
    }

    @Test
    void aConnectionToWhatIsOpenedIsReportedWhereNoMemberStatesIt() {
        Loaded loaded = Texts.named(
                        "trading.json",
                        TRADING.replace(
                                "\"node\": \"orders\", \"interfaces\"", "\"node\": \"trading\", \"interfaces\""))
                .read();
        assertThat(Texts.problems(loaded))
                .containsExactly(
                        "relation-with-opened @ trading.json:20:68", "relation-with-opened @ trading.json:30:68");
        assertThat(Texts.edges(loaded)).doesNotContain("ui -> orders");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "connects"                                             | calm-relationship-type @ a.json:2:60
            {"connects": {"source": {"node": "a"}}}                | calm-connects-without-end @ a.json:2:73
            {"knows": {}}                                          | calm-unknown-relationship @ a.json:2:61
            {"options": [{"description": "", "nodes": ["a"], "relationships": []}]} | calm-options @ a.json:2:61
            {"interacts": {"actor": "no", "nodes": ["a"]}}         | calm-unknown-node @ a.json:2:84
            {"composed-of": {"container": "no", "nodes": ["a"]}}   | calm-unknown-node @ a.json:2:90
            {"composed-of": {"container": "a", "nodes": ["no"]}}   | calm-unknown-node @ a.json:2:105
            {"connects": {"source": {"node": "a"}, "destination": {"node": "no"}}} | dangling-dependency @ a.json:2:123
            """)
    void whatIsWrongIsSaidWithItsPlace(String type, String problem) {
        Loaded loaded = Texts.named("a.json", """
                {"nodes": [{"unique-id": "a", "node-type": "service", "name": "A", "description": ""}],
                 "relationships": [{"unique-id": "r", "relationship-type": %s}]}
                """.formatted(type)).read();
        assertThat(Texts.problems(loaded)).containsExactly(problem);
        assertThat(Texts.services(loaded)).containsExactly("a: service");
        assertThat(loaded.topology().dependencies()).allMatch(Dependency::dangling);
    }

    @Test
    void nodesNeedAnIdOfTheirOwn() {
        Loaded loaded = Texts.named("a.json", """
                {"nodes": [{"unique-id": "a", "node-type": "service"}, {"name": "B"}, {"unique-id": "a"}, 7],
                 "relationships": []}
                """).read();
        assertThat(Texts.problems(loaded))
                .containsExactly(
                        "calm-node-without-id @ a.json:1:56",
                        "calm-node-twice @ a.json:1:85",
                        "expected-mapping @ a.json:1:91");
        assertThat(Texts.services(loaded)).containsExactly("a: service");
    }

    @Test
    void aMessageByAnyOtherProtocolFollowsItsTarget() {
        Loaded loaded = Texts.named(
                        "trading.json", TRADING.replace("AMQP", "TCP").replace("JDBC", "TCP"))
                .read();
        assertThat(loaded.topology().dependencies())
                .extracting(Dependency::kind)
                .containsExactly(
                        DependencyKind.DATA,
                        DependencyKind.ASYNC,
                        DependencyKind.DATA,
                        DependencyKind.SYNC,
                        DependencyKind.SYNC);
    }

    @Test
    void aTimelineNamesArchitecturesAndIsNone() {
        Loaded loaded = Texts.named("timeline.json", """
                {"$schema": "https://calm.finos.org/release/1.2/meta/calm-timeline.json", "current-moment": "now",
                 "moments": [{"unique-id": "now", "node-type": "moment", "name": "Now"}]}
                """).read();
        assertThat(Texts.problems(loaded)).containsExactly("calm-timeline @ timeline.json:1:1");
        assertThat(loaded.topology().services()).isEmpty();
    }

    @Test
    void aPatternIsNoArchitecture() {
        String pattern = """
                {"type": "object", "properties": {"nodes": {"type": "array", "prefixItems": [
                 {"properties": {"unique-id": {"const": "a"}}}]}}}
                """;
        Loaded named = Texts.named("a.pattern.json", pattern).read();
        assertThat(Texts.problems(named)).containsExactly("calm-pattern @ a.pattern.json:1:1");
        assertThat(named.problems()).extracting(Problem::severity).containsExactly(Severity.ERROR);
        Loaded found = Texts.found("a.pattern.json", pattern).read();
        assertThat(found.problems()).extracting(Problem::severity).containsExactly(Severity.INFO);
    }

    @Test
    void thePatternOfTheFormatsOwnersIsRecognised() {
        assertThat(codes("conference-signup.pattern.json")).containsExactly("calm-pattern");
    }

    @ParameterizedTest
    @CsvSource({
        "micro-segmentation.requirement.json",
        "micro-segmentation.config.json",
        "permitted-connection.requirement.json",
        "permitted-connection-http.config.json",
        "permitted-connection-jdbc.config.json"
    })
    void controlsAreNoTopologies(String file) {
        assertThat(codes("controls/" + file)).containsExactly("not-a-topology");
    }

    private static List<String> codes(String file) {
        Path folder = Corpus.path("other-topology/finos+architecture-as-code/calm/getting-started");
        return TopologyLoader.standard().load(List.of(folder.resolve(file))).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private static String architecture(String nodes, String connections) {
        String connects = connections.isEmpty()
                ? ""
                : Stream.of(connections.split(" ", -1))
                        .map(pair -> pair.split(">", -1))
                        .map(ends -> "{\"unique-id\": \"" + ends[0] + ends[1]
                                + "\", \"relationship-type\": {\"connects\": {\"source\": {\"node\": \"" + ends[0]
                                + "\"}, \"destination\": {\"node\": \"" + ends[1] + "\"}}}}")
                        .collect(Collectors.joining(", "));
        return "{\"nodes\": [\n" + nodes + "],\n\"relationships\": [" + connects + "]}";
    }

    private static String node(String id, String details) {
        String more = details.isEmpty() ? "" : ", \"details\": {\"detailed-architecture\": \"" + details + "\"}";
        return "{\"unique-id\": \"" + id + "\", \"node-type\": \"service\", \"name\": \"" + id + "\"" + more + "}";
    }

    @ParameterizedTest
    @EnumSource(SourceFile.Role.class)
    void aNodeHoldsWhatItsDetailsShow(SourceFile.Role role) {
        String outer = architecture(node("web", "") + ",\n" + node("shop", "parts/shop.json"), "web>shop web>cart");
        String inner = architecture(
                node("cart", "") + ",\n" + node("stock", "deep/stock.json") + ",\n" + node("web", ""), "cart>stock");
        // Details that lead back to where they are shown hold nothing; what is shown further out is not theirs.
        String deep =
                architecture(node("db", "../shop.json") + ",\n" + node("stock", "") + ",\n" + node("web", ""), "");
        Loaded loaded = Texts.named("shop.json", outer)
                .with("parts/shop.json", role, inner)
                .with("parts/deep/stock.json", role, deep)
                .read();
        assertThat(Texts.boundaries(loaded)).containsExactly("shop: service (shop)", "shop > stock: service (stock)");
        assertThat(Texts.services(loaded))
                .containsExactly("shop > cart: service", "stock > db: service", "web: service");
        assertThat(Texts.edges(loaded)).containsExactly("web -> cart");
        assertThat(loaded.problems())
                .filteredOn(problem -> problem.severity() != Severity.INFO)
                .isEmpty();
    }

    @Test
    void detailsMayBeNamedByTheirIdWhereTheyAreOpen() {
        String inner =
                architecture(node("cart", ""), "").replaceFirst("\\{", "{\"\\$id\": \"https://example.org/shop\", ");
        Loaded loaded = Texts.named("shop.json", architecture(node("shop", "https://example.org/shop"), ""))
                .with("other.json", SourceFile.Role.NAMED, inner)
                .read();
        assertThat(Texts.services(loaded)).containsExactly("shop > cart: service");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void detailsThatCannotBeReadLeaveTheNodeAService() {
        Loaded loaded = Texts.named(
                        "shop.json",
                        architecture(
                                String.join(
                                        ",\n",
                                        node("a", "https://example.org/a.json"),
                                        node("b", "b.json"),
                                        node("c", "../../c.json"),
                                        node("d", "d.json"),
                                        node("e", "shop.json")),
                                ""))
                .with("d.json", SourceFile.Role.SIDE, "{\"some\": \"thing\"}")
                .read();
        assertThat(loaded.topology().services()).hasSize(5);
        assertThat(Texts.problems(loaded))
                .containsExactly(
                        "calm-details-remote @ shop.json:2:94",
                        "calm-details-missing @ shop.json:3:94",
                        "calm-details-outside @ shop.json:4:94",
                        "calm-details-no-architecture @ shop.json:5:94");
    }
}
