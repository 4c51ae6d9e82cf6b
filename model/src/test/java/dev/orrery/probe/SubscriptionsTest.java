package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When a stream is held, what is made of what it says, and when it ends.
class SubscriptionsTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofMinutes(10);

    private final ManualScheduler time = new ManualScheduler();
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final List<Instant> asked = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();
    private final List<Observation> answers = new ArrayList<>();
    private Trust trust = Trust.NONE;
    private final Prober prober = new Prober(
            new FakeProbe(),
            () -> trust,
            Limits.DEFAULT,
            time.clocks(),
            new Random(7),
            time,
            new Workers(),
            report -> answers.addAll(report.answers()));

    @AfterEach
    void endAllStreams() {
        prober.close();
        streams.forEach(stream -> stream.thread().interrupt());
    }

    @Test
    void holdsOneStreamOnceTheServiceHasAnswered() throws Exception {
        retarget("web");
        time.advance(SOON);
        only().say(Verdict.PASS);
        int before = asked.size();

        time.settle();
        assertThat(asked).hasSize(before);
        time.advance(LATER);
        assertThat(streams).hasSize(1);
    }

    @Test
    void asksAtOnceWhereTheStreamSaysOtherwiseAndTakesTheAnswerForWhatCounts() throws Exception {
        retarget("web");
        time.advance(SOON);
        only().say(Verdict.PASS);
        int before = asked.size();
        only().say(Verdict.FAIL);
        time.settle();
        time.advance(Duration.ofMillis(200));

        assertThat(asked).hasSize(before + 1);
        // The service itself answers well, so that is what is known.
        assertThat(answers).isNotEmpty().allMatch(answer -> answer.verdict() == Verdict.PASS);
    }

    @Test
    void seesAChangeWithoutWaitingForTheInterval() throws Exception {
        retarget("web");
        time.advance(SOON);
        only().say(Verdict.PASS);
        verdicts.put("web", Verdict.FAIL);
        Instant changed = time.instant();
        only().say(Verdict.FAIL);
        time.advance(Duration.ofMillis(200));

        assertThat(answers.getLast().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(answers.getLast().steady()).isEqualTo(changed);
    }

    @Test
    void asksNoMoreThanOnceASecondWhateverIsSaid() throws Exception {
        retarget("web");
        time.advance(SOON);
        int before = asked.size();
        for (int i = 0; i < 50; i++) {
            only().say(Verdict.FAIL);
            time.advance(Duration.ofMillis(100));
        }

        assertThat(asked.size() - before).isBetween(4, 6);
    }

    @Test
    void remembersThatThereIsNone() throws Exception {
        retarget("web");
        time.advance(SOON);
        int before = asked.size();
        only().end(Subscription.End.NOT_OFFERED);
        time.settle();

        assertThat(asked).hasSize(before);
        time.advance(LATER);
        prober.pause();
        prober.resume();
        time.advance(LATER);
        assertThat(streams).hasSize(1);
    }

    @Test
    void asksAtOnceWhereAStreamBreaksAndOpensAnotherAfterAWhile() throws Exception {
        retarget("web");
        time.advance(SOON);
        only().say(Verdict.PASS);
        int before = asked.size();
        only().end(Subscription.End.BROKEN);
        time.settle();

        assertThat(asked).hasSize(before + 1);
        assertThat(streams).hasSize(1);
        time.advance(Duration.ofSeconds(30));
        assertThat(answers).allMatch(answer -> answer.verdict() == Verdict.PASS);
        assertThat(streams).hasSize(2);
    }

    @Test
    void opensThemEverMoreRarelyWhereTheyBreakEveryTime() throws Exception {
        retarget("web");
        time.advance(SOON);
        for (int i = 0; i < 600; i++) {
            if (streams.getLast().thread().isAlive()) {
                streams.getLast().end(Subscription.End.BROKEN);
            }
            time.advance(Duration.ofSeconds(15));
        }

        assertThat(streams).hasSizeBetween(10, 20);
        // Nothing was ever said on them, so there was never a reason to ask.
        assertThat(asked).hasSizeBetween(540, 660);
    }

    @Test
    void replacesAStreamThatDidNotSayWhatTheServiceAnswers() throws Exception {
        retarget("web");
        time.advance(SOON);
        only().say(Verdict.PASS);
        verdicts.put("web", Verdict.FAIL);
        time.advance(Duration.ofMinutes(1));

        assertThat(streams).hasSize(2);
        streams.getFirst().awaitEnd();
    }

    @Test
    void holdsNoMoreThanItsBound() {
        retarget(IntStream.range(0, 100).mapToObj(i -> "s" + i).toArray(String[]::new));
        time.advance(Duration.ofMinutes(1));

        assertThat(streams).hasSize(Subscriptions.MOST);
    }

    @Test
    void endsAStreamThatIsNotInThePlanAnyMore() throws Exception {
        retarget("web");
        time.advance(SOON);
        retarget("other");
        time.settle();

        only().awaitEnd();
    }

    @Test
    void endsAStreamWhenPausedAndOpensAnotherWhenResumed() throws Exception {
        retarget("web");
        time.advance(SOON);
        prober.pause();
        time.settle();
        only().awaitEnd();
        time.advance(LATER);
        assertThat(streams).hasSize(1);

        prober.resume();
        time.advance(SOON);
        assertThat(streams).hasSize(2);
    }

    @Test
    void endsAStreamToAnOriginThatIsNotAllowedAnyMore() throws Exception {
        retarget("web");
        time.advance(SOON);
        trust = Trust.NONE;
        time.advance(SOON);

        only().awaitEnd();
        time.advance(LATER);
        assertThat(streams).hasSize(1);
    }

    @Test
    void endsAStreamWhenThisComputerWasAsleep() throws Exception {
        retarget("web");
        time.advance(SOON);
        time.oversleep(Duration.ofMinutes(5));

        streams.getFirst().awaitEnd();
        time.advance(SOON);
        assertThat(streams).hasSize(2);
    }

    @Test
    void endsTheStreamsWhereTheNetworkIsLost() throws Exception {
        retarget("a", "b", "c", "d");
        time.advance(SOON);
        assertThat(streams).hasSize(4);
        for (String name : List.of("a", "b", "c", "d")) {
            verdicts.put(name, Verdict.FAIL);
            reasons.put(name, "connect-timeout");
        }
        time.advance(Duration.ofSeconds(40));

        for (Stream stream : streams) {
            stream.awaitEnd();
        }
        assertThat(streams).hasSize(4);
        verdicts.clear();
        reasons.clear();
        time.advance(Duration.ofSeconds(40));
        assertThat(streams).hasSize(8);
    }

    private Stream only() {
        assertThat(streams).hasSize(1);
        return streams.getFirst();
    }

    private void retarget(String... names) {
        List<ProbeTarget> targets =
                List.of(names).stream().map(SubscriptionsTest::target).toList();
        trust = Trust.of(targets.stream()
                .map(target -> Origin.of(target.check().url()).orElseThrow())
                .toList());
        prober.retarget(new ProbePlan(targets, Map.of(), HealthPolicy.DEFAULT, asked.size()));
    }

    private static ProbeTarget target(String name) {
        String url = "grpc://" + name + ".shop.example:9000";
        SourceLocation here = SourceLocation.startOf("shop.yaml");
        return new ProbeTarget(
                new CheckId(name, 0), new HealthCheck(url, Duration.ofSeconds(15), Duration.ofSeconds(5), null, here));
    }

    private final class FakeProbe implements Probe {
        @Override
        public Observation ask(ProbeTarget target) {
            asked.add(time.instant());
            String service = target.id().service();
            Verdict verdict = verdicts.getOrDefault(service, Verdict.PASS);
            return new Observation(
                    target.id(),
                    time.instant(),
                    Duration.ZERO,
                    verdict,
                    Reason.of(reasons.getOrDefault(service, "grpc-serving")),
                    null,
                    "grpc-health",
                    List.of(),
                    null);
        }

        @Override
        public Optional<Subscription> subscription(ProbeTarget target) {
            Stream stream = new Stream();
            streams.add(stream);
            return Optional.of(stream);
        }
    }

    /// A stream on which the test speaks.
    private static final class Stream implements Subscription {
        private final SynchronousQueue<Object> words = new SynchronousQueue<>();
        private final SynchronousQueue<Object> taken = new SynchronousQueue<>();
        private final CountDownLatch ended = new CountDownLatch(1);
        private final CompletableFuture<Thread> thread = new CompletableFuture<>();

        @Override
        public End follow(Consumer<Verdict> said) {
            thread.complete(Thread.currentThread());
            try {
                while (true) {
                    Object word = words.take();
                    if (word instanceof Verdict verdict) {
                        said.accept(verdict);
                        taken.put(word);
                    } else {
                        return (End) word;
                    }
                }
            } catch (InterruptedException cancelled) {
                return End.BROKEN;
            } finally {
                ended.countDown();
            }
        }

        /// The one that follows it, once it does.
        Thread thread() {
            return thread.orTimeout(20, TimeUnit.SECONDS).join();
        }

        void say(Verdict verdict) throws InterruptedException {
            words.put(verdict);
            taken.take();
        }

        void end(End why) throws InterruptedException {
            words.put(why);
            thread().join();
        }

        void awaitEnd() throws InterruptedException {
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// Probes run at once, streams each on a thread.
    private final class Workers extends AbstractExecutorService {
        @Override
        public void execute(Runnable work) {
            work.run();
        }

        @Override
        public Future<?> submit(Runnable work) {
            FutureTask<?> task = new FutureTask<>(work, null);
            Thread.ofVirtual().start(task);
            streams.getLast().thread();
            return task;
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return true;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
