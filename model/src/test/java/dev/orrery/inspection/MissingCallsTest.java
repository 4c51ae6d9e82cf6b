package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Texts;
import dev.orrery.problem.Problem;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Measurement;
import dev.orrery.topology.ObservedCall;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Sighting;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingCallsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Measurement ALL = measurement("prometheus.tempo-service-graph", DependencyKind.values());
    private static final Measurement HTTP = measurement("prometheus.istio", DependencyKind.SYNC);
    private static final String SHOP = """
            topology: Shop
            services:
              web: {depends_on: [api, mail]}
              api: {depends_on: [db, mail]}
              mail: {kind: queue}
              db: {kind: database}
            """;

    @Test
    void aDependencyIsMissedWhereBothOfItsEndsAreSeen() {
        // Who calls: web and api. Who is called: api and mail.
        Sighting seen = told(ALL, "web>api", "api>mail");

        assertThat(missed(seen)).containsExactly("t.yaml:3:27 web mail");
        assertThat(problems(seen).getFirst().message())
                .contains("“web” is declared to need “mail”")
                .contains("http://metrics:9090 has seen no such call since 2026-01-02 02:04 UTC");
    }

    @Test
    void whatTheServerCannotSeeIsNotMissed() {
        assertThat(missed(told(ALL))).as("a server without such measurements").isEmpty();
        assertThat(missed(told(ALL, "web>api")))
                .as("nobody was seen to call mail, and api to call nobody")
                .isEmpty();
        assertThat(missed(told(HTTP, "web>api", "api>mail")))
                .as("messages are no HTTP")
                .isEmpty();
    }

    @Test
    void aCallThatWasSeenIsMissedSinceItWasToldLast() {
        Sighting before = told(ALL, NOW, "web>api", "api>mail", "web>mail");
        Instant later = NOW.plusSeconds(300);
        Set<Pair> stated = Set.of(new Pair("web", "mail"));

        Sighting after = told(ALL, later, "web>api", "api>mail").after(before, stated);
        Sighting longAfter =
                told(ALL, later.plusSeconds(300), "web>api", "api>mail").after(after, stated);

        assertThat(problems(longAfter).getFirst().arguments()).last().isEqualTo("2026-01-02 03:04");
        assertThat(longAfter.since()).as("others").isEqualTo(NOW.minus(HOUR));
        assertThat(told(ALL, later.plus(HOUR), "web>api", "api>mail", "web>mail")
                        .after(longAfter, stated)
                        .ended())
                .isEmpty();
    }

    @Test
    void whereNobodyLookedForLongerNothingIsKnownOfBefore() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));

        Sighting fresh = told(ALL, tomorrow, "web>api", "api>mail");

        assertThat(fresh.after(told(ALL, NOW, "web>mail"), Set.of(new Pair("web", "mail"))))
                .isEqualTo(fresh);
    }

    @Test
    void whatOnlyAServerSeesIsToldWhereTheCallerIsDescribed() {
        Topology seen = topology().observing(told(ALL, "api>web", "web>api").calls());

        assertThat(Inspections.inspect(seen))
                .extracting(finding ->
                        finding.problem().code() + " " + finding.problem().source())
                .containsExactly("dependency-cycle t.yaml:3:22", "observed-not-declared t.yaml:4:3");
    }

    @Test
    void whatAServerSeesMakesNothingElseMissing() {
        Topology seen = topology().observing(told(ALL, "web>api").calls());

        assertThat(Inspections.inspect(seen)).isEmpty();
    }

    private static List<Problem> problems(Sighting sighting) {
        return MissingCalls.of(topology().observing(sighting.calls()), List.of(sighting));
    }

    private static List<String> missed(Sighting sighting) {
        return problems(sighting).stream()
                .map(problem -> problem.source() + " "
                        + String.join(" ", problem.arguments().subList(0, 2)))
                .toList();
    }

    private static Sighting told(Measurement measurement, String... calls) {
        return told(measurement, NOW, calls);
    }

    private static Sighting told(Measurement measurement, Instant at, String... calls) {
        List<ObservedCall> told = Stream.of(calls)
                .map(call -> call.split(">", -1))
                .map(ends -> new ObservedCall(ends[0], ends[1], null, measurement.evidence()))
                .toList();
        return new Sighting(measurement, at.minus(HOUR), at, told, new TreeMap<>(), 0);
    }

    private static Measurement measurement(String rule, DependencyKind... kinds) {
        return new Measurement(
                rule, SourceLocation.server("http://metrics:9090"), new TreeSet<>(EnumSet.copyOf(List.of(kinds))));
    }

    private static Topology topology() {
        return Texts.named("t.yaml", SHOP).read().topology();
    }
}
