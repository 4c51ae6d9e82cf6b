package dev.orrery.app.bench;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import dev.orrery.history.DayStrip;
import dev.orrery.history.History;
import dev.orrery.history.Limits;
import dev.orrery.history.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// How fast the history is written and read, and how much room it takes.
public final class HistoryBench {
    private static final long SEED = 20_26;
    private static final String ENV = History.NO_ENVIRONMENT;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(1));
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Report.Draft draft = new Report.Draft();
    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final InstantSource clock = now::get;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final int services;
    private final int runs;

    private HistoryBench(int services, int runs) {
        this.services = services;
        this.runs = runs;
    }

    /// @param quick fewer services and runs, within a minute
    public static Report run(boolean quick) throws IOException, InterruptedException {
        HistoryBench bench = quick ? new HistoryBench(50, 3) : new HistoryBench(1_000, 5);
        Path folder = Files.createTempDirectory("orrery-bench-");
        try {
            bench.changes(folder.resolve("changes"));
            bench.day(folder.resolve("day"));
        } finally {
            delete(folder);
        }
        return bench.draft.report("history", SEED);
    }

    /// All services change at once, again and again.
    private void changes(Path folder) throws IOException, InterruptedException {
        int many = Math.max(1_000, services);
        List<Double> rates = new ArrayList<>();
        List<Double> offering = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        try (History history = History.open(folder, "changes", Limits.DEFAULT, clock, _ -> {}, _ -> {})) {
            Recorder recorder = history.recorder(ENV);
            for (int run = 0; run < runs * 4; run++) {
                HealthBoard board = board(many, run % 2 == 0 ? Health.UP : Health.DOWN);
                long begin = System.nanoTime();
                long worked = Load.threadNanos();
                recorder.stands(board);
                work.add((Load.threadNanos() - worked) / 1e6);
                offering.add((System.nanoTime() - begin) / 1e6);
                history.flush(PATIENCE);
                rates.add(many / ((System.nanoTime() - begin) / 1e9));
                pass(STEP);
            }
        }
        String subject = many + " services at once";
        draft.add("changes", subject, "written", "changes/s", new Figures(rates));
        draft.add("changes", subject, "offering", "ms", new Figures(offering));
        draft.add("changes", subject, "processor time of offering", "ms", new Figures(work));
        draft.add("changes", subject, "size", "bytes/change", Figures.of((double) size(folder) / (4L * many * runs)));
    }

    /// A day of answers, four a minute, of services of which each fails now and then.
    private void day(Path folder) throws IOException, InterruptedException {
        now.set(BEGIN);
        String subject = services + " services, one day";
        List<Double> reads = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        List<Double> boards = new ArrayList<>();
        long begin = System.nanoTime();
        try (History history = History.open(folder, "day", Limits.DEFAULT, clock, _ -> {}, _ -> {})) {
            Recorder recorder = history.recorder(ENV);
            HealthBoard up = board(services, Health.UP);
            HealthBoard down = withOneDown(up);
            for (int step = 0; now.get().isBefore(END); step++) {
                recorder.stands(step % 240 < 12 ? down : up);
                recorder.observed(answers());
                if (step % 40 == 39) {
                    history.flush(PATIENCE);
                }
                pass(STEP);
            }
            // Upkeep takes a step now and then when asked to write; a real day gives it 86,400.
            for (int step = 0; step < 60 * (services / 200 + 2) * 24; step++) {
                history.flush(PATIENCE);
            }
            draft.add("day", subject, "written", "s", Figures.of((System.nanoTime() - begin) / 1e9));
            for (int run = 0; run < runs; run++) {
                long start = System.nanoTime();
                long answers = 0;
                for (int i = 0; i < services; i++) {
                    long each = System.nanoTime();
                    DayStrip day = history.strip(ENV, name(i), 1, BEGIN, END, Duration.ofMinutes(5));
                    one.add((System.nanoTime() - each) / 1e6);
                    answers += day.latencies().count();
                }
                reads.add((System.nanoTime() - start) / 1e6);
                if (answers < services * 5_700L) {
                    throw new IllegalStateException("only " + answers + " answers of " + services + " services");
                }
                long asked = System.nanoTime();
                HealthBoard then = history.boardAt(ENV, BEGIN.plusSeconds(random.nextLong(86_000)));
                boards.add((System.nanoTime() - asked) / 1e6);
                if (then.services().size() != services) {
                    throw new IllegalStateException(
                            "a board of " + then.services().size());
                }
            }
        }
        draft.add("day", subject, "read all", "ms", new Figures(reads));
        draft.add("day", subject, "read one", "ms", new Figures(one));
        draft.add("day", subject, "board at a moment", "ms", new Figures(boards));
        draft.add("day", subject, "size", "bytes/service-day", Figures.of((double) size(folder) / services));
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    private List<Observation> answers() {
        List<Observation> answers = new ArrayList<>(services);
        for (int i = 0; i < services; i++) {
            // Most answers take about as long as the one before, some much longer.
            double millis = 4 + i % 90 + Math.exp(random.nextGaussian());
            Duration took = Duration.ofNanos((long) (millis * 1e6));
            answers.add(answer(name(i), Verdict.PASS, took));
        }
        return answers;
    }

    private Observation answer(String service, Verdict verdict, Duration took) {
        return new Observation(
                new CheckId(service, 0),
                now.get(),
                took,
                verdict,
                Reason.of("answers", "200"),
                200,
                "spring-boot",
                List.of(),
                null);
    }

    private HealthBoard board(int many, Health health) {
        TreeMap<String, ServiceHealth> all = new TreeMap<>();
        for (int i = 0; i < many; i++) {
            all.put(name(i), stands(name(i), health));
        }
        return new HealthBoard(all);
    }

    private HealthBoard withOneDown(HealthBoard board) {
        TreeMap<String, ServiceHealth> all = new TreeMap<>(board.services());
        all.put(name(0), stands(name(0), Health.DOWN));
        return new HealthBoard(all);
    }

    private ServiceHealth stands(String service, Health health) {
        Observation answer = answer(service, health == Health.UP ? Verdict.PASS : Verdict.FAIL, Duration.ofMillis(20));
        CheckHealth check = new CheckHealth(health, answer.at(), answer.reason(), 0, health, false, answer);
        return new ServiceHealth(service, health, answer.reason(), answer.at(), List.of(check));
    }

    private static String name(int i) {
        return "service-" + i;
    }

    /// Without SQLite's own library, which is the same for all.
    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
