package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Pace;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProberTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ManualScheduler time = new ManualScheduler();
    private final ManualWorkers workers = new ManualWorkers();
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<List<Observation>> batches = new ArrayList<>();
    private Trust trust = Trust.NONE;
    private @Nullable Duration respite;
    private final Prober prober = new Prober(
            this::answer, () -> trust, new Limits(10, 2), time.clocks(), new Random(7), time, workers, this::take);

    @Test
    void asksEveryoneSoonButNotAtOnce() {
        retarget(names(40));

        time.advance(SOON);

        assertThat(asked).extracting(Asked::service).containsExactlyInAnyOrderElementsOf(names(40));
        Map<Long, Long> perTenth = asked.stream()
                .collect(Collectors.groupingBy(one -> one.at.toEpochMilli() / 200, Collectors.counting()));
        assertThat(perTenth.values()).hasSizeGreaterThan(3).allMatch(count -> count <= 20);
    }

    @Test
    void asksOncePerIntervalWithATenthOfPlay() {
        retarget(List.of("web"));
        time.advance(Duration.ofMinutes(20));

        List<Instant> times = asked.stream().map(Asked::at).toList();
        List<Long> gaps = IntStream.range(2, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)).toMillis())
                .toList();
        assertThat(gaps).hasSizeBetween(70, 90).allMatch(gap -> gap >= 13_500 && gap <= 16_500);
        assertThat(gaps.stream().distinct().count()).isGreaterThan(20);
    }

    @Test
    void spreadsTheProbesOfAPlanOverTheInterval() {
        retarget(names(150));
        time.advance(Duration.ofMinutes(2));

        Instant from = time.instant().minusSeconds(15);
        Map<Long, Long> perSecond = asked.stream()
                .filter(one -> one.at.isAfter(from))
                .collect(Collectors.groupingBy(one -> one.at.getEpochSecond(), Collectors.counting()));
        assertThat(perSecond.values()).allMatch(count -> count <= 30);
    }

    @Test
    void keepsOneProbeOfACheckUnderWay() {
        workers.hold = true;
        retarget(List.of("web"));

        time.advance(Duration.ofMinutes(5));

        assertThat(workers.held).hasSize(1);
    }

    @Test
    void asksASuspectAgainAfterFiveSeconds() {
        verdicts.put("web", Verdict.FAIL);
        retarget(List.of("web"));

        time.advance(Duration.ofSeconds(13));

        assertThat(gaps("web")).startsWith(5L, 5L);
        time.advance(Duration.ofMinutes(5));
        assertThat(gaps("web").subList(2, gaps("web").size())).allMatch(gap -> gap >= 13);
    }

    @Test
    void asksASuspectInItsTurnWhereManyOthersAreUnderWay() {
        names(7).forEach(service -> verdicts.put(service, Verdict.FAIL));
        workers.hold = true;
        retarget(names(7));
        time.advance(SOON);
        workers.hold = false;
        workers.held.remove().run();
        String failing = asked.getFirst().service();

        time.advance(Duration.ofSeconds(50));

        assertThat(workers.held).hasSize(6);
        assertThat(gaps(failing).subList(1, 3)).allMatch(gap -> gap >= 13);
    }

    @Test
    void asksASuspectNoLaterThanItsInterval() {
        verdicts.put("web", Verdict.FAIL);
        ProbePlan plan = new ProbePlan(
                List.of(target("web")),
                Map.of(),
                HealthPolicy.DEFAULT.withPace(new Pace.Every(Duration.ofSeconds(2))),
                0);
        allow(plan);
        prober.retarget(plan);

        time.advance(Duration.ofSeconds(10));

        assertThat(asked).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void asksWhatAServiceNeedsWhenItFirstFails() {
        retarget(List.of("web", "orders", "db"), Map.of("web", List.of("orders"), "orders", List.of("web")));
        time.advance(Duration.ofSeconds(8));
        verdicts.put("web", Verdict.FAIL);
        time.advance(Duration.ofSeconds(20));

        Instant failed = answers("web").stream()
                .filter(answer -> answer.verdict() == Verdict.FAIL)
                .findFirst()
                .orElseThrow()
                .at();
        assertThat(asked).contains(new Asked("orders", failed));
        assertThat(asked).doesNotContain(new Asked("db", failed));
    }

    @Test
    void comesToAnEndWhereAllThatNeedEachOtherFail() {
        for (String name : List.of("a", "b", "c")) {
            verdicts.put(name, Verdict.FAIL);
        }
        retarget(List.of("a", "b", "c"), Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a", "b")));

        time.advance(Duration.ofSeconds(4));

        assertThat(asked).hasSizeBetween(3, 6);
    }

    @Test
    void givesBatchesAtMostEveryTenthOfASecond() {
        retarget(names(100));
        time.advance(SOON.plusMillis(200));

        assertThat(batches.size()).isBetween(5, 21);
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(100);
        assertThat(batches)
                .allSatisfy(batch ->
                        assertThat(batch).extracting(Observation::steady).isSorted());
    }

    @Test
    void asksNothingThatIsNotAllowedAndStartsOnceItIs() {
        ProbePlan plan = plan(List.of("web", "db"), Map.of());
        trust = Trust.of(List.of(origin("web")));
        prober.retarget(plan);
        time.advance(Duration.ofMinutes(2));
        assertThat(asked).extracting(Asked::service).containsOnly("web");

        int before = asked.size();
        allow(plan);
        prober.retarget(plan);
        time.advance(Duration.ofSeconds(2));

        assertThat(asked.subList(before, asked.size()))
                .extracting(Asked::service)
                .contains("db");
    }

    @Test
    void stopsAskingWhereTrustIsTakenBack() {
        retarget(List.of("web"));
        time.advance(Duration.ofSeconds(20));
        int before = asked.size();
        trust = Trust.NONE;

        time.advance(Duration.ofMinutes(5));

        assertThat(asked).hasSize(before);
    }

    @Test
    void dropsALateAnswerToWhatIsNoLongerAsked() {
        workers.hold = true;
        retarget(List.of("web", "db"));
        time.advance(SOON);
        retarget(List.of("db"));
        time.settle();

        workers.release();
        time.advance(SECOND);

        assertThat(batches)
                .singleElement()
                .satisfies(batch -> assertThat(batch)
                        .extracting(answer -> answer.check().service())
                        .containsExactly("db"));
    }

    @Test
    void leavesWhatStaysInThePlanUndisturbed() {
        retarget(List.of("web", "db"));
        time.advance(Duration.ofSeconds(3));
        asked.clear();

        for (int i = 0; i < 20; i++) {
            retarget(List.of("web", "orders" + i));
            time.advance(Duration.ofMillis(50));
        }

        assertThat(asked).extracting(Asked::service).doesNotContain("web");
    }

    @Test
    void asksNothingWhilePaused() {
        retarget(names(20));
        time.advance(Duration.ofSeconds(30));
        prober.pause();
        time.settle();
        int before = asked.size();

        time.advance(Duration.ofMinutes(3));
        assertThat(asked).hasSize(before);

        prober.resume();
        time.advance(SOON);
        assertThat(asked.subList(before, asked.size()))
                .extracting(Asked::service)
                .containsExactlyInAnyOrderElementsOf(names(20));
    }

    @Test
    void recordsAGapWhereThisComputerWasAsleep() {
        retarget(List.of("web"));
        time.advance(Duration.ofSeconds(20));
        batches.clear();

        time.oversleep(Duration.ofHours(8));
        time.advance(Duration.ofSeconds(3));

        List<Observation> answers = answers("web");
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().verdict()).isEqualTo(Verdict.GAP);
        assertThat(answers.getFirst().reason().code()).isEqualTo("late");
        assertThat(answers.getLast().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void asksAllAgainAfterSleepInWhichTheSteadyClockStoodStill() {
        retarget(names(20));
        time.advance(Duration.ofSeconds(60));
        batches.clear();
        reports.clear();
        int before = asked.size();

        time.setWall(Duration.ofHours(8));
        time.advance(SOON);

        assertThat(reports.stream().flatMap(report -> report.gaps().stream()))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.reason()).isEqualTo(Reason.ASLEEP);
                    assertThat(gap.zone()).isEqualTo(Zone.ANYWHERE);
                    assertThat(Duration.between(gap.from(), gap.to()).toHours()).isEqualTo(8);
                });
        assertThat(asked.subList(before, asked.size()))
                .extracting(Asked::service)
                .containsAll(names(20));
        assertThat(answers("service-3"))
                .extracting(Observation::verdict)
                .contains(Verdict.GAP)
                .endsWith(Verdict.PASS);
    }

    @Test
    void asksOnAsBeforeWhereTheClockIsSetBack() {
        retarget(List.of("web"));
        time.advance(Duration.ofSeconds(60));
        int before = asked.size();

        time.setWall(Duration.ofHours(-1));
        time.advance(Duration.ofSeconds(60));

        assertThat(asked.size() - before).isBetween(3, 5);
        assertThat(answers("web")).extracting(Observation::verdict).containsOnly(Verdict.PASS);
        assertThat(reports).allMatch(report -> report.gaps().isEmpty());
        assertThat(answers("web")).extracting(Observation::steady).isSorted();
    }

    @Test
    void stampsAnswersWithThePlanByWhichTheyWereAskedFor() {
        ProbePlan plan = plan(List.of("web"), Map.of());
        allow(plan);
        prober.retarget(new ProbePlan(plan.targets(), plan.needs(), plan.policy(), 3));
        time.advance(SECOND);
        workers.hold = true;
        time.advance(Duration.ofSeconds(20));
        prober.retarget(new ProbePlan(plan.targets(), plan.needs(), plan.policy(), 4));
        time.advance(SECOND);
        workers.hold = false;
        workers.release();
        time.advance(Duration.ofSeconds(20));

        assertThat(answers("web")).extracting(Observation::epoch).containsExactly(3L, 3L, 4L, 4L);
    }

    @Test
    void leavesAnEndpointAloneForAsLongAsItWants() {
        verdicts.put("web", Verdict.WARN);
        respite = Duration.ofSeconds(60);
        retarget(List.of("web"));
        time.advance(SECOND);
        respite = Duration.ofDays(1);
        time.advance(Duration.ofSeconds(60));
        respite = null;
        time.advance(Duration.ofMinutes(16));

        assertThat(gaps("web").subList(0, 2)).containsExactly(60L, 900L);
        assertThat(gaps("web")).hasSizeGreaterThan(4);
    }

    @Test
    void looksAfterAFailureWhateverTheEndpointWants() {
        verdicts.put("web", Verdict.FAIL);
        respite = Duration.ofMinutes(2);
        retarget(List.of("web"));
        time.advance(Duration.ofSeconds(13));

        assertThat(gaps("web")).startsWith(5L, 5L);
    }

    @Test
    void hasFirstAnswersInASecondAndTenThousandInFifteen() {
        Prober large = new Prober(
                this::answer, () -> trust, Limits.DEFAULT, time.clocks(), new Random(7), time, workers, this::take);
        ProbePlan plan = plan(names(10_000), Map.of());
        trust = Trust.of(plan.targets().stream()
                .map(target -> Origin.of(target.check().url()).orElseThrow())
                .toList());
        large.retarget(plan);

        time.advance(SECOND);
        assertThat(batches.stream().mapToInt(List::size).sum()).isBetween(500, 1_500);
        time.advance(Duration.ofSeconds(13));
        assertThat(asked.stream().map(Asked::service).distinct()).hasSize(10_000);
        Map<Long, Long> perSecond =
                asked.stream().collect(Collectors.groupingBy(one -> one.at.getEpochSecond(), Collectors.counting()));
        assertThat(perSecond.values()).allMatch(count -> count <= 1_600);
    }

    @Test
    void startsASmallPlanWithinASecond() {
        retarget(List.of("web"));

        time.advance(SECOND);

        assertThat(batches).hasSize(1);
    }

    @Test
    void asksFewerAtOnceWhereThisComputerIsShortOfSockets() {
        workers.hold = true;
        Prober starved = new Prober(
                target -> Observation.gap(target.id(), time.instant(), Reason.of("too-many-open-files")),
                () -> trust,
                new Limits(200, 2),
                time.clocks(),
                new Random(7),
                time,
                workers,
                this::take);
        ProbePlan plan = plan(names(400), Map.of());
        allow(plan);
        starved.retarget(plan);
        time.advance(SOON);
        assertThat(workers.held).hasSize(200);

        for (int i = 0; i < 200; i++) {
            workers.held.remove().run();
        }
        time.advance(SECOND);

        assertThat(workers.held.size()).isBetween(Lanes.FEWEST, 50);
        assertThat(reports.getLast().observer()).isInstanceOf(ObserverState.Exhausted.class);
    }

    @Test
    void takesNoVerdictFromAProbeThatWasUnderWayDuringSleep() {
        verdicts.put("web", Verdict.FAIL);
        workers.hold = true;
        retarget(List.of("web"));
        time.advance(SOON);
        time.oversleep(Duration.ofHours(8));

        workers.release();
        time.advance(SECOND);

        assertThat(answers("web")).extracting(Observation::verdict).containsOnly(Verdict.GAP);
    }

    @Test
    void holdsNobodyUpForAHostThatIsSilent() {
        workers.hold = true;
        List<ProbeTarget> targets = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            targets.add(target("silent" + i, "http://silent:80/" + i));
        }
        targets.add(target("web"));
        ProbePlan plan = new ProbePlan(targets, Map.of(), HealthPolicy.DEFAULT, 0);
        allow(plan);
        prober.retarget(plan);

        time.advance(SOON);

        assertThat(workers.held).hasSize(3);
        workers.hold = false;
        workers.release();
        time.advance(SOON);
        assertThat(asked).extracting(Asked::service).hasSize(31).contains("web");
    }

    @Test
    void runsNoMoreTogetherThanItMay() {
        workers.hold = true;
        retarget(names(50));

        time.advance(Duration.ofSeconds(10));

        assertThat(workers.held).hasSize(10);
    }

    @Test
    void turnsASurpriseIntoAGap() {
        verdicts.put("web", Verdict.PASS);
        List<Throwable> surprises = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((_, surprise) -> surprises.add(surprise));
        try (Prober clumsy = new Prober(
                _ -> {
                    throw new IllegalStateException("clumsy");
                },
                () -> trust,
                Limits.DEFAULT,
                time.clocks(),
                new Random(7),
                time,
                workers,
                this::take)) {
            ProbePlan plan = plan(List.of("web"), Map.of());
            allow(plan);
            clumsy.retarget(plan);
            time.advance(Duration.ofSeconds(3));
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }

        assertThat(surprises).isNotEmpty();
        assertThat(answers("web").getFirst().reason().code()).isEqualTo("own-fault");
    }

    @Test
    void leavesNoThreadBehind() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ProbePlan plan = plan(List.of("web"), Map.of());
        allow(plan);
        Prober live = Prober.live(
                target -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException broken) {
                        ended.countDown();
                    }
                    return observation(target, Verdict.GAP);
                },
                () -> trust,
                time.clocks(),
                new Random(7),
                this::take);
        live.retarget(plan);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        live.close();

        assertThat(ended.getCount()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("orrery-prober");
        assertThat(batches).isEmpty();
    }

    private void retarget(List<String> services) {
        retarget(services, Map.of());
    }

    private void retarget(List<String> services, Map<String, List<String>> needs) {
        ProbePlan plan = plan(services, needs);
        allow(plan);
        prober.retarget(plan);
    }

    private void allow(ProbePlan plan) {
        for (ProbeTarget target : plan.targets()) {
            trust = trust.and(Trust.of(List.of(Origin.of(target.check().url()).orElseThrow())));
        }
    }

    private static ProbePlan plan(List<String> services, Map<String, List<String>> needs) {
        Map<String, NavigableSet<String>> sorted = needs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> new TreeSet<>(one.getValue())));
        return new ProbePlan(services.stream().map(ProberTest::target).toList(), sorted, HealthPolicy.DEFAULT, 0);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "service-" + i).toList();
    }

    private static Origin origin(String service) {
        return Origin.of(target(service).check().url()).orElseThrow();
    }

    private static ProbeTarget target(String service) {
        return target(service, "http://" + service + ":8080/health");
    }

    private static ProbeTarget target(String service, String url) {
        SourceLocation here = SourceLocation.startOf("shop.yaml");
        return new ProbeTarget(
                new CheckId(service, 0),
                new HealthCheck(url, HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, here));
    }

    private Observation answer(ProbeTarget target) {
        asked.add(new Asked(target.id().service(), time.instant()));
        return observation(target, verdicts.getOrDefault(target.id().service(), Verdict.PASS));
    }

    private Observation observation(ProbeTarget target, Verdict verdict) {
        return new Observation(
                        target.id(),
                        time.clocks().wall().instant(),
                        SECOND,
                        verdict,
                        Reason.of("answers", "200"),
                        200,
                        null,
                        List.of(),
                        null)
                .withRetryAfter(respite);
    }

    private void take(Report report) {
        reports.add(report);
        batches.add(report.answers());
    }

    private List<Observation> answers(String service) {
        return batches.stream()
                .flatMap(List::stream)
                .filter(answer -> answer.check().service().equals(service))
                .toList();
    }

    private List<Long> gaps(String service) {
        long[] seconds = asked.stream()
                .filter(one -> one.service.equals(service))
                .mapToLong(one -> one.at.getEpochSecond())
                .toArray();
        return Arrays.stream(IntStream.range(1, seconds.length)
                        .mapToLong(i -> seconds[i] - seconds[i - 1])
                        .toArray())
                .boxed()
                .toList();
    }

    private record Asked(String service, Instant at) {}

    /// Runs a probe at once, or holds it until it is released.
    private static final class ManualWorkers extends AbstractExecutorService {
        private final Deque<Runnable> held = new ArrayDeque<>();
        private boolean hold;

        @Override
        public void execute(Runnable work) {
            if (hold) {
                held.add(work);
            } else {
                work.run();
            }
        }

        void release() {
            while (!held.isEmpty()) {
                held.remove().run();
            }
        }

        @Override
        public void shutdown() {
            held.clear();
        }

        @Override
        public List<Runnable> shutdownNow() {
            held.clear();
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
