package dev.orrery.probe;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Gathers what is to be reported, so that there are few reports and not one for each answer. Of
/// the scheduler's thread alone.
final class Batch {
    /// From one report to the next, at least.
    static final Duration WAIT = Duration.ofMillis(100);

    private static final Comparator<Observation> BY_TIME =
            Comparator.comparing(Observation::steady).thenComparing(Observation::check);

    private final Scheduler scheduler;
    private final Consumer<Report> consumer;
    private final List<Observation> answers = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private ObserverState reported = new ObserverState.Online();
    private ObserverState observer = new ObserverState.Online();
    private boolean due;

    Batch(Scheduler scheduler, Consumer<Report> consumer) {
        this.scheduler = scheduler;
        this.consumer = consumer;
    }

    void add(Observation answer) {
        answers.add(answer);
        arm();
    }

    void add(Gap gap) {
        gaps.add(gap);
        arm();
    }

    void observer(ObserverState state) {
        if (!state.equals(observer)) {
            observer = state;
            arm();
        }
    }

    /// Leaves out what is not to be reported any more.
    void forget(Predicate<CheckId> gone) {
        answers.removeIf(answer -> gone.test(answer.check()));
    }

    private void arm() {
        if (!due) {
            due = true;
            scheduler.after(WAIT, this::flush);
        }
    }

    private void flush() {
        due = false;
        if (answers.isEmpty() && gaps.isEmpty() && observer.equals(reported)) {
            return;
        }
        answers.sort(BY_TIME);
        Report report = new Report(answers, gaps, observer);
        answers.clear();
        gaps.clear();
        reported = observer;
        consumer.accept(report);
    }
}
