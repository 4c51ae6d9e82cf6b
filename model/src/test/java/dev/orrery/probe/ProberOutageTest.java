package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A network that can be cut, asked by hand-moved time. A probe that is lost takes three
/// seconds, any other a few milliseconds.
class ProberOutageTest {
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");
    private static final Duration INTERVAL = HealthCheck.DEFAULT_INTERVAL;

    private final ManualScheduler time = new ManualScheduler();
    private final Wire wire = new Wire();
    private final Set<String> refusing = new TreeSet<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<ObserverState> states = new ArrayList<>(List.of(new ObserverState.Online()));
    private final List<String> changes = new ArrayList<>();
    private Predicate<String> cut = _ -> false;
    private String silence = "connect-timeout";
    private Topology topology = new Topology("shop", List.of(), List.of(), List.of());
    private HealthBoard board = HealthBoard.EMPTY;
    private Trust trust = Trust.NONE;
    private int asked;
    private final Prober prober =
            new Prober(this::answer, () -> trust, Limits.DEFAULT, time.clocks(), new Random(3), wire, wire, this::take);

    @ParameterizedTest
    @ValueSource(strings = {"connect-timeout", "no-route", "nxdomain", "resolver-silent"})
    void saysOnceThatThisComputerIsOfflineAndNobodyDown(String how) {
        watch(1_000, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));
        assertThat(count(Health.UP)).isEqualTo(1_000);
        Instant cutAt = time.instant();

        silence = how;
        cut = _ -> true;
        pass(Duration.ofSeconds(10));
        assertThat(states).last().isInstanceOf(ObserverState.Offline.class);
        pass(Duration.ofMinutes(2));
        assertThat(count(Health.UNKNOWN)).isEqualTo(1_000);
        assertThat(standing(7).reason().code()).isEqualTo("zone-offline");
        cut = _ -> false;
        pass(INTERVAL);

