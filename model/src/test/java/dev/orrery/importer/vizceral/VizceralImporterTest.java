package dev.orrery.importer.vizceral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VizceralImporterTest {
    private static final String TWO_REGIONS = """
            {"renderer": "global", "name": "edge", "displayName": "Video",
             "nodes": [
              {"renderer": "region", "name": "INTERNET"},
              {"renderer": "region", "name": "east", "displayName": "East", "class": "normal",
               "nodes": [
                {"name": "INTERNET", "renderer": "focusedChild"},
                {"name": "gate", "renderer": "focusedChild"},
                {"name": "play"},
                {"name": "films", "node_type": "storage"}],
               "connections": [
                {"source": "INTERNET", "target": "gate", "metrics": {"normal": 10.5, "danger": 1}},
                {"source": "gate", "target": "play"},
                {"source": "play", "target": "films"}]},
              {"renderer": "region", "name": "west",
               "nodes": [{"name": "INTERNET"}, {"name": "gate"}, {"name": "redis"}],
               "connections": [
                {"source": "INTERNET", "target": "gate"},
                {"source": "gate", "target": "redis"}]}],
             "connections": [{"source": "INTERNET", "target": "east"}]}
            """;

    @Test
    void regionsAreBoundariesAndTrafficIsObserved() {
        Loaded loaded = Texts.named("traffic.json", TWO_REGIONS).read();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().name()).isEqualTo("Video");
        assertThat(Texts.boundaries(loaded)).containsExactly("east: region (East)", "west: region (west)");
        assertThat(Texts.services(loaded))
                .containsExactly(
                        "INTERNET: external",
                        "east > east/gate: service",
                        "east > films: database",
                        "east > play: service",
                        "west > redis: cache",
                        "west > west/gate: service");
        assertThat(Texts.evidence(loaded))
                .containsExactly(
                        "INTERNET -> east/gate observed vizceral.connection 11:38",
                        "INTERNET -> west/gate observed vizceral.connection 17:38",
                        "east/gate -> play observed vizceral.connection 12:34",
                        "play -> films observed vizceral.connection 13:34",
                        "west/gate -> redis observed vizceral.connection 18:34");
        assertThat(Texts.service(loaded, "east/gate").name()).isEqualTo("gate");
    }

    @Test
    void trafficBetweenRegionsThatNoMemberStatesIsReported() {
        Loaded loaded = Texts.named(
                        "traffic.json",
                        TWO_REGIONS.replace(
                                "{\"source\": \"INTERNET\", \"target\": \"east\"}",
                                "{\"source\": \"east\", \"target\": \"west\"}"))
                .read();
        assertThat(Texts.problems(loaded)).containsExactly("relation-with-opened @ traffic.json:19:47");
        assertThat(Texts.edges(loaded)).hasSize(5);
    }

    @Test
    void oneRegionAloneIsABoundaryToo() {
        Loaded loaded = Texts.named("east.json", """
                {"renderer": "region", "name": "east", "nodes": [{"name": "a"}, {"name": "b"}],
                 "connections": [{"source": "a", "target": "b"}]}
                """).read();
        assertThat(Texts.boundaries(loaded)).containsExactly("east: region (east)");
        assertThat(Texts.services(loaded)).containsExactly("east > a: service", "east > b: service");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
    }

    @Test
    void namesAreToldApartAcrossFiles() {
        String other = "{\"renderer\": \"region\", \"name\": \"west\", \"nodes\": [{\"name\": \"a\"}]}";
        Loaded loaded = Texts.named("east.json", other.replace("west", "east"))
                .with("west.json", SourceFile.Role.NAMED, other)
                .with("west-again.json", SourceFile.Role.FOUND, other)
                .read();
        assertThat(Texts.services(loaded)).containsExactly("east > east/a: service", "west > west/a: service");
    }

    @Test
    void metadataMaySayWhatTheFormatHasNoPlaceFor() {
        Loaded loaded = Texts.named("traffic.json", """
                {"renderer": "region", "name": "east",
                 "nodes": [
                  {"name": "a",
                   "metadata": {"owner": "team-a", "technology": "Java", "tags": ["tier-1"], "streaming": 1,
                                "health": "http://localhost:1/health", "kind": "gateway"},
                   "notices": [{"title": "Slow", "link": "https://wiki.example/slow", "severity": 1}, {"title": "x"}],
                   "nodes": [
                    {"name": "a-v1", "metadata": {"version": "1"}, "metrics": {"normal": 940, "danger": 10}},
                    {"name": "a-v2", "metadata": {"version": "2", "health": "http://localhost:2/health"},
                     "metrics": {"normal": 50}}]},
                  {"name": "b"}],
                 "connections": [
                  {"source": "a", "target": "b", "metadata": {"required": false, "protocol": "grpc", "kind": "async"}}]}
                """).read();
        assertThat(loaded.problems()).isEmpty();
        Service service = Texts.service(loaded, "a");
        assertThat(service.owner()).isEqualTo("team-a");
        assertThat(service.technology()).isEqualTo("Java");
        assertThat(service.tags()).containsExactly("tier-1");
        assertThat(service.kind().word()).isEqualTo("gateway");
        assertThat(service.links()).containsOnly(Map.entry("Slow", "https://wiki.example/slow"));
        assertThat(service.healthChecks()).extracting(HealthCheck::url).containsExactly("http://localhost:1/health");
        assertThat(service.releases())
                .extracting(release -> release.version() + " " + release.weight() + " "
                        + (release.healthCheck() == null
                                ? ""
                                : release.healthCheck().url()))
                .containsExactly("1 95 ", "2 5 http://localhost:2/health");
        Dependency dependency = loaded.topology().dependencies().getFirst();
        assertThat(dependency.required()).isFalse();
        assertThat(dependency.protocol()).isEqualTo("grpc");
        assertThat(dependency.kind()).isEqualTo(DependencyKind.ASYNC);
    }

    @Test
    void whatMakesNoSenseIsSaidAndTheRestIsRead() {
        Loaded loaded = Texts.named("traffic.json", """
                {"renderer": "region", "name": "east",
                 "nodes": [{"name": "a"}, {"displayName": "b"}, 7],
                 "connections": [{"source": "a"}, {"source": "no", "target": "a"}, {"source": "a", "target": "gone"}]}
                """).read();
        assertThat(Texts.problems(loaded))
                .containsExactly(
                        "vizceral-node-without-name @ traffic.json:2:27",
                        "vizceral-node-without-name @ traffic.json:2:49",
                        "vizceral-connection-without-end @ traffic.json:3:18",
                        "vizceral-unknown-node @ traffic.json:3:46",
                        "dangling-dependency @ traffic.json:3:94");
        assertThat(Texts.edges(loaded)).containsExactly("a -> gone (dangling)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nodes\": [{\"id\": \"a\"}], \"links\": [{\"source\": \"a\", \"target\": \"a\"}]}",
                "{\"nodes\": [{\"name\": \"a\"}], \"edges\": []}",
                "{\"renderer\": \"global\", \"nodes\": []}"
            })
    void otherGraphsAreLeftAlone(String content) {
        assertThat(Texts.named("graph.json", content).read().problems())
                .extracting(Problem::code)
                .doesNotContain("vizceral-node-without-name")
                .contains("not-a-topology");
    }

    @Test
    void readsTheSmallSampleOfTheFormatsOwners() {
        Loaded loaded = TopologyLoader.standard()
                .load(List.of(Corpus.path("depgraph/Netflix+vizceral-example/src/sample_data_simple.json")));
        assertThat(loaded.problems()).isEmpty();
        assertThat(Texts.services(loaded)).containsExactly("INTERNET: external", "us-east-1 > proxy-prod: service");
        assertThat(Texts.edges(loaded)).containsExactly("INTERNET -> proxy-prod");
    }

    @Test
    void readsAWholeRegionOfTheFormatsOwners() {
        Loaded loaded = TopologyLoader.standard()
                .load(List.of(Corpus.path("depgraph/Netflix+vizceral-example/src/sample_data_region_only.json")));
        assertThat(Texts.problems(loaded))
                .as("two targets of traffic are no nodes there")
                .containsExactly(
                        "dangling-dependency @ sample_data_region_only.json:1214:17",
                        "dangling-dependency @ sample_data_region_only.json:1236:17");
        assertThat(loaded.topology().services()).hasSize(73);
        assertThat(loaded.topology().dependencies())
                .hasSize(157)
                .allMatch(dependency -> dependency.certainty() == Certainty.OBSERVED);
    }
}
