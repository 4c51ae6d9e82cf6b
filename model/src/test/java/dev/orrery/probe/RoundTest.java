package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTest {
    @Test
    void asksEachTargetOnceAndAnswersInOrder() throws InterruptedException {
        List<ProbeTarget> targets = IntStream.range(0, 500)
                .mapToObj(i -> target("service-" + (999 - i), "http://host" + i % 7 + "/"))
                .toList();
        AtomicInteger asked = new AtomicInteger();

        List<Observation> round = Round.ask(
                target -> {
                    asked.incrementAndGet();
                    return pass(target);
                },
                targets,
                Limits.DEFAULT);

        assertThat(asked).hasValue(500);
        assertThat(round).extracting(Observation::check).isSorted().hasSize(500);
    }

    @Test
    void runsAsManyTogetherAsItMayAndNoMorePerHost() throws InterruptedException {
        // Two hosts with two places each: only where all four run together does anyone get on.
        CyclicBarrier four = new CyclicBarrier(4);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<ProbeTarget> targets = IntStream.range(0, 40)
                .mapToObj(i -> target("service-" + i, "http://host" + i % 2 + "/"))
                .toList();

        Round.ask(
                target -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    try {
                        four.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    } finally {
                        running.decrementAndGet();
                    }
                    return pass(target);
                },
                targets,
                new Limits(100, 2));

        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void saysOfWhatItCannotAskThatItCannot() {
        ProbeByScheme probe = new ProbeByScheme(Map.of("http", RoundTest::pass), InstantSource.system());

        assertThat(probe.ask(target("a", "http://a/")).verdict()).isEqualTo(Verdict.PASS);
        assertThat(probe.ask(target("a", "grpc://a:9000")).reason().code()).isEqualTo("scheme-not-asked");
        assertThat(probe.ask(target("a", "ftp://a:21")).reason().code()).isEqualTo("scheme-not-asked");
        assertThat(probe.ask(target("a", "a")).reason().code()).isEqualTo("bad-url");
        assertThat(probe.ask(target("a", "grpc://a:9000")).verdict()).isEqualTo(Verdict.NONE);
    }

    private static ProbeTarget target(String service, String url) {
        return new ProbeTarget(
                new CheckId(service, 0),
                new HealthCheck(
                        url,
                        HealthCheck.DEFAULT_INTERVAL,
                        HealthCheck.DEFAULT_TIMEOUT,
                        null,
                        SourceLocation.startOf("shop.yaml")));
    }

    private static Observation pass(ProbeTarget target) {
        return new Observation(
                target.id(),
                Instant.EPOCH,
                Duration.ZERO,
                Verdict.PASS,
                Reason.of("answers", "200"),
                200,
                null,
                List.of(),
                null);
    }
}
