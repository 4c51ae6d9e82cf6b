package dev.orrery.probe;

import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Holds a stream to each service that offers one, and has a check asked at once where its stream says otherwise than
/// its newest answer, or breaks off. Of the scheduler's thread alone.
///
/// A stream is opened after an answer, by the same rules as a probe, and never closes without a cause: the check goes
/// out of the plan, all is paused, the network is lost, an origin is not allowed any more.
final class Subscriptions {
    /// Each keeps a connection and a thread; the rest are asked as if there were none.
    static final int MOST = 64;

    /// From the first break to the next stream; doubled with each.
    static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /// A stream that lasted so long was no failure.
    static final Duration STEADY = Duration.ofMinutes(5);

    private final Asker asker;
    private final Scheduler scheduler;
    private final InstantSource steady;
    private final Consumer<Schedule> hasten;
    private final Set<Schedule> open = new LinkedHashSet<>();

    /// @param steady the clock of schedules
    /// @param hasten has a check asked soon that is not being asked
    Subscriptions(Asker asker, Scheduler scheduler, InstantSource steady, Consumer<Schedule> hasten) {
        this.asker = asker;
        this.scheduler = scheduler;
        this.steady = steady;
        this.hasten = hasten;
    }

    /// What is known of one check's stream.
    static final class Line {
        /// There is none, and it is not asked for again.
        static final Line NONE = new Line();

        /// Ends the stream; null while there is none.
        private @Nullable Runnable ending;
        /// Counts the streams; word of an older one is dropped.
        private int turn;
        private Instant since = Instant.MIN;
        private int breaks;
        private Instant notBefore = Instant.MIN;
        private @Nullable Verdict said;
        private Instant saidAt = Instant.MIN;
        private @Nullable Verdict answered;
        /// The newest answer was another than what was said last, and asked for later.
        private boolean behind;
    }

    /// A check that is to be asked on has been answered.
    void answered(Schedule schedule, Observation answer) {
        Line line = schedule.line;
        if (line.equals(Line.NONE) || answer.verdict() == Verdict.GAP) {
            return;
        }
        line.answered = answer.verdict();
        if (line.ending == null) {
            boolean spoke = answer.format() != null;
            if (spoke && open.size() < MOST && !steady.instant().isBefore(line.notBefore)) {
                open(schedule, line);
            }
        } else if (!contradicts(line.said, line.answered)) {
            line.behind = false;
        } else if (!line.saidAt.isBefore(schedule.started)) {
            hasten.accept(schedule);
        } else if (line.behind) {
            // It did not say what the service answers, twice: nothing comes through it any more.
            end(schedule, line);
            broke(line);
        } else {
            line.behind = true;
        }
    }

    /// Ends streams through no fault of theirs.
    void end(Predicate<Schedule> which) {
        for (Schedule schedule : List.copyOf(open)) {
            if (which.test(schedule)) {
                end(schedule, schedule.line);
                schedule.line = new Line();
            }
        }
    }

    private void open(Schedule schedule, Line line) {
        int turn = ++line.turn;
        Optional<Runnable> ending = asker.follow(
                schedule.target,
                verdict -> scheduler.run(() -> said(schedule, line, turn, verdict)),
                end -> scheduler.run(() -> ended(schedule, line, turn, end)));
        if (ending.isEmpty()) {
            schedule.line = Line.NONE;
            return;
        }
        line.ending = ending.get();
        line.since = steady.instant();
        line.said = null;
        line.behind = false;
        open.add(schedule);
    }

    private void said(Schedule schedule, Line line, int turn, Verdict verdict) {
        if (turn == line.turn && line.ending != null) {
            line.said = verdict;
            line.saidAt = steady.instant();
            line.behind = false;
            if (contradicts(verdict, line.answered)) {
                hasten.accept(schedule);
            }
        }
    }

    private void ended(Schedule schedule, Line line, int turn, Subscription.End why) {
        if (turn != line.turn || line.ending == null) {
            return;
        }
        boolean lived = line.said != null;
        end(schedule, line);
        switch (why) {
            case NOT_OFFERED -> schedule.line = Line.NONE;
            case BROKEN -> {
                broke(line);
                if (lived) {
                    hasten.accept(schedule);
                }
            }
        }
    }

    private void end(Schedule schedule, Line line) {
        Runnable ending = line.ending;
        line.ending = null;
        open.remove(schedule);
        if (ending != null) {
            ending.run();
        }
    }

    private void broke(Line line) {
        Instant now = steady.instant();
        boolean wasSteady = Duration.between(line.since, now).compareTo(STEADY) >= 0;
        line.breaks = wasSteady ? 1 : line.breaks + 1;
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(line.breaks - 1, 20));
        line.notBefore = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    /// A warning is said by the way in which an answer came, and no stream has that.
    private static boolean contradicts(@Nullable Verdict said, @Nullable Verdict answered) {
        return said != null && answered != null && plain(said) != plain(answered);
    }

    private static Verdict plain(Verdict verdict) {
        return verdict == Verdict.WARN ? Verdict.PASS : verdict;
    }
}
