package dev.orrery.app.bench;

import dev.orrery.app.runtime.Probing;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.probe.Clocks;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbePlan;
import dev.orrery.probe.Prober;
import dev.orrery.probe.Scheduler;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.SteadyClock;
import dev.orrery.probe.Trust;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One case asked by the prober as the program wires it, with the board that colours the picture.
final class ProbeRun {
    private static final Duration GLANCE = Duration.ofMillis(200);

    /// Until all have answered once; then the case has failed.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ProbeCase what;
    private final Duration span;
    private final Lateness lateness;
    private final Set<String> answered = new HashSet<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch all = new CountDownLatch(1);
    private HealthBoard board = HealthBoard.EMPTY;

    /// @param span that is measured, once all have answered and were asked again
    ProbeRun(ProbeCase what, Duration span) {
        this.what = what;
        this.span = span;
        double rate = what.endpoints() * 1e3 / what.interval().toMillis();
        this.lateness = new Lateness((int) (4 * rate * (span.toSeconds() + PATIENCE.toSeconds())));
    }

    void run(LocalFleet fleet, long seed, Report.Draft draft) throws InterruptedException {
        Topology topology = what.topology(fleet);
        Trust trust = Trust.of(Origin.of(topology));
        Clocks clocks = new Clocks(InstantSource.system(), new SteadyClock(InstantSource.system()));
        long heapBefore = Load.heap();
        try (Scheduler folding = Scheduler.onThread("orrery-bench-board");
                Probing probing = new Probing(() -> trust, Secrets.NONE, clocks.wall());
                Prober prober = Prober.live(
                        probing.probe(),
                        () -> trust,
                        clocks,
                        new Random(seed),
                        report -> folding.run(() -> take(report.answers())),
                        lateness::add)) {
            folding.run(() -> board = HealthBoard.of(topology));
            long begin = System.nanoTime();
            prober.retarget(ProbePlan.of(topology, HealthPolicy.DEFAULT, 0));
            if (!first.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                draft.skip(what.name(), "nobody answered");
                return;
            }
            double firstMillis = (System.nanoTime() - begin) / 1e6;
            if (!all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                draft.skip(what.name(), "not all answered");
                return;
            }
            double allSeconds = (System.nanoTime() - begin) / 1e9;
            Lateness.Span starting = lateness.between(0, lateness.count());
            // The second round is where the first is drawn apart.
            Thread.sleep(what.interval().dividedBy(2));
            Stretch stretch = stretch();
            double heap = (double) (Load.heap() - heapBefore) / what.endpoints();

            add(draft, "first answer", "ms", firstMillis);
            add(draft, "all answered", "s", allSeconds);
            late(draft, "lateness while starting", starting);
            late(draft, "lateness", stretch.late);
            add(draft, "probes", "1/s", (double) stretch.probes / stretch.seconds);
            add(draft, "processor time a probe", "µs", stretch.processorNanos / 1e3 / stretch.probes);
            add(draft, "of one processor", "%", 100 * stretch.processorNanos / 1e9 / stretch.seconds);
            add(draft, "heap an endpoint", "bytes", heap);
            add(draft, "threads, at most", "", stretch.threads);
            add(draft, "descriptors, at most", "", (double) stretch.descriptors);
        }
    }

    private record Stretch(
            Lateness.Span late, long probes, double seconds, double processorNanos, int threads, long descriptors) {}

    private Stretch stretch() throws InterruptedException {
        long probes = lateness.count();
        long processor = Load.processorNanos();
        long begin = System.nanoTime();
        int threads = 0;
        long descriptors = 0;
        while (System.nanoTime() - begin < span.toNanos()) {
            Thread.sleep(GLANCE);
            threads = Math.max(threads, Load.threads());
            descriptors = Math.max(descriptors, Load.descriptors());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long used = Load.processorNanos() - processor;
        long until = lateness.count();
        return new Stretch(
                lateness.between(probes, until), Math.max(1, until - probes), seconds, used, threads, descriptors);
    }

    /// On the thread that keeps the board.
    private void take(List<Observation> answers) {
        board = board.with(answers, HealthPolicy.DEFAULT);
        if (all.getCount() > 0) {
            answers.forEach(answer -> answered.add(answer.check().service()));
            first.countDown();
            if (answered.size() == what.endpoints()) {
                all.countDown();
            }
        }
    }

    private void late(Report.Draft draft, String metric, Lateness.Span late) {
        if (!late.isEmpty()) {
            draft.add(new Report.Result(
                    what.name(), what.subject(), metric, "ms", late.median(), late.p99(), late.sorted().length));
            add(draft, metric + ", at most", "ms", late.most());
        }
    }

    private void add(Report.Draft draft, String metric, String unit, double value) {
        draft.add(what.name(), what.subject(), metric, unit, Figures.of(value));
    }
}
