package dev.orrery.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;

/// Lets so many run at once, together and per host; the others wait in line. One thread only.
///
/// A full host does not hold up the others: who waits for it waits beside the line, not in it.
final class Lanes<T> {
    /// However short of sockets this computer is, so many may run.
    static final int FEWEST = 16;

    private final Limits limits;
    private final Predicate<T> start;
    private final Map<String, Integer> runningByHost = new HashMap<>();
    private final Map<String, Queue<Waiting<T>>> waitingByHost = new HashMap<>();
    private final Deque<Waiting<T>> line = new ArrayDeque<>();
    private int together;
    private int running;

    /// @param start begins the work and says true, or says false where there is nothing to do
    ///     any more
    Lanes(Limits limits, Predicate<T> start) {
        this.limits = limits;
        this.start = start;
        this.together = limits.together();
    }

    void enter(String host, T work) {
        line.add(new Waiting<>(host, work));
        advance();
    }

    /// Work for this host has ended.
    void leave(String host) {
        running--;
        together = Math.min(limits.together(), together + 1);
        runningByHost.computeIfPresent(host, (_, count) -> count == 1 ? null : count - 1);
        Queue<Waiting<T>> beside = waitingByHost.get(host);
        if (beside != null) {
            line.addFirst(beside.remove());
            if (beside.isEmpty()) {
                waitingByHost.remove(host);
            }
        }
        advance();
    }

    /// There were too many: half as many from now on. With each that ends one more is tried again.
    void shed() {
        together = Math.max(Math.min(FEWEST, limits.together()), Math.min(together, running) / 2);
    }

    /// Whether so many run that what is not due yet had better wait.
    boolean isCrowded() {
        return running > together / 2;
    }

    void forgetWaiting() {
        line.clear();
        waitingByHost.clear();
    }

    private void advance() {
        while (running < together && !line.isEmpty()) {
            Waiting<T> next = line.remove();
            if (runningByHost.getOrDefault(next.host, 0) >= limits.perHost()) {
                waitingByHost
                        .computeIfAbsent(next.host, _ -> new ArrayDeque<>())
                        .add(next);
            } else if (start.test(next.work)) {
                running++;
                runningByHost.merge(next.host, 1, Integer::sum);
            }
        }
    }

    private record Waiting<T>(String host, T work) {}
}