        assertThat(count(Health.UP)).isEqualTo(1_000);
        assertThat(changes).noneMatch(change -> change.endsWith("DOWN"));
        assertThat(states).hasSize(3).last().isEqualTo(new ObserverState.Online());
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.zone()).isEqualTo(Zone.WORLD);
            assertThat(gap.from()).isBetween(cutAt, cutAt.plusSeconds(1));
            assertThat(gap.to()).isBetween(cutAt.plusSeconds(130), cutAt.plusSeconds(136));
        });
    }

    private static String inOneNetwork(int i) {
        return "10.20." + i / 250 + "." + (1 + i % 250);
    }

    @Test
    void keepsTheColoursWhereTheNetworkIsBackSoon() {
        watch(200, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));
        changes.clear();

        cut = _ -> true;
        pass(Duration.ofSeconds(20));
        cut = _ -> false;
        pass(INTERVAL);

        assertThat(changes).isEmpty();
        assertThat(board.services().values()).noneMatch(ServiceHealth::isStale);
        assertThat(states).hasSize(3);
    }

    @Test
    void asksOnlyAFewWhileNothingCanBeReached() {
        watch(1_000, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));
        cut = _ -> true;
        pass(Duration.ofSeconds(30));
        asked = 0;

        pass(Duration.ofSeconds(60));

        assertThat(asked).isBetween(30, 200);
    }

    @Test
    void judgesTheOneThatReallyFails() {
        watch(1_000, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));
        changes.clear();

        refusing.add("service-0007");
        pass(Duration.ofSeconds(40));
        cut = host -> !host.equals(inOneNetwork(7));
        pass(Duration.ofMinutes(1));
        cut = _ -> false;
        pass(INTERVAL);

        assertThat(changes).filteredOn(change -> change.endsWith("DOWN")).containsExactly("service-0007 DOWN");
        assertThat(count(Health.UP)).isEqualTo(999);
    }

    @Test
    void judgesTheOneThatBeginsToFailAtTheMomentOfTheCut() {
        watch(1_000, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));

        refusing.add("service-0007");
        cut = host -> !host.equals(inOneNetwork(7));
        pass(Duration.ofMinutes(1));

        assertThat(changes).filteredOn(change -> change.endsWith("DOWN")).isSubsetOf("service-0007 DOWN");
        assertThat(states).last().isInstanceOf(ObserverState.Offline.class);
    }

    @Test
    void judgesASingleHostThatIsGoneAsSoonAsWithoutAnyDoubt() {
        watch(1_000, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));
        Instant cutAt = time.instant();

        cut = inOneNetwork(7)::equals;
        while (standing(7).health() != Health.DOWN) {
            pass(Duration.ofSeconds(1));
            assertThat(time.instant()).isBefore(cutAt.plusSeconds(42));
        }

        assertThat(states).containsOnly(new ObserverState.Online());
        assertThat(count(Health.UP)).isEqualTo(999);
    }

    @Test
    void tellsTheNetworkBehindAVpnFromTheRest() {
        watch(200, i -> i % 2 == 0 ? inOneNetwork(i) : "host-" + i + ".example.org");
        pass(Duration.ofSeconds(60));

        cut = host -> host.startsWith("10.20.");
        pass(Duration.ofMinutes(2));

        assertThat(states)
                .last()
                .isInstanceOfSatisfying(
                        ObserverState.ZonesOffline.class,
                        zones -> assertThat(zones.since().keySet()).containsExactly(new Zone("10.20.0.0/16")));
        assertThat(count(Health.UP)).isEqualTo(100);
        assertThat(count(Health.UNKNOWN)).isEqualTo(100);
        cut = _ -> false;
        pass(INTERVAL);
        assertThat(count(Health.UP)).isEqualTo(200);
        assertThat(changes).noneMatch(change -> change.endsWith("DOWN"));
        assertThat(gaps).extracting(Gap::zone).containsExactly(new Zone("10.20.0.0/16"));
    }

    @Test
    void judgesARealOutageOfHalfANetwork() {
        watch(200, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));

        cut = host -> Integer.parseInt(host.substring(host.lastIndexOf('.') + 1)) % 2 == 0;
        pass(Duration.ofSeconds(60));

        assertThat(count(Health.DOWN)).isEqualTo(100);
        assertThat(states).containsOnly(new ObserverState.Online());
    }

    @Test
    void findsOutThatAFewServicesAreCutOff() {
        watch(5, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));

        cut = _ -> true;
        pass(Duration.ofMinutes(5));

        assertThat(changes).noneMatch(change -> change.endsWith("DOWN"));
        assertThat(states).last().isInstanceOf(ObserverState.Offline.class);
    }

    @Test
    void saysDownWhereThereAreTooFewToTell() {
        watch(2, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));

        cut = _ -> true;
        pass(Duration.ofSeconds(60));

        assertThat(count(Health.DOWN)).isEqualTo(2);
    }

    @Test
    void isReadyForAnotherPlanWhileItIsOffline() {
        watch(100, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));
        cut = _ -> true;
        pass(Duration.ofSeconds(30));

        watch(100, i -> "10.20.9." + (i + 1));
        pass(Duration.ofSeconds(30));
        cut = _ -> false;
        pass(INTERVAL);

        assertThat(count(Health.UP)).isEqualTo(100);
        assertThat(states).last().isEqualTo(new ObserverState.Online());
    }

    @Test
    void staysCalmThroughManyShortCuts() {
        watch(100, ProberOutageTest::inOneNetwork);
        pass(Duration.ofSeconds(60));
        Random random = new Random(11);
        for (int i = 0; i < 25; i++) {
            cut = _ -> true;
            pass(Duration.ofMillis(200 + random.nextInt(20_000)));
            cut = _ -> false;
            pass(Duration.ofMillis(200 + random.nextInt(20_000)));
        }
        pass(INTERVAL);

        assertThat(changes).noneMatch(change -> change.endsWith("DOWN"));
        assertThat(count(Health.UP)).isEqualTo(100);
    }

    private void watch(int count, IntFunction<String> host) {
        Topology next = new Topology(
                "shop",
                IntStream.range(0, count)
                        .mapToObj(i -> service(i, host.apply(i)))
                        .toList(),
                List.of(),
                List.of());
        board = board.carriedOver(topology, next, 0);
        topology = next;
        trust = trust.and(Trust.of(Origin.of(topology)));
        prober.retarget(ProbePlan.of(topology, HealthPolicy.DEFAULT, 0));
    }

    /// Each second the board gets older, as in the window.
    private void pass(Duration span) {
        Instant end = time.instant().plus(span);
        while (time.instant().isBefore(end)) {
            Duration left = Duration.between(time.instant(), end);
            time.advance(left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1));
            become(board.aged(topology, HealthPolicy.DEFAULT, time.instant()));
        }
    }

    private void take(Report report) {
        gaps.addAll(report.gaps());
        if (!states.getLast().equals(report.observer())) {
            states.add(report.observer());
        }
        become(board.with(report.answers(), HealthPolicy.DEFAULT));
    }

    private void become(HealthBoard next) {
        if (next.equals(board)) {
            return;
        }
        next.services().forEach((id, service) -> {
            ServiceHealth before = board.service(id);
            if (before != null && before.health() != service.health()) {
                changes.add(id + " " + service.health());
            }
        });
        board = next;
    }

    private ServiceHealth standing(int service) {
        return Objects.requireNonNull(board.service(name(service)));
    }

    private long count(Health health) {
        return board.services().values().stream()
                .filter(service -> service.health() == health)
                .count();
    }

    private static String name(int service) {
        return String.format("service-%04d", service);
    }

    private static Service service(int number, String host) {
        HealthCheck check =
                new HealthCheck("http://" + host + ":8080/health", INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, HERE);
        return Service.of(name(number), ServiceKind.SERVICE, HERE).withHealthChecks(List.of(check));
    }

    private Observation answer(ProbeTarget target) {
        asked++;
        String host = Origin.of(target.check().url()).orElseThrow().host();
        if (!cut.test(host)) {
            boolean refuses = refusing.contains(target.id().service());
            return refuses ? answer(target, Verdict.FAIL, "refused") : answer(target, Verdict.PASS, "answers");
        }
        boolean ours = silence.equals("no-route") || silence.equals("resolver-silent");
        return answer(target, ours ? Verdict.GAP : Verdict.FAIL, silence);
    }

    private Observation answer(ProbeTarget target, Verdict verdict, String code) {
        Duration took = wire.takes(code.equals("connect-timeout") ? 3_000 : 5);
        return new Observation(
                target.id(),
                time.instant().plus(took),
                took,
                verdict,
                Reason.of(code, "x"),
                null,
                null,
                List.of(),
                null);
    }

    /// Workers, and the way by which their answers come back: after as long as the probe says.
    private final class Wire extends AbstractExecutorService implements Scheduler {
        private final Random random = new Random(5);
        private boolean working;
        private Duration takes = Duration.ZERO;

        Duration takes(int millis) {
            takes = Duration.ofMillis(millis + random.nextInt(20));
            return takes;
        }

        @Override
        public void execute(Runnable work) {
            working = true;
            work.run();
            working = false;
        }

        @Override
        public void run(Runnable task) {
            time.after(working ? takes : Duration.ZERO, task);
        }

        @Override
        public void after(Duration delay, Runnable task) {
            time.after(delay, task);
        }

        @Override
        public void close() {
            time.close();
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
