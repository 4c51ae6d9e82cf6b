package dev.orrery.app.bench;

import dev.orrery.app.runtime.Probing;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Verdict;
import dev.orrery.history.History;
import dev.orrery.history.Limits;
import dev.orrery.history.Recorder;
import dev.orrery.probe.Clocks;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbePlan;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Prober;
import dev.orrery.probe.Report;
import dev.orrery.probe.Scheduler;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.SteadyClock;
import dev.orrery.probe.Trust;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Asks for a while, as the program does with its history, and cuts the network and changes the plan meanwhile.
final class SoakRun {
    static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = HealthCheck.DEFAULT_TIMEOUT;
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /// In glances.
    private static final int HEAP_EVERY = 10;

    private static final int PLAN_EVERY = 30;
    private static final int CUT_EVERY = 60;
    private static final int CUT_AT = 18;
    private static final int CUT_FOR = 10;

    private final LocalFleet fleet;
    private final int endpoints;
    private final Path folder;
    private final long seed;
    private final Clocks clocks = new Clocks(InstantSource.system(), new SteadyClock(InstantSource.system()));
    private final Attendance attendance = new Attendance(INTERVAL.multipliedBy(10));
    private final AtomicLong probes = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private Topology topology = new Topology("soak", List.of(), List.of(), List.of());
    private HealthBoard board = HealthBoard.EMPTY;
    private long gaps;
    private int down;

    SoakRun(LocalFleet fleet, int endpoints, Path folder, long seed) {
        this.fleet = fleet;
        this.endpoints = endpoints;
        this.folder = folder;
        this.seed = seed;
    }

    /// @param late probes that began later than a whole interval
    /// @param gaps that were told, each with its reason
    /// @param forgotten how often a check was not asked in time, and nothing said why
    /// @param down so many at most were down at once: all that failed did so because of a cut
    /// @param heap in bytes, after collection, by millions of probes
    /// @param log in bytes, at most, of what SQLite writes ahead
    record Found(
            long probes,
            long processorNanos,
            long late,
            int cuts,
            int plans,
            long gaps,
            long forgotten,
            int down,
            Trend heap,
            int threads,
            long descriptors,
            long log) {}

    Found ask(Duration span) throws IOException, InterruptedException {
        Trust trust = Trust.of(Origin.of(topology(0)));
        List<Trend.Point> heaps = new ArrayList<>();
        long worked = Load.processorNanos();
        int threads = 0;
        long descriptors = 0;
        long log = 0;
        int cuts = 0;
        int plans = 0;
        try (Scheduler folding = Scheduler.onThread("orrery-bench-board");
                History history = History.open(folder, "soak", Limits.DEFAULT, clocks.wall(), _ -> {}, _ -> {});
                Probing probing = new Probing(() -> trust, Secrets.NONE, clocks.wall());
                Prober prober = Prober.live(
                        probing.probe(),
                        () -> trust,
                        clocks,
                        new Random(seed),
                        report -> folding.run(() -> take(report, history.recorder(History.NO_ENVIRONMENT))),
                        this::begun)) {
            goOver(0, folding, prober);
            long glances = span.dividedBy(GLANCE);
            for (int glance = 1; glance <= glances; glance++) {
                Thread.sleep(GLANCE);
                threads = Math.max(threads, Load.threads());
                descriptors = Math.max(descriptors, Load.descriptors());
                if (glance % HEAP_EVERY == 0 && glance > glances / 5) {
                    heaps.add(new Trend.Point(probes.get() / 1e6, Load.heap()));
                    log = Math.max(log, writtenAhead());
                }
                if (glance % PLAN_EVERY == 0) {
                    goOver(++plans, folding, prober);
                }
                int within = glance % CUT_EVERY;
                if (within == CUT_AT) {
                    cuts++;
                    fleet.cut();
                } else if (within == CUT_AT + CUT_FOR) {
                    fleet.heal();
                }
            }
            fleet.heal();
            CountDownLatch end = new CountDownLatch(1);
            folding.run(() -> {
                attendance.end(clocks.steady().instant());
                end.countDown();
            });
            end.await();
        }
        return new Found(
                probes.get(),
                Load.processorNanos() - worked,
                late.get(),
                cuts,
                plans,
                gaps,
                attendance.forgotten(),
                down,
                new Trend(heaps),
                threads,
                descriptors,
                log);
    }

    /// Every other plan asks one in ten at another URL.
    private void goOver(int plan, Scheduler folding, Prober prober) {
        Topology next = topology(plan);
        folding.run(() -> {
            board = topology.services().isEmpty() ? HealthBoard.of(next) : board.carriedOver(topology, next, plan);
            topology = next;
            attendance.expect(
                    ProbeTarget.of(next).stream().map(ProbeTarget::id).toList(),
                    clocks.steady().instant());
            prober.retarget(ProbePlan.of(next, HealthPolicy.DEFAULT, plan));
        });
    }

    private Topology topology(int plan) {
        SourceLocation here = SourceLocation.startOf("generated");
        List<Service> services = new ArrayList<>(endpoints);
        for (int i = 0; i < endpoints; i++) {
            String url = fleet.url(i, false) + (plan % 2 == 1 && i % 10 == 0 ? "?again" : "");
            HealthCheck check = new HealthCheck(url, INTERVAL, TIMEOUT, null, here);
            services.add(Service.of("service-" + i, ServiceKind.SERVICE, here).withHealthChecks(List.of(check)));
        }
        return new Topology("soak", services, List.of(), List.of());
    }

    /// On the thread that keeps the board.
    private void take(Report report, Recorder recorder) {
        recorder.observed(report.answers(), report.gaps());
        attendance.hear(report.answers());
        gaps += report.answers().stream()
                .filter(answer -> answer.verdict() == Verdict.GAP)
                .count();
        board = board.with(report.answers(), HealthPolicy.DEFAULT);
        recorder.stands(board);
        down = Math.max(down, (int) board.services().values().stream()
                .filter(service -> service.health() == Health.DOWN)
                .count());
    }

    private void begun(Duration lateness) {
        probes.incrementAndGet();
        if (lateness.compareTo(INTERVAL) > 0) {
            late.incrementAndGet();
        }
    }

    private long writtenAhead() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file :
                    files.filter(path -> path.toString().endsWith("-wal")).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
