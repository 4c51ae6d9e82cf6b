package dev.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ENV = History.NO_ENVIRONMENT;
    private static final String TOPOLOGY = "/somewhere/shop.yaml";
    private static final int FLIPS = Integer.getInteger("orrery.history.flips", 50);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Fleet.START);
    private final List<Keeping> fares = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void noFlippedBitStopsTheHistory() throws Exception {
        Path good = folder.resolve("good");
        fill(good);
        byte[] whole = Files.readAllBytes(file(good));
        int setAside = 0;
        for (int seed = 0; seed < FLIPS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                // Half of them among the first pages, where the tables are described.
                int at = random.nextInt(random.nextBoolean() ? bytes.length : 8_192);
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            Path damaged = Files.createDirectory(folder.resolve("flip-" + seed));
            Files.write(damaged.resolve(file(good).getFileName()), bytes);
            told.clear();
            goesOn(damaged, "flip " + seed);
            if (!told.isEmpty()) {
                setAside++;
                assertThat(Files.size(aside(damaged))).as("flip %s", seed).isGreaterThanOrEqualTo(bytes.length);
            }
        }
        assertThat(setAside).as("most flips are found").isGreaterThan(FLIPS / 4);
    }

    @Test
    void aFileThatIsCutIsSetAside() throws Exception {
        fill(folder);
        byte[] whole = Files.readAllBytes(file(folder));
        Files.write(file(folder), Arrays.copyOf(whole, whole.length / 2 + 77));
        goesOn(folder, "cut");
        assertThat(told).singleElement().asString().contains("set aside as").contains(".broken-");
        assertThat(aside(folder)).hasBinaryContent(Arrays.copyOf(whole, whole.length / 2 + 77));
    }

    @Test
    void whatIsNoHistoryIsSetAside() throws Exception {
        fill(folder);
        Files.writeString(file(folder), "a shopping list: bread, milk, and some more that makes it long enough");
        goesOn(folder, "text");
        assertThat(aside(folder)).hasContent("a shopping list: bread, milk, and some more that makes it long enough");
    }

    @Test
    void theDatabaseOfSomebodyElseIsSetAside() throws Exception {
        fill(folder);
        Path file = file(folder);
        Files.delete(file);
        try (Database foreign = Database.writing(file)) {
            foreign.execute("CREATE TABLE song (title TEXT)");
            foreign.execute("PRAGMA user_version=7");
        }
        goesOn(folder, "foreign");
        try (Database kept = Database.reading(aside(folder))) {
            assertThat(kept.number("SELECT count(*) FROM sqlite_schema WHERE name = 'song'"))
                    .isOne();
        }
    }

    @Test
    void anEmptyFileIsBegun() throws Exception {
        fill(folder);
        Files.write(file(folder), new byte[0]);
        goesOn(folder, "empty");
        assertThat(told).isEmpty();
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws Exception {
        fill(folder);
        Path file = file(folder);
        try (Database newer = Database.writing(file)) {
            newer.execute("CREATE TABLE dream (text TEXT)");
            newer.execute("PRAGMA user_version=" + (Schema.VERSION + 1));
        }
        byte[] before = Files.readAllBytes(file);
        goesOn(folder, "newer");
        assertThat(told).singleElement().asString().contains("newer Orrery").contains(".v1.db");
        assertThat(file).hasBinaryContent(before);
        told.clear();
        goesOn(folder, "newer again");
        History again = open(folder);
        assertThat(again.changes(ENV, Fleet.START, clock.instant().plusSeconds(1)))
                .as("kept between runs")
                .hasSize(2);
        again.close();
    }

    @Test
    void whereNoFolderCanBeMadeMemoryTakesItsPlace() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        goesOn(inTheWay.resolve("history"), "no folder");
        assertThat(fares).singleElement().isInstanceOf(Keeping.InMemory.class);
        assertThat(fares.getFirst().words()).contains("may not be written").contains("until Orrery ends");
    }

    @Test
    void aFolderThatMayNotBeWrittenLeavesMemory() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Assumptions.assumeTrue(Files.getFileStore(closed).supportsFileAttributeView("posix"), "no such permissions");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        Assumptions.assumeFalse(Files.isWritable(closed), "this user may write everywhere");
        goesOn(closed, "closed");
        assertThat(fares).singleElement().isInstanceOf(Keeping.InMemory.class);
    }

    @Test
    void aSecondWindowReadsAndTakesOver() throws Exception {
        History first = open(folder);
        record(first, "orders");
        assertThat(first.flush(PATIENCE)).isTrue();
        History second = open(folder);
        Recorder recorder = second.recorder(ENV);
        Fleet fleet = new Fleet(List.of("orders"));
        hear(recorder, fleet);
        assertThat(second.flush(PATIENCE)).isFalse();
        assertThat(fares).containsExactly(new Keeping.ByAnother());
        assertThat(second.changes(ENV, Fleet.START, clock.instant().plusSeconds(1)))
                .as("nothing is counted twice")
                .hasSize(1);
        first.close();
        assertThat(second.flush(PATIENCE)).isTrue();
        assertThat(fares).last().isEqualTo(new Keeping.InFile());
        assertThat(second.boardAt(ENV, clock.instant()).services()).containsOnlyKeys("orders");
        second.close();
    }

    @Test
    void aFullDiskIsReadOnAndWrittenToAgainWhenThereIsRoom() throws Exception {
        Limits limits = new Limits(1_000_000, Duration.ofDays(1), Duration.ofDays(2), 500, 50_000);
        Waiting waiting = new Waiting(limits);
        Readers readers = new Readers();
        Pen pen = new Pen(
                new Opening(folder, TOPOLOGY, told::add), waiting, limits, clock, readers, fares::add, () -> {});
        Recorder recorder = new Recorder(ENV, waiting, clock);
        // The same beside it, where there is room.
        Waiting roomy = new Waiting(limits);
        Recorder beside = new Recorder(ENV, roomy, clock);
        Fleet fleet = Fleet.of(40);
        hear(recorder, fleet);
        beside.stands(fleet.board());
        assertThat(pen.turn(true)).isTrue();
        Objects.requireNonNull(pen.database).bound(1);
        for (int i = 0; fares.isEmpty() && i < 1_000; i++) {
            clock.pass(Duration.ofSeconds(20));
            hear(recorder, fleet, i % 6 < 3 ? Verdict.FAIL : Verdict.NONE);
            beside.stands(fleet.board());
            pen.turn(true);
        }
        assertThat(fares).singleElement().asString().contains("the disk is full");
        long read = readers.read(connection -> Questions.changes(
                        connection, ENV, Fleet.START, clock.instant().plusSeconds(1)))
                .orElseThrow()
                .size();
        assertThat(read).isGreaterThanOrEqualTo(40);
        for (int i = 0; i < 60; i++) {
            clock.pass(Duration.ofSeconds(20));
            hear(recorder, fleet, i % 6 < 3 ? Verdict.FAIL : Verdict.NONE);
            beside.stands(fleet.board());
            assertThat(pen.turn(true)).isFalse();
        }
        assertThat(fares.getLast())
                .isInstanceOfSatisfying(
                        Keeping.Stuck.class,
                        stuck -> assertThat(stuck.dropped()).isPositive());
        assertThat(fares.getLast().words()).contains("were given up");

        pen.database.bound(100_000_000);
        assertThat(pen.turn(true)).isTrue();
        assertThat(fares).last().isEqualTo(new Keeping.InFile());
        long changes = pen.database.number("SELECT count(*) FROM change");
        long offered = roomy.take(Instant.MAX).entries().stream()
                .filter(Entry.Changed.class::isInstance)
                .count();
        assertThat(changes).as("no change is lost").isEqualTo(offered);
        pen.close();
    }

    @Test
    void aFileThatBreaksWhileItIsUsedIsReplacedAndAllStandsInTheNewOne() throws Exception {
        History history = open(folder);
        Recorder recorder = history.recorder(ENV);
        Fleet fleet = Fleet.of(400);
        for (int i = 0; i < 20; i++) {
            hear(recorder, fleet, i % 2 == 0 ? Verdict.FAIL : Verdict.NONE);
            clock.pass(Duration.ofSeconds(20));
        }
        assertThat(history.flush(PATIENCE)).isTrue();
        byte[] garbage = new byte[(int) Files.size(file(folder))];
        new Random(1).nextBytes(garbage);
        Files.write(file(folder), garbage);
        Path log = folder.resolve(file(folder).getFileName() + "-wal");
        Files.write(log, new byte[0]);
        boolean written = false;
        for (int i = 0; i < 5 && !written; i++) {
            readAll(history);
            hear(recorder, fleet, i % 2 == 0 ? Verdict.FAIL : Verdict.NONE);
            clock.pass(Duration.ofSeconds(20));
            written = history.flush(PATIENCE) && !told.isEmpty();
        }
        assertThat(told).singleElement().asString().contains("set aside");
        recorder.stands(fleet.board());
        assertThat(history.flush(PATIENCE)).isTrue();
        assertThat(history.boardAt(ENV, clock.instant()).services()).hasSize(400);
        history.close();
    }

    /// Whatever lies in the folder: the history opens, takes something down, and gives it back.
    private void goesOn(Path where, String what) throws Exception {
        fares.clear();
        History history = open(where);
        try {
            record(history, "fresh");
            Instant then = clock.instant();
            if (!history.flush(PATIENCE)) {
                // The damage was only found by writing; what stands now is in the next file.
                assertThat(history.flush(PATIENCE)).as(what).isTrue();
            }
            assertThatCode(() -> readAll(history)).as(what).doesNotThrowAnyException();
            assertThat(history.flush(PATIENCE)).as(what).isTrue();
            assertThat(history.boardAt(ENV, then).services()).as(what).containsOnlyKeys("fresh");
        } finally {
            history.close();
        }
    }

    private void readAll(History history) {
        Instant end = clock.instant().plusSeconds(1);
        for (int i = 0; i < 3; i++) {
            try {
                for (String service : history.services(ENV)) {
                    history.changes(ENV, service, Instant.EPOCH, end);
                    history.rollups(ENV, new CheckId(service, 0), Fleet.START, end);
                    history.gaps(ENV, service, Instant.EPOCH, end);
                }
                history.boardAt(ENV, Fleet.START.plusSeconds(30));
                history.watches(ENV, Instant.EPOCH, end);
                return;
            } catch (IOException said) {
                assertThat(said).hasMessageNotContaining("null");
            }
        }
    }

    private void fill(Path where) throws InterruptedException {
        History history = open(where);
        Fleet fleet = Fleet.of(30);
        Recorder recorder = history.recorder(ENV);
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            hear(recorder, fleet, random.nextInt(4) == 0 ? Verdict.FAIL : Verdict.PASS);
            clock.pass(Duration.ofSeconds(20));
        }
        assertThat(history.flush(PATIENCE)).isTrue();
        history.close();
        fares.clear();
    }

    private void record(History history, String service) {
        clock.pass(Duration.ofSeconds(20));
        hear(history.recorder(ENV), new Fleet(List.of(service)));
    }

    private void hear(Recorder recorder, Fleet fleet) {
        hear(recorder, fleet, Verdict.PASS);
    }

    private void hear(Recorder recorder, Fleet fleet, Verdict verdict) {
        List<Observation> answers = fleet.names().stream()
                .map(name -> Fleet.answer(name, clock.instant(), verdict, Duration.ofMillis(12)))
                .toList();
        recorder.stands(fleet.hears(answers));
        recorder.observed(answers);
    }

    private History open(Path where) {
        return History.open(where, TOPOLOGY, Limits.DEFAULT, clock, fares::add, told::add);
    }

    private static Path file(Path where) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            return all.filter(path -> path.toString().endsWith(".db"))
                    .filter(path -> !path.toString().contains(".v1."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path aside(Path where) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            return all.filter(path -> path.toString().contains(".broken-"))
                    .filter(path -> !path.toString().endsWith("-wal")
                            && !path.toString().endsWith("-shm"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
