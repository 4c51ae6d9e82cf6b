package dev.orrery.probe.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.KnownSecrets;
import dev.orrery.probe.Limits;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Round;
import dev.orrery.probe.Secret;
import dev.orrery.probe.SecretAudience;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import dev.orrery.topology.Measured;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusProbeTest {
    private static final String SHOP = "{\"instance\":\"http://shop.example/health\",\"job\":\"blackbox\"}";
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");

    private FakePrometheus server;

    @BeforeEach
    void start() throws IOException {
        server = new FakePrometheus();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aProbeThatSucceedsIsAPassThatSaysWhereItComesFrom() {
        server.with("probe_success", Map.of(SHOP, "3 1")).with("probe_duration_seconds", Map.of(SHOP, "3 0.25"));

        Observation answer = ask(shop());

        assertThat(answer.verdict()).isEqualTo(Verdict.PASS);
        assertThat(answer.reason().text())
                .isEqualTo("From Prometheus at %s: its probe succeeds"
                        .formatted(server.url().substring("http://".length())));
        assertThat(answer.format()).isEqualTo("prometheus");
        assertThat(answer.took()).isEqualTo(Duration.ofMillis(250));
        assertThat(answer.sampled()).isEqualTo(FakePrometheus.ago(3));
        assertThat(answer.httpStatus()).isNull();
    }

    @Test
    void aProbeThatFailsIsAFailure() {
        server.with("probe_success", Map.of(SHOP, "3 0"));

        Observation answer = ask(shop());

        assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(answer.isTimed()).isFalse();
        assertThat(answer.components())
                .containsExactly(new ComponentHealth("probe_success", Health.DOWN, null, List.of()));
    }

    @Test
    void aFewQueriesServeAllServices() throws InterruptedException {
        Map<String, String> up = new TreeMap<>();
        List<ProbeTarget> targets = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            up.put("{\"job\":\"s" + i + "\",\"instance\":\"10.1.0.1:" + (2_000 + i) + "\"}", "2 " + i % 2);
            targets.add(target("s" + i, byNames(List.of())));
        }
        server.with("up", up);

        List<Observation> answers = Round.ask(probe(Secrets.NONE), targets, Limits.DEFAULT);

        assertThat(answers).hasSize(500);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.verdict())
                        .isEqualTo(
                                Integer.parseInt(answer.check().service().substring(1)) % 2 == 1
                                        ? Verdict.PASS
                                        : Verdict.FAIL));
        assertThat(server.queries())
                .containsExactly(
                        "time()",
                        "group by (job) (present_over_time(probe_success[1h]))",
                        "probe_success[130s]",
                        "probe_duration_seconds[130s]",
                        "probe_ssl_earliest_cert_expiry[130s]",
                        "up[130s]",
                        "ALERTS{alertstate=\"firing\"}");
    }

    @Test
    void someOfSeveralInstancesAreAWarningAndAllAreAFailure() {
        Map<String, String> some = IntStream.range(0, 3)
                .boxed()
                .collect(Collectors.toMap(
                        i -> "{\"job\":\"shop\",\"instance\":\"10.0.0." + i + ":80\"}", i -> "1 " + (i == 0 ? 0 : 1)));
        server.with("up", some);
        Observation answer = ask(shop());
        assertThat(answer.verdict()).isEqualTo(Verdict.WARN);
        assertThat(answer.reason().text()).endsWith("the metrics of 1 of 3 instances cannot be read");
        assertThat(answer.components().getFirst().parts())
                .extracting(ComponentHealth::name)
                .startsWith("10.0.0.0:80");

        some.replaceAll((_, _) -> "1 0");
        server.with("up", some);
        assertThat(ask(shop()).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void metricsThatCannotBeReadOnlyWarnWhereTheServiceIsProbed() {
        server.with("probe_success", Map.of(SHOP, "3 1"))
                .with("up", Map.of("{\"job\":\"shop\",\"instance\":\"10.0.0.1:9\"}", "3 0"));

        assertThat(ask(shop()).verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void anOldSampleIsNoAnswer() {
        server.with("probe_success", Map.of(SHOP, "40 1"));

        Observation answer = ask(shop());

        assertThat(answer.verdict()).isEqualTo(Verdict.GAP);
        assertThat(answer.reason().code()).isEqualTo("prometheus-old");
        assertThat(answer.components())
                .containsExactly(new ComponentHealth(
                        "probe_success", Health.UNKNOWN, "The newest sample is too old to say anything", List.of()));
    }

    @Test
    void aSampleCountsForAsLongAsItTakesUntilTheNext() {
        server.with(
                "probe_success",
                FakePrometheus.ok("{\"resultType\":\"matrix\",\"result\":[{\"metric\":" + SHOP + ",\"values\":[["
                        + (FakePrometheus.NOW - 100) + ",\"1\"],[" + (FakePrometheus.NOW - 40) + ",\"1\"]]}]}"));

        assertThat(ask(shop()).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whereTheExporterIsGoneNothingIsSaidOfWhatItProbes() {
        server.with("up", Map.of("{\"job\":\"tcp\",\"instance\":\"shop.example:80\"}", "3 0"))
                .withNow("group by (job) (present_over_time(probe_success[1h]))", Map.of("{\"job\":\"tcp\"}", "1"));

        Observation answer = ask(shop());

        assertThat(answer.verdict()).isEqualTo(Verdict.GAP);
        assertThat(answer.reason().code()).isEqualTo("prometheus-prober-gone");
    }

    @Test
    void aServiceThatTheServerDoesNotKnowIsUnknown() {
        Observation answer = ask(shop());

        assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
        assertThat(answer.reason().code()).isEqualTo("prometheus-nothing");
        assertThat(answer.sampled()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, PASS, prometheus-pass",
        "0, FAIL, prometheus-fail",
        "0.97, NONE, prometheus-none",
        "NaN, NONE, prometheus-none",
        "+Inf, NONE, prometheus-none",
    })
    void aQueryOfItsOwnGivesOneOrZero(String value, Verdict verdict, String code) {
        server.withNow("slo", Map.of("{}", value));

        Observation answer = ask(target("shop", own("slo")));

        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reason().code()).isEqualTo(code);
        assertThat(server.queries()).containsExactly("time()", "slo", "timestamp(\nslo\n)");
    }

    @Test
    void theWorstOfSeveralValuesDecidesAndNoneSaysNothing() {
        server.withNow("slo", Map.of("{\"zone\":\"a\"}", "1", "{\"zone\":\"b\"}", "0"));
        assertThat(ask(target("shop", own("slo"))).verdict()).isEqualTo(Verdict.FAIL);

        Observation none = ask(target("shop", own("other")));
        assertThat(none.verdict()).isEqualTo(Verdict.NONE);
        assertThat(none.reason().code()).isEqualTo("prometheus-empty");
    }

    @Test
    void aQueryTellsTheAgeOfItsSamples() {
        server.withNow("slo", Map.of("{\"zone\":\"a\"}", "1"))
                .withNow("timestamp(\nslo\n)", Map.of("{\"zone\":\"a\"}", Long.toString(FakePrometheus.NOW - 90)));

        assertThat(ask(target("shop", own("slo"))).reason().code()).isEqualTo("prometheus-old");
    }

    @Test
    void aRulesQueryIsAskedOnceForAllAndItsLabelsTellWhose() throws InterruptedException {
        server.withNow("slo", Map.of("{\"service\":\"shop\"}", "1", "{\"service\":\"cart\"}", "0"));
        Measured rule = new Measured("slo", true, null, new TreeSet<>(), List.of());

        List<Observation> answers =
                Round.ask(probe(Secrets.NONE), List.of(target("cart", rule), target("shop", rule)), Limits.DEFAULT);

        assertThat(answers).extracting(Observation::verdict).containsExactly(Verdict.FAIL, Verdict.PASS);
        assertThat(server.queries()).filteredOn("slo"::equals).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "critical, '', WARN",
        "critical, critical, FAIL",
        "warning, critical, WARN",
        "info, '', PASS",
        "none, '', PASS",
    })
    void anAlertCountsBySeverity(String severity, String failOn, Verdict verdict) {
        server.with("probe_success", Map.of(SHOP, "3 1"))
                .withNow(
                        "ALERTS{alertstate=\"firing\"}",
                        Map.of(
                                "{\"alertname\":\"Slow\",\"service\":\"shop\",\"severity\":\"" + severity + "\"}",
                                "1",
                                "{\"alertname\":\"Other\",\"service\":\"cart\",\"severity\":\"page\"}",
                                "1"));
        Measured measured = new Measured(null, true, null, new TreeSet<>(List.of(failOn)), declared());

        Observation answer = ask(target("shop", measured));

        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.components())
                .extracting(ComponentHealth::name)
                .containsExactly("probe_success", "alert Slow (" + severity + ")");
    }

    @Test
    void whatAlertmanagerSaysTakesThePlaceOfTheServersOwnAlerts() {
        server.with("probe_success", Map.of(SHOP, "3 1"))
                .withNow("ALERTS{alertstate=\"firing\"}", Map.of("{\"alertname\":\"Silenced\",\"job\":\"shop\"}", "1"))
                .with("alerts", FakePrometheus.body("""
                        [{"labels": {"alertname": "Slow", "severity": "warning", "instance": "shop.example:80"},
                          "annotations": {"summary": "It is \\u001b[31mslow"}, "status": {"state": "active"}}]
                        """));
        Measured measured =
                new Measured(null, true, server.url() + "/am/", new TreeSet<>(List.of("critical")), declared());

        Observation answer = ask(target("shop", measured));

        assertThat(answer.verdict()).isEqualTo(Verdict.WARN);
        assertThat(answer.reason().text()).endsWith("alert Slow (warning)");
        assertThat(answer.components().getLast().detail()).isEqualTo("It is [31mslow");
        assertThat(server.queries())
                .contains("/am/api/v2/alerts?active=true&silenced=false&inhibited=false")
                .doesNotContain("ALERTS{alertstate=\"firing\"}");
    }

    @Test
    void whereAlertmanagerIsSilentTheServersOwnAlertsCountAndThatIsSaid() {
        server.withNow("ALERTS{alertstate=\"firing\"}", Map.of("{\"alertname\":\"Slow\",\"job\":\"shop\"}", "1"))
                .with("alerts", new MockResponse.Builder().code(500).build());
        Measured measured = new Measured(null, true, server.url(), new TreeSet<>(), declared());

        Observation answer = ask(target("shop", measured));

        assertThat(answer.verdict()).isEqualTo(Verdict.WARN);
        assertThat(answer.components().getLast().name()).isEqualTo("Alertmanager");
        assertThat(answer.components().getLast().detail()).contains("cannot be asked: status 500");
    }

    @Test
    void aServerThatIsGoneIsNobodysFault() {
        server.close();

        Observation answer = ask(shop());

        assertThat(answer.verdict()).isEqualTo(Verdict.GAP);
        assertThat(answer.reason().code()).isEqualTo("prometheus-unreachable");
        assertThat(answer.reason().text()).contains("so nothing is known", "Connection refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "503 | oops | GAP | status 503",
                "503 | {\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"too slow\"} | GAP | too slow",
                "400 | {\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"} | NONE | parse error",
                "401 | no | NONE | status 401",
                "302 | moved | NONE | status 302",
                "200 | <html>login</html> | NONE | does not answer as Prometheus does",
                "200 | {\"status\":\"success\"} | NONE | does not answer as Prometheus does",
                "200 | {\"status\":\"error\",\"status\":\"success\",\"data\":{\"result\":[]}} | NONE | as Prometheus does",
                "200 | {\"status\":\"success\",\"data\":{\"result\":[]}} x | NONE | as Prometheus does",
                "200 | {\"status\":\"success\",\"data\":{\"result\":[{\"metric\": | NONE | as Prometheus does",
                "200 | [] | NONE | does not answer as Prometheus does",
            })
    void anAnswerThatIsNoneIsToldInWords(int status, String body, Verdict verdict, String words) {
        server.with(
                "probe_success",
                new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", "http://127.0.0.1:1/")
                        .body(body)
                        .build());

        Observation answer = ask(shop());

        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reason().code()).isEqualTo("prometheus-refuses");
        assertThat(answer.reason().text()).contains(words);
    }

    @Test
    void noMoreIsReadThanFits() {
        String item = "{\"metric\":{\"job\":\"" + "x".repeat(60_000) + "\"},\"value\":[1,\"1\"]},";
        server.with("up", FakePrometheus.ok("{\"resultType\":\"matrix\",\"result\":[" + item.repeat(600) + "{}]}"));

        assertThat(ask(shop()).reason().text()).contains("longer than 32 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1,2]", "[1,\"x\"]", "[-5,\"1\"]", "[1e999,\"1\"]", "[9e99999999,\"1\"]", "{}", "7", "null"})
    void valuesThatAreNoneAreNoAnswer(String value) {
        server.with(
                "up",
                FakePrometheus.ok("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"job\":\"shop\"},"
                        + "\"values\":[" + value + "]}, 5, null, {\"metric\":3}]}"));

        assertThat(ask(shop()).reason().code()).isEqualTo("prometheus-nothing");
    }

    @Test
    void warningsAreToldInWords() {
        server.with(
                "up",
                FakePrometheus.body(
                        "{\"status\":\"success\",\"warnings\":[\"store \\u202ea is away\"],\"data\":{\"result\":[]}}"));

        Observation answer = ask(shop());

        assertThat(answer.components())
                .containsExactly(new ComponentHealth("Prometheus", Health.UNKNOWN, "store a is away", List.of()));
    }

    @Test
    void nothingIsSentToWhomIsNotAllowed() {
        Observation answer = new PrometheusProbe(
                        () -> Trust.NONE,
                        host -> List.of(InetAddress.getByName(host)),
                        Secrets.NONE,
                        InstantSource.system(),
                        "Orrery/test",
                        Tls.ofThePlatform())
                .ask(shop());

        assertThat(answer.verdict()).isEqualTo(Verdict.GAP);
        assertThat(server.queries()).isEmpty();
    }

    @Test
    void aSecretGoesToItsAudienceAloneAndIsNowhereSeen() {
        server.with(
                "probe_success",
                new MockResponse.Builder()
                        .code(400)
                        .body("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"tok-en-12345 is wrong\"}")
                        .build());
        Origin origin = Origin.of(server.url()).orElseThrow();
        ProbeTarget target = target("shop", byNames(declared()), Map.of("Authorization", "token"));

        Observation given = ask(
                target,
                new KnownSecrets(
                        Map.of("token", Secret.of("tok-en-12345")),
                        Map.of("token", SecretAudience.of("token", List.of(origin)))));
        assertThat(given.reason().code()).isEqualTo("prometheus-refuses");
        assertThat(given.toString()).doesNotContain("tok-en-12345");

        int asked = server.queries().size();
        Observation withheld = ask(
                target,
                new KnownSecrets(
                        Map.of("token", Secret.of("tok-en-12345")),
                        Map.of("token", SecretAudience.of("token", List.of()))));
        assertThat(withheld.reason().code()).isEqualTo("secret-not-for");
        assertThat(server.queries()).hasSize(asked);
    }

    @Test
    void whenTheCertificateEndsIsTold() {
        server.with("probe_success", Map.of(SHOP, "3 1"))
                .with("probe_ssl_earliest_cert_expiry", Map.of(SHOP, "3 1.8e+09"));

        assertThat(ask(shop()).components().getLast())
                .isEqualTo(new ComponentHealth(
                        "probe_ssl_earliest_cert_expiry",
                        Health.UP,
                        "The certificate holds until 2027-01-15",
                        List.of()));
    }

    private Observation ask(ProbeTarget target) {
        return ask(target, Secrets.NONE);
    }

    private Observation ask(ProbeTarget target, Secrets secrets) {
        PrometheusProbe probe = probe(secrets);
        probe.prepare(List.of(target));
        return probe.ask(target);
    }

    private PrometheusProbe probe(Secrets secrets) {
        Trust trust = Trust.of(List.of(Origin.of(server.url()).orElseThrow()));
        return new PrometheusProbe(
                () -> trust,
                host -> List.of(InetAddress.getByName(host)),
                secrets,
                InstantSource.system(),
                "Orrery/test",
                Tls.ofThePlatform());
    }

    private ProbeTarget shop() {
        return target("shop", byNames(declared()));
    }

    private static Measured byNames(List<HealthCheck> declared) {
        return Measured.byNames(declared);
    }

    private static Measured own(String query) {
        return new Measured(query, false, null, new TreeSet<>(), List.of());
    }

    private static List<HealthCheck> declared() {
        return List.of(new HealthCheck(
                "http://shop.example/health", Duration.ofSeconds(15), Duration.ofSeconds(5), null, HERE));
    }

    private ProbeTarget target(String service, Measured measured) {
        return target(service, measured, Map.of());
    }

    private ProbeTarget target(String service, Measured measured, Map<String, String> headers) {
        @Nullable Duration bound = null;
        HealthRequest request = new HealthRequest(new TreeMap<>(headers), false, measured);
        return new ProbeTarget(
                new CheckId(service, 0),
                new HealthCheck(
                        server.url(),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(10),
                        bound,
                        Expectation.NONE,
                        request,
                        HERE));
    }
}
