package dev.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final String ENV = History.NO_ENVIRONMENT;

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Fleet.START);
    private final List<Keeping> fares = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private History history;

    private final Map<String, Verdict> said = new TreeMap<>();

    /// No clock that is set back sets this one back.
    private long steady;

    @BeforeEach
    void open() {
        history = History.open(folder, "/somewhere/shop.yaml", Limits.DEFAULT, clock, fares::add, told::add);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void anyPastBoardIsTheOneThatWasThen() throws Exception {
        Fleet fleet = Fleet.of(12);
        Random random = new Random(7);
        SortedMap<Instant, HealthBoard> live = new TreeMap<>();
        Recorder recorder = history.recorder(ENV);
        for (int i = 0; i < 300; i++) {
            recorder.stands(hear(recorder, fleet, random));
            live.put(clock.instant(), fleet.board());
            clock.pass(STEP);
        }
        recorder.stands(fleet.board());
        flush();
        for (Map.Entry<Instant, HealthBoard> moment : live.entrySet()) {
            assertThat(bare(history.boardAt(ENV, moment.getKey().plusSeconds(14))))
                    .as("at %s", moment.getKey())
                    .isEqualTo(bare(moment.getValue()));
        }
    }

    @Test
    void whatIsSteadyTakesNoRoom() throws Exception {
        Fleet fleet = Fleet.of(3);
        Recorder recorder = history.recorder(ENV);
        for (int i = 0; i < 100; i++) {
            say(recorder, fleet, Verdict.PASS);
            clock.pass(STEP);
        }
        flush();
        assertThat(history.changes(ENV, Fleet.START, clock.instant())).hasSize(3);
    }

    @Test
    void aSlowServiceIsNotAChangeWithEveryMillisecond() throws Exception {
        Fleet fleet = Fleet.of(1);
        Recorder recorder = history.recorder(ENV);
        for (int i = 0; i < 50; i++) {
            Observation answer =
                    Fleet.answer(fleet.names().getFirst(), clock.instant(), Verdict.WARN, Duration.ofMillis(1_000 + i));
            recorder.observed(List.of(answer));
            recorder.stands(fleet.hears(List.of(answer)));
            clock.pass(STEP);
        }
        flush();
        assertThat(history.changes(ENV, Fleet.START, clock.instant())).hasSize(1);
    }

    @Test
    void aRestlessServiceIsToldAsSuchAndNotByEveryAnswer() throws Exception {
        Fleet fleet = Fleet.of(1);
        Recorder recorder = history.recorder(ENV);
        for (int i = 0; i < 100; i++) {
            say(recorder, fleet, i % 2 == 0 ? Verdict.PASS : Verdict.FAIL);
            clock.pass(STEP);
        }
        flush();
        List<Change> changes = history.changes(ENV, Fleet.START, clock.instant());
        assertThat(changes).hasSizeBetween(3, 20);
        assertThat(stands(changes.getLast()).checks().getFirst().flaps().flapping())
                .isTrue();
    }

    @Test
    void changesTellTheWholeStoryOfAFailure() throws Exception {
        Fleet fleet = Fleet.of(1);
        Recorder recorder = history.recorder(ENV);
        for (Verdict verdict : List.of(
                Verdict.PASS, Verdict.FAIL, Verdict.FAIL, Verdict.FAIL, Verdict.FAIL, Verdict.PASS, Verdict.PASS)) {
            say(recorder, fleet, verdict);
            clock.pass(STEP);
        }
        flush();
        List<Change> changes = history.changes(ENV, "service-00000", Fleet.START, clock.instant());
        assertThat(changes)
                .extracting(change -> stands(change).health()
                        + (stands(change).isSuspect() ? "?" : "")
                        + (stands(change).isRecovering() ? "!" : ""))
                .containsExactly("UP", "UP?", "UP?", "DOWN", "DOWN!", "UP");
        assertThat(stands(changes.get(3)).reason()).isEqualTo(Reason.of("status-5xx", "503"));
        Observation last = Objects.requireNonNull(
                stands(changes.get(3)).checks().getFirst().last());
        assertThat(last.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(last.body()).isNull();
        assertThat(changes).extracting(Change::number).isSorted();
    }

    @Test
    void aRangeBeginsWithWhatHeldWhenItBegan() throws Exception {
        Fleet fleet = Fleet.of(2);
        Recorder recorder = history.recorder(ENV);
        say(recorder, fleet, Verdict.PASS);
        Instant later = clock.pass(Duration.ofSeconds(20));
        flush();
        List<Change> changes = history.changes(ENV, "service-00001", later, later.plusSeconds(60));
        assertThat(changes).singleElement().extracting(Change::at).isEqualTo(Fleet.START);
        assertThat(history.changes(ENV, "nobody", later, later.plusSeconds(60))).isEmpty();
    }

    @Test
    void namesThatAreGoneRemain() throws Exception {
        Fleet before = new Fleet(List.of("orders", "payments"));
        Fleet after = new Fleet(List.of("orders"));
        Recorder recorder = history.recorder(ENV);
        say(recorder, before, Verdict.PASS);
        Instant first = clock.instant();
        clock.pass(STEP);
        say(recorder, after, Verdict.PASS);
        flush();
        assertThat(history.boardAt(ENV, first).services()).containsOnlyKeys("orders", "payments");
        assertThat(history.boardAt(ENV, clock.instant()).services()).containsOnlyKeys("orders");
        assertThat(history.services(ENV)).containsExactly("orders", "payments");
        assertThat(history.changes(ENV, "payments", first, clock.instant().plusSeconds(1)))
                .extracting(Change::stands)
                .last()
                .isNull();
    }

    @Test
    void environmentsAreKeptApart() throws Exception {
        Fleet fleet = new Fleet(List.of("orders"));
        say(history.recorder("staging"), fleet, Verdict.PASS);
        say(history.recorder("production"), new Fleet(List.of("orders", "payments")), Verdict.NONE);
        flush();
        assertThat(history.boardAt("staging", clock.instant()).services()).containsOnlyKeys("orders");
        assertThat(healthAt("production", clock.instant())).isEqualTo(Health.UNKNOWN);
        assertThat(history.boardAt(ENV, clock.instant()).services()).isEmpty();
    }

    @Test
    void nothingIsKnownOfTheTimeWhenNobodyWatched() throws Exception {
        Fleet fleet = new Fleet(List.of("orders"));
        Recorder recorder = history.recorder(ENV);
        say(recorder, fleet, Verdict.PASS);
        clock.pass(STEP);
        recorder.pause();
        Instant pause = clock.pass(Duration.ofMinutes(5));
        clock.pass(Duration.ofMinutes(5));
        Instant again = clock.instant();
        say(recorder, fleet, Verdict.PASS);
        flush();
        assertThat(history.boardAt(ENV, pause).services()).isEmpty();
        assertThat(history.boardAt(ENV, again).services()).containsOnlyKeys("orders");
        assertThat(history.watches(ENV, Fleet.START, clock.instant().plusSeconds(1)))
                .extracting(Watch::from)
                .containsExactly(Fleet.START, again);
    }

    @Test
    void aComputerThatSleptDidNotWatch() throws Exception {
        Fleet fleet = new Fleet(List.of("orders"));
        Recorder recorder = history.recorder(ENV);
        say(recorder, fleet, Verdict.PASS);
        Instant asleep = clock.pass(Duration.ofHours(4));
        clock.pass(Duration.ofHours(4));
        recorder.stands(fleet.board());
        flush();
        assertThat(history.watches(ENV, Fleet.START, clock.instant().plusSeconds(1)))
                .hasSize(2);
        assertThat(history.boardAt(ENV, asleep).services()).isEmpty();
        assertThat(bare(history.boardAt(ENV, clock.instant()))).isEqualTo(bare(fleet.board()));
    }

    @Test
    void aClockThatIsSetBackMixesNothingUp() throws Exception {
        Fleet fleet = new Fleet(List.of("orders"));
        Recorder recorder = history.recorder(ENV);
        say(recorder, fleet, Verdict.PASS);
        clock.pass(Duration.ofSeconds(20));
        recorder.stands(fleet.board());
        Instant back = clock.pass(Duration.ofHours(-1));
        for (int i = 0; i < 3; i++) {
            say(recorder, fleet, Verdict.FAIL);
            clock.pass(Duration.ofSeconds(5));
        }
        flush();
        assertThat(healthAt(ENV, back.plusSeconds(10))).isEqualTo(Health.DOWN);
        assertThat(healthAt(ENV, Fleet.START.plusSeconds(10))).isEqualTo(Health.UP);
        assertThat(history.watches(ENV, back, Fleet.START.plusSeconds(60)))
                .allSatisfy(watch -> assertThat(watch.from()).isBeforeOrEqualTo(watch.until()));
    }

    @Test
    void faultsOnThisSideAreGaps() throws Exception {
        Fleet fleet = new Fleet(List.of("orders", "payments"));
        Recorder recorder = history.recorder(ENV);
        say(recorder, fleet, Verdict.PASS);
        Instant first = clock.pass(STEP);
        for (int i = 0; i < 3; i++) {
            recorder.observed(List.of(Fleet.answer("orders", clock.instant(), Verdict.GAP, Duration.ZERO)));
            clock.pass(STEP);
        }
        say(recorder, fleet, Verdict.PASS);
        recorder.gap(Reason.of("no-route", "shop"), first, first.plusSeconds(30));
        flush();
        Instant end = clock.instant().plusSeconds(1);
        assertThat(history.gaps(ENV, "orders", Fleet.START, end))
                .containsExactly(
                        new Gap("orders", Reason.of("late", "503"), first, first.plus(STEP.multipliedBy(3))),
                        new Gap(null, Reason.of("no-route", "shop"), first, first.plusSeconds(30)));
        assertThat(history.gaps(ENV, "payments", Fleet.START, end)).hasSize(1);
    }

    @Test
    void onlyAGapOfTheWholeWorldConcernsAll() throws Exception {
        Fleet fleet = new Fleet(List.of("orders"));
        Recorder recorder = history.recorder(ENV);
        say(recorder, fleet, Verdict.PASS);
        Instant from = clock.instant();
        Instant to = clock.pass(STEP);
        Reason offline = Reason.of("no-route", "shop");
        recorder.observed(
                List.of(),
                List.of(
                        new dev.orrery.probe.Gap(Zone.WORLD, from, to, offline),
                        new dev.orrery.probe.Gap(new Zone("10.20.0.0/16"), from, to, offline)));
        flush();
        assertThat(history.gaps(ENV, "orders", Fleet.START, to.plusSeconds(1)))
                .containsExactly(new Gap(null, offline, from, to));
    }

    @Test
    void theHistoryGoesOnWhereItEnded() throws Exception {
        Fleet fleet = new Fleet(List.of("orders"));
        Recorder recorder = history.recorder(ENV);
        say(recorder, fleet, Verdict.PASS);
        clock.pass(Duration.ofSeconds(5));
        history.close();
        open();
        clock.pass(Duration.ofSeconds(5));
        say(history.recorder(ENV), fleet, Verdict.PASS);
        flush();
        assertThat(history.changes(ENV, Fleet.START, clock.instant().plusSeconds(1)))
                .hasSize(2);
        assertThat(history.rollups(ENV, new CheckId("orders", 0), Fleet.START, Fleet.START.plusSeconds(60)))
                .as("both halves of the minute are one")
                .singleElement()
                .extracting(Rollup::passes)
                .isEqualTo(2L);
        assertThat(told).isEmpty();
        assertThat(fares).isEmpty();
    }

    private void say(Recorder recorder, Fleet fleet, Verdict verdict) {
        List<Observation> answers = fleet.names().stream()
                .map(name -> Fleet.answer(name, clock.instant(), verdict, Duration.ofMillis(12)))
                .map(answer -> answer.stamped(Instant.EPOCH.plusSeconds(++steady), Observation.ANY_EPOCH))
                .toList();
        HealthBoard board = fleet.hears(answers);
        recorder.stands(board);
        recorder.observed(answers);
    }

    private HealthBoard hear(Recorder recorder, Fleet fleet, Random random) {
        Verdict[] verdicts = Verdict.values();
        List<Observation> answers = new ArrayList<>();
        for (String name : fleet.names()) {
            // Most say the same again, so that there are runs of every length, and some flap.
            if (random.nextInt(6) == 0) {
                said.put(name, verdicts[random.nextInt(verdicts.length)]);
            }
            Verdict verdict = said.getOrDefault(name, Verdict.PASS);
            answers.add(Fleet.answer(name, clock.instant(), verdict, Duration.ofMillis(random.nextInt(900))));
        }
        recorder.observed(answers);
        return fleet.hears(answers);
    }

    private void flush() throws InterruptedException {
        assertThat(history.flush(PATIENCE)).isTrue();
    }

    private Health healthAt(String environment, Instant moment) throws IOException {
        return Objects.requireNonNull(history.boardAt(environment, moment).service("orders"))
                .health();
    }

    private static ServiceHealth stands(Change change) {
        return Objects.requireNonNull(change.stands());
    }

    /// All that makes a difference: not when the newest answer came, nor what exactly it said.
    private static List<String> bare(HealthBoard board) {
        return board.services().values().stream()
                .filter(health -> health.lastAnswer() != null)
                .map(Bare::of)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void whatIsReadAfterTheEndIsNothing() throws IOException {
        history.close();
        assertThat(history.services(ENV)).isEmpty();
    }
}
