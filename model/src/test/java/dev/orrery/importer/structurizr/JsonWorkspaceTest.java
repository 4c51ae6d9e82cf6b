package dev.orrery.importer.structurizr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWorkspaceTest {
    @Test
    void containersAndSystemsWithoutAnyAreServices() {
        Loaded loaded = read("""
                {"name": "Bank", "model": {
                  "people": [{"id": "1", "name": "Customer", "relationships": [
                    {"id": "20", "sourceId": "1", "destinationId": "3"}]}],
                  "softwareSystems": [
                    {"id": "2", "name": "Shop", "relationships": [{"destinationId": "6"}], "containers": [
                      {"id": "3", "name": "Web", "relationships": [
                        {"destinationId": "4", "technology": "HTTPS"},
                        {"destinationId": "5", "technology": "JSON/HTTPS"},
                        {"destinationId": "1"}]},
                      {"id": "4", "name": "API", "components": [
                        {"id": "5", "name": "Controller", "relationships": [
                          {"destinationId": "6", "interactionStyle": "Asynchronous"},
                          {"destinationId": "4"}]}]}]},
                    {"id": "6", "name": "Mail"}]}}
                """);
        assertThat(Told.problems(loaded)).isEmpty();
        assertThat(loaded.topology().name()).isEqualTo("Bank");
        assertThat(Told.services(loaded))
                .containsExactly("Mail service in null", "Shop/API service in Shop", "Shop/Web service in Shop");
        assertThat(Told.boundaries(loaded)).containsExactly("Shop system in null");
        assertThat(Told.needs(loaded))
                .containsExactly(
                        "Shop/API -> Mail async null declared structurizr.relationship bank.json:12:29",
                        "Shop/Web -> Shop/API sync HTTPS declared structurizr.relationship bank.json:7:27"
                                + " declared structurizr.relationship bank.json:8:27");
    }

    @Test
    void aRelationshipOfASystemWithContainersCountsOnlyWhereAContainerSaysTheSame() {
        Loaded loaded = read("""
                {"model": {"softwareSystems": [
                  {"id": "1", "name": "A", "relationships": [{"destinationId": "3"}, {"destinationId": "5"}], "containers": [
                    {"id": "2", "name": "a", "relationships": [{"destinationId": "3"}, {"destinationId": "4"}]}]},
                  {"id": "3", "name": "B", "containers": [{"id": "4", "name": "b"}]},
                  {"id": "5", "name": "C", "relationships": [{"destinationId": "1"}]}]}}
                """);
        assertThat(Told.edges(loaded)).containsExactly("A/a -> B/b");
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "structurizr-system-relationship bank.json:2:88 [A, C]",
                        "structurizr-system-relationship bank.json:5:64 [C, A]");
    }

    @Test
    void groupsAndTheEnterpriseAreBoundaries() {
        Loaded loaded = read("""
                {"model": {"enterprise": {"name": "Bank"}, "properties": {"structurizr.groupSeparator": "/"}, "softwareSystems": [
                  {"id": "1", "name": "Shop", "location": "Internal", "group": "Europe/Retail", "containers": [
                    {"id": "2", "name": "Web", "group": "Front"}, {"id": "3", "name": "API"}]},
                  {"id": "4", "name": "Mail", "location": "External"},
                  {"id": "5", "name": "Europe", "location": "Internal", "containers": [{"id": "6", "name": "Hub"}]}]}}
                """);
        assertThat(Told.problems(loaded)).isEmpty();
        assertThat(Told.boundaries(loaded))
                .containsExactly(
                        "Bank enterprise in null",
                        "Europe system in Bank",
                        "Europe (group) group in Bank",
                        "Europe/Retail group in Europe (group)",
                        "Shop system in Europe/Retail",
                        "Shop/Front group in Shop");
        assertThat(Told.services(loaded))
                .containsExactly(
                        "Europe/Hub service in Europe",
                        "Mail external in null",
                        "Shop/API service in Shop",
                        "Shop/Web service in Shop/Front");
    }

    @Test
    void withoutASeparatorAGroupHasOneName() {
        Loaded loaded = read("""
                {"model": {"softwareSystems": [{"id": "1", "name": "Shop", "group": "Europe/Retail"}]}}
                """);
        assertThat(Told.boundaries(loaded)).containsExactly("Europe/Retail group in null");
    }

    @Test
    void elementsOfOneNameStayApart() {
        Loaded loaded = read("""
                {"model": {"softwareSystems": [
                  {"id": "1", "name": "A/b", "relationships": [{"destinationId": "3"}]},
                  {"id": "2", "name": "A", "containers": [{"id": "3", "name": "b"}]},
                  {"id": "4", "name": "C"}, {"id": "4", "name": "C"}]}}
                """);
        assertThat(Told.ids(loaded)).containsExactly("A/b", "A/b (2)", "C", "C (2)");
        assertThat(Told.edges(loaded)).containsExactly("A/b -> A/b (2)");
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "structurizr-same-name bank.json:3:63 [A/b, A/b (2)]",
                        "structurizr-id-twice bank.json:4:49 [4]",
                        "structurizr-same-name bank.json:4:49 [C, C (2)]");
    }

    @Test
    void everyFactOfAServiceIsKept() {
        Loaded loaded = read("""
                {"model": {"softwareSystems": [{"id": "1", "name": "Shop", "containers": [
                  {"id": "2", "name": "DB", "technology": "PostgreSQL 16", "tags": "Element,Container,tier-1, core",
                   "url": "https://wiki.example/db",
                   "properties": {"Owner": "team-data", "runbook": "https://wiki.example/run", "x": "y"},
                   "perspectives": [{"name": "Security", "description": "d", "url": "https://sec.example"}]}]}]}}
                """);
        assertThat(loaded.topology().service("Shop/DB")).get().satisfies(service -> {
            assertThat(service.name()).isEqualTo("DB");
            assertThat(service.owner()).isEqualTo("team-data");
            assertThat(service.technology()).isEqualTo("PostgreSQL 16");
            assertThat(service.tags()).containsExactly("tier-1", "core");
            assertThat(service.links())
                    .isEqualTo(Map.of(
                            "url", "https://wiki.example/db",
                            "runbook", "https://wiki.example/run",
                            "Security", "https://sec.example"));
            assertThat(service.source()).hasToString("bank.json:2:23");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Database                | x                               | database
            External System, cache  | x                               | external
            Message_Bus             | x                               | queue
            web browser             | x                               | web
            drawn                   | x                               | database
            ''                      | Oracle Database Schema          | database
            ''                      | Amazon Web Services RDS         | database
            ''                      | Apache Kafka 3.9                | queue
            ''                      | Redis                           | cache
            ''                      | Java and Kafka                  | service
            ''                      | Databaseless                    | service
            ''                      | Nginx, TLS                      | gateway
            """)
    void theKindFollowsTagsThenShapesThenTechnology(String tags, String technology, String kind) {
        Loaded loaded = read("""
                {"model": {"softwareSystems": [{"id": "1", "name": "S", "containers": [
                  {"id": "2", "name": "C", "tags": "%s", "technology": "%s"}]}]},
                 "views": {"configuration": {"styles": {"elements": [{"tag": "drawn", "shape": "Cylinder"}]}}}}
                """.formatted(tags, technology));
        assertThat(Told.services(loaded)).containsExactly("S/C " + kind + " in S");
    }

    @Test
    void healthChecksOfAllEnvironmentsBelongToTheContainer() {
        Loaded loaded = read("""
                {"model": {"softwareSystems": [
                    {"id": "1", "name": "S", "containers": [{"id": "2", "name": "C"}]}, {"id": "3", "name": "T"}],
                  "deploymentNodes": [
                    {"id": "10", "name": "n", "environment": "Live", "children": [{"id": "11", "name": "m", "containerInstances": [
                      {"id": "12", "containerId": "2", "relationships": [{"destinationId": "14", "linkedRelationshipId": "9"}],
                       "healthChecks": [
                         {"name": "a", "url": "http://a.example/health", "interval": 30, "timeout": 250},
                         {"name": "b", "url": "http://b.example/health", "interval": 0, "timeout": 0},
                         {"name": "c", "url": "nonsense"}]}]}]},
                    {"id": "13", "name": "n", "environment": "Test", "softwareSystemInstances": [
                        {"id": "14", "softwareSystemId": "3", "healthChecks": [{"name": "t", "url": "http://t.example"}]},
                        {"id": "15", "softwareSystemId": "1", "healthChecks": [{"name": "s", "url": "http://s.example"}]}],
                      "containerInstances": [
                      {"id": "16", "containerId": "2", "healthChecks": [{"name": "a", "url": "http://a.example/health"}]}]}]}}
                """);
        assertThat(loaded.topology().dependencies()).isEmpty();
        assertThat(asked(loaded, "S/C"))
                .containsExactly(
                        "http://a.example/health PT30S PT0.25S bank.json:7:31",
                        "http://b.example/health " + HealthCheck.DEFAULT_INTERVAL + " " + HealthCheck.DEFAULT_TIMEOUT
                                + " bank.json:8:31");
        assertThat(asked(loaded, "T"))
                .containsExactly("http://t.example " + Duration.ofMinutes(1) + " PT5S bank.json:11:85");
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "bad-url bank.json:9:31 [nonsense]", "structurizr-check-of-system bank.json:12:85 [S]");
    }

    @Test
    void whatCannotBeReadAsMeantIsReportedAndTheRestIsKept() {
        Loaded loaded = read("""
                {"model": {"customElements": [{"id": "7", "name": "Sun"}], "softwareSystems": [
                  {"id": "1", "name": "A", "relationships": [{"destinationId": "99"}, {"destinationId": "7"}]},
                  {"id": "2"}, "text", {"id": "3", "name": "B", "containers": null}]}}
                """);
        assertThat(Told.ids(loaded)).containsExactly("A", "B");
        assertThat(Told.edges(loaded)).isEmpty();
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "structurizr-custom-element bank.json:1:51 [Sun]",
                        "structurizr-unknown-element bank.json:2:64 [99]",
                        "empty-name bank.json:3:3 []",
                        "expected-mapping bank.json:3:16 [softwareSystems]");
    }

    @Test
    void ofTwoListsUnderOneKeyTheLaterOneCountsAndThatIsSaid() {
        Loaded loaded = read("""
                {"model": {"softwareSystems": [{"id": "1", "name": "A"}], "softwareSystems": [{"id": "2", "name": "B"}]}}
                """);
        assertThat(Told.ids(loaded)).containsExactly("B");
        assertThat(Told.problems(loaded)).singleElement().asString().startsWith("duplicate-key bank.json:1:59");
    }

    @Test
    void anEncryptedWorkspaceSaysSo() {
        Loaded loaded = read("""
                {"id": 1, "name": "W", "ciphertext": "abc", "encryptionStrategy": {"type": "aes"}}
                """);
        assertThat(Told.problems(loaded)).containsExactly("structurizr-encrypted bank.json:1:1 []");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": {\"elements\": {}}, \"views\": {}}",
                "{\"model\": \"x\", \"softwareSystems\": []}",
                "{\"softwareSystems\": []}",
                "{\"model\": {}}"
            })
    void otherDocumentsAreLeftAlone(String json) {
        assertThat(read(json).problems()).extracting(problem -> problem.code()).containsExactly("not-a-topology");
    }

    private static Loaded read(String json) {
        return Told.read("bank.json", json);
    }

    private static List<String> asked(Loaded loaded, String id) {
        return loaded.topology().service(id).map(Service::healthChecks).orElseThrow().stream()
                .map(check -> check.url() + " " + check.interval() + " " + check.timeout() + " " + check.source())
                .toList();
    }
}
