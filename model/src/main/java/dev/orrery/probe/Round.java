package dev.orrery.probe;

import dev.orrery.health.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Everything asked once.
public final class Round {
    private Round() {}

    /// Blocks until every target has answered, each on a virtual thread, so many at once as the limits allow.
    ///
    /// @return one observation for each target, by id
    public static List<Observation> ask(Probe probe, Collection<ProbeTarget> targets, Limits limits)
            throws InterruptedException {
        probe.prepare(targets);
        Semaphore together = new Semaphore(limits.together());
        Map<String, Semaphore> byHost = new HashMap<>();
        List<Future<Observation>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ProbeTarget target : targets) {
                String host =
                        Origin.of(target.check().url()).map(Origin::authority).orElse("");
                Semaphore lane = byHost.computeIfAbsent(host, _ -> new Semaphore(limits.perHost()));
                answers.add(threads.submit(() -> within(lane, together, probe, target)));
            }
            List<Observation> round = new ArrayList<>();
            for (Future<Observation> answer : answers) {
                round.add(answer.get());
            }
            round.sort(Comparator.comparing(Observation::check));
            return List.copyOf(round);
        } catch (ExecutionException surprise) {
            throw new IllegalStateException("a probe broke off", surprise.getCause());
        }
    }

    /// The place at the host comes first, so that nobody who waits for a slow host takes a place from the others.
    private static Observation within(Semaphore lane, Semaphore together, Probe probe, ProbeTarget target)
            throws InterruptedException {
        lane.acquire();
        try {
            together.acquire();
            try {
                return probe.ask(target);
            } finally {
                together.release();
            }
        } finally {
            lane.release();
        }
    }
}
