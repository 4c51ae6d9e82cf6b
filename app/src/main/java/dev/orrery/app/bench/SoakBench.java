package dev.orrery.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/// Whether anything grows while very much is asked for long, through cuts of the network and changes of the plan, with
/// the history kept as the program keeps it.
public final class SoakBench {
    private static final long SEED = 20_26;
    /// So few wait to be let in where the network is cut, and are told nothing at all.
    private static final int LINE = 64;

    /// Threads of pools that are done with end after a while.
    private static final Duration QUIESCE = Duration.ofSeconds(65);

    /// A virtual thread that holds on to its carrier for so long is in the way of others.
    private static final Duration PINNED = Duration.ofMillis(100);

    private final String subject;
    private final Report.Draft draft = new Report.Draft();

    private SoakBench(int endpoints) {
        this.subject = String.format(Locale.ROOT, "%,d endpoints, every %d s", endpoints, SoakRun.INTERVAL.toSeconds());
    }

    /// @param endpoints that are asked, each every two seconds
    /// @param span for which is asked, once all is warm
    /// @param quick within a minute, without waiting for idle threads to end
    public static Report run(int endpoints, Duration span, boolean quick) throws IOException, InterruptedException {
        return new SoakBench(endpoints).measure(endpoints, span, quick);
    }

    private Report measure(int endpoints, Duration span, boolean quick) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("orrery-bench-");
        AtomicLong uncaught = new AtomicLong();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> uncaught.incrementAndGet());
        try (LocalFleet fleet = LocalFleet.start(LINE);
                Recording flight = new Recording()) {
            if (!fleet.hasAddresses() || !fleet.canBeSilent()) {
                draft.skip("all", "the network 127 is not as on Linux here");
                return draft.report("soak", SEED);
            }
            Duration pause = quick ? Duration.ofSeconds(2) : QUIESCE;
            new SoakRun(fleet, endpoints, folder.resolve("warm"), SEED).ask(Duration.ofSeconds(quick ? 6 : 30));
            Standstill first = Standstill.after(pause);
            // Into a file: a stream of events would remember every virtual thread, and be what grows.
            flight.enable("jdk.VirtualThreadPinned").withThreshold(PINNED);
            flight.start();
            SoakRun.Found found = new SoakRun(fleet, endpoints, folder.resolve("soak"), SEED).ask(span);
            flight.stop();
            Standstill last = Standstill.after(pause);

            add("probes", "", found.probes());
            add("probes a second", "1/s", found.probes() * 1e3 / span.toMillis());
            add("processor time a probe", "µs", found.processorNanos() / 1e3 / found.probes());
            add("probes begun later than an interval", "", found.late());
            add("cuts of the network", "", found.cuts());
            add("changes of the plan", "", found.plans());
            add("gaps, with their reason", "", found.gaps());
            add("checks forgotten without a reason", "", found.forgotten());
            add("services down, at most", "", found.down());
            add(
                    "heap after collection, growth by a million probes",
                    "bytes",
                    found.heap().slope());
            add("heap after collection, before", "bytes", first.heap());
            add("heap after collection, at the end", "bytes", last.heap());
            add("threads before", "", first.threads());
            add("threads while asking, at most", "", found.threads());
            add("threads at the end", "", last.threads());
            add("descriptors before", "", first.descriptors());
            add("descriptors while asking, at most", "", found.descriptors());
            add("descriptors at the end", "", last.descriptors());
            add("log of the history, at most", "bytes", found.log());
            add("virtual threads pinned for 100 ms", "", pinned(flight, folder.resolve("soak.jfr")));
            add("uncaught exceptions", "", uncaught.get());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            delete(folder);
        }
        return draft.report("soak", SEED);
    }

    private static long pinned(Recording flight, Path file) throws IOException {
        flight.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                .count();
    }

    /// What this process holds while nothing is asked.
    private record Standstill(long heap, int threads, long descriptors) {
        static Standstill after(Duration pause) throws InterruptedException {
            Thread.sleep(pause);
            return new Standstill(Load.heap(), Load.threads(), Load.descriptors());
        }
    }

    /// A count.
    private void add(String metric, String unit, long value) {
        add(metric, unit, (double) value);
    }

    private void add(String metric, String unit, double value) {
        draft.add("soak", subject, metric, unit, Figures.of(value));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
