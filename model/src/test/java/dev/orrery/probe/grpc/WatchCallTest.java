package dev.orrery.probe.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Clocks;
import dev.orrery.probe.KnownSecrets;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbePlan;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Prober;
import dev.orrery.probe.Secret;
import dev.orrery.probe.SecretAudience;
import dev.orrery.probe.SteadyClock;
import dev.orrery.probe.Subscription;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The stream `Watch` over real HTTP/2.
class WatchCallTest {
    private static final String SECRET = "Bearer canary-0123456789";
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<Verdict> said = new ArrayList<>();
    private WatchServer server;

    @BeforeEach
    void start() throws IOException {
        server = new WatchServer(null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsEachMessageAsItComes() {
        server.say(WatchServer.SERVING);
        server.say(WatchServer.NOT_SERVING);
        server.say("0000000000");
        server.say("00000000020803");
        server.end();

        assertThat(follow(LONG)).isEqualTo(Subscription.End.BROKEN);
        assertThat(said).containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.NONE, Verdict.NONE);
    }

    @Test
    void knowsThatAServerHasNone() {
        server.status = null;

        assertThat(follow(LONG)).isEqualTo(Subscription.End.NOT_OFFERED);
        assertThat(said).isEmpty();
        assertThat(server.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"7, NOT_OFFERED", "12, NOT_OFFERED", "16, NOT_OFFERED", "0, BROKEN", "13, BROKEN", "many, BROKEN"})
    void readsHowAStreamEnded(String status, Subscription.End end) {
        server.status = status;
        server.end();

        assertThat(follow(LONG)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000020804", "0100000002", "00ffffffff", "0000001000"})
    void endsAStreamOnWhichNothingSensibleIsSaid(String message) {
        server.say(message);
        server.end();

        assertThat(follow(LONG)).isEqualTo(Subscription.End.BROKEN);
        assertThat(said).isEmpty();
    }

    @Test
    void waitsNoLongerForTheFirstWordThanForAnAnswer() {
        assertThat(follow(Duration.ofMillis(300))).isEqualTo(Subscription.End.BROKEN);
        assertThat(said).isEmpty();
    }

    @Test
    void sendsASecretToItsAudienceAndElseNothing() throws InterruptedException {
        server.end();
        assertThat(follow(LONG, "token", trust())).isEqualTo(Subscription.End.BROKEN);
        assertThat(server.server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo(SECRET);

        assertThat(follow(LONG, "other", trust())).isEqualTo(Subscription.End.NOT_OFFERED);
        assertThat(follow(LONG, "token", Trust.NONE)).isEqualTo(Subscription.End.BROKEN);
        assertThat(server.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void hangsUpWhenItsThreadIsInterrupted() throws Exception {
        BlockingQueue<Verdict> heard = new LinkedBlockingQueue<>();
        server.say(WatchServer.SERVING);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Subscription.End> following =
                    threads.submit(() -> subscription(LONG, null, trust()).follow(heard::add));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(Verdict.PASS);
            threads.shutdownNow();

            assertThat(following.get(20, TimeUnit.SECONDS)).isEqualTo(Subscription.End.BROKEN);
        }
        assertThat(server.isLeft()).isTrue();
    }

    @Test
    void showsAChangeLongBeforeTheIntervalAndLeavesNothingBehind() throws Exception {
        BlockingQueue<Observation> answers = new LinkedBlockingQueue<>();
        Clocks clocks = new Clocks(InstantSource.system(), new SteadyClock(InstantSource.system()));
        HealthCheck rarely = check(LONG, null, Duration.ofHours(1));
        server.say(WatchServer.SERVING);
        try (Prober prober = Prober.live(
                probe(trust()),
                WatchCallTest.this::trust,
                clocks,
                new Random(7),
                report -> answers.addAll(report.answers()))) {
            prober.retarget(new ProbePlan(
                    List.of(new ProbeTarget(new CheckId("shop", 0), rarely)), Map.of(), HealthPolicy.DEFAULT, 1));
            assertThat(next(answers).verdict()).isEqualTo(Verdict.PASS);
            server.says = WatchServer.NOT_SERVING;
            server.say(WatchServer.NOT_SERVING);

            Observation changed = next(answers);
            assertThat(changed.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(changed.reason().code()).isEqualTo("grpc-not-serving");
        }
        assertThat(server.isLeft()).isTrue();
    }

    private static Observation next(BlockingQueue<Observation> answers) throws InterruptedException {
        Observation next = answers.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private Subscription.End follow(Duration timeout) {
        return follow(timeout, null, trust());
    }

    private Subscription.End follow(Duration timeout, @Nullable String secret, Trust trust) {
        return subscription(timeout, secret, trust).follow(said::add);
    }

    private Subscription subscription(Duration timeout, @Nullable String secret, Trust trust) {
        ProbeTarget target = new ProbeTarget(new CheckId("shop", 0), check(timeout, secret, Duration.ofSeconds(15)));
        return probe(trust).subscription(target).orElseThrow();
    }

    private HealthCheck check(Duration timeout, @Nullable String secret, Duration interval) {
        Map<String, String> headers = secret == null ? Map.of() : Map.of("Authorization", secret);
        return new HealthCheck(server.url(), interval, timeout, null, SourceLocation.startOf("shop.yaml"))
                .with(new HealthRequest(new TreeMap<>(headers), false));
    }

    private Trust trust() {
        return Trust.of(List.of(origin()));
    }

    private Origin origin() {
        return Origin.of(server.url()).orElseThrow();
    }

    private GrpcProbe probe(Trust trust) {
        Secret secret = Secret.of(SECRET);
        KnownSecrets secrets = new KnownSecrets(
                Map.of("token", secret, "other", secret),
                Map.of("token", SecretAudience.of("token", List.of(origin()))));
        return new GrpcProbe(
                () -> trust,
                host -> List.of(InetAddress.getByName(host)),
                secrets,
                InstantSource.system(),
                "Orrery/test",
                Tls.ofThePlatform());
    }
}
