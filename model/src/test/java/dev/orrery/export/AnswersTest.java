package dev.orrery.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.BookingPicture;
import dev.orrery.health.HealthBoard;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.json.Json;
import dev.orrery.json.JsonWriter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final SourceLocation PLACE = new SourceLocation("a/b.yaml", 4, 7);

    @Test
    void showHasEveryKeyAndNullsWhatIsNotKnown() {
        HealthCheck check =
                new HealthCheck("http://localhost:1/h", Duration.ofSeconds(15), Duration.ofMillis(500), null, PLACE);
        Topology topology = new Topology(
                "T",
                List.of(
                        Service.builder("b", PLACE)
                                .kind(ServiceKind.DATABASE)
                                .aliases(Set.of("store", "b.local"))
                                .sources(List.of(PLACE, new SourceLocation("c.yaml", 1, 2)))
                                .build(),
                        Service.of("a", ServiceKind.WEB, PLACE)
                                .withBoundary("x")
                                .withHealthChecks(List.of(check))),
                List.of(new Dependency(
                        "a",
                        "gone",
                        DependencyKind.SYNC,
                        false,
                        null,
                        null,
                        List.of(new Evidence(Certainty.DECLARED, "native.depends_on", PLACE)),
                        true)),
                List.of(new Boundary("x", "X", "system", null, null, PLACE)));

        assertThat(JsonWriter.compact(TopologyJson.of(topology, List.of()))).isEqualTo("""
                {"topology":"T","services":[\
                {"id":"a","name":"a","kind":"web","boundary":"x","owner":null,"technology":null,"aliases":[],"tags":[],\
                "active":true,\
                "availability":null,"latency":null,"sources":["a/b.yaml:4:7"],"health":[{"url":"http://localhost:1/h",\
                "interval":"15s","timeout":"500ms","degradedAbove":null,"expect":null,"http":null,"prometheus":null,"source":"a/b.yaml:4:7"}]},\
                {"id":"b","name":"b","kind":"database","boundary":null,"owner":null,"technology":null,\
                "aliases":["b.local","store"],"tags":[],"active":true,\
                "availability":null,"latency":null,"sources":["a/b.yaml:4:7","c.yaml:1:2"],\
                "health":[]}],\
                "dependencies":[{"from":"a","to":"gone","kind":"sync","required":false,"protocol":null,"dangling":true,\
                "evidence":[{"certainty":"declared","rule":"native.depends_on","source":"a/b.yaml:4:7"}]}],\
                "boundaries":[{"id":"x","name":"X","kind":"system","within":null,"owner":null}],\
                "problems":[]}""");
    }

    @Test
    void checkSaysWhatIsWrongAndHowMuchThereIs() {
        Problem problem = Problem.error("workspace-format", PLACE);
        Finding finding = new Finding(
                "dependency-cycle",
                Problem.warning("dependency-cycle", new SourceLocation("a/b.yaml", 9, 1), "a, b"),
                List.of("b", "a"),
                List.of(),
                List.of(),
                List.of());
        InspectionReport report = new InspectionReport(List.of(finding), List.of(), List.of(), List.of(), false);

        assertThat(JsonWriter.compact(ProblemJson.check(Topology.EMPTY, List.of(problem), report)))
                .startsWith("{\"problems\":[{\"severity\":\"error\",\"code\":\"workspace-format\",\"message\":\"This")
                .contains("\"source\":\"a/b.yaml:4:7\",\"rule\":null,\"subjects\":[]},{\"severity\":\"warning\"")
                .endsWith("""
                        "source":"a/b.yaml:9:1","rule":"dependency-cycle","subjects":["a","b"]}],\
                        "frozen":[],"suppressed":[],"metrics":{"services":0,"dependencies":0,"boundaries":0,"dangling":0,"cycles":0,\
                        "across":{"sync":0,"async":0,"data":0},"sharedStores":[],"boundaryCycles":[],"teams":[],\
                        "perBoundary":[]}}""");
    }

    @Test
    void probeCountsEveryServiceOnce() {
        Json answer = ProbeJson.of(Topology.EMPTY, BookingPicture.board());

        assertThat(JsonWriter.compact(answer))
                .isEqualTo(
                        "{\"services\":[],\"summary\":{\"up\":6,\"degraded\":2,\"down\":2,\"unknown\":2,\"pending\":1,"
                                + "\"notAsked\":1}}");
        assertThat(JsonWriter.compact(ProbeJson.of(BookingPicture.topology(), HealthBoard.EMPTY)))
                .startsWith("{\"services\":[],");
    }
}
