package dev.orrery.history;

import dev.orrery.health.CheckId;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes down what is seen of one topology in one environment. Nothing here waits for a disk.
///
/// From the first board to [#pause] is a watch. One ends by itself where nothing was heard for half a minute, because
/// the computer slept, and where the clock was set back; another begins with all as it then stands. May be called from
/// any thread.
public final class Recorder {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration SET_BACK = Duration.ofSeconds(2);

    /// How often a watch that goes on is written down as such.
    private static final Duration BEAT = Duration.ofSeconds(10);

    private final String environment;
    private final Waiting waiting;
    private final InstantSource clock;
    private final Map<CheckId, Entry.OpenGap> gaps = new HashMap<>();
    private Entry.@Nullable OpenWatch watch;
    private HealthBoard board = HealthBoard.EMPTY;
    private Instant heard = Instant.MIN;
    private Instant written = Instant.MIN;

    Recorder(String environment, Waiting waiting, InstantSource clock) {
        this.environment = environment;
        this.waiting = waiting;
        this.clock = clock;
    }

    /// Answers, gaps among them, in order of time. Without a watch they count for nothing.
    public synchronized void observed(Collection<Observation> answers) {
        if (watch == null) {
            return;
        }
        hear();
        waiting.add(environment, answers);
        for (Observation answer : answers) {
            if (answer.verdict() == Verdict.GAP) {
                gap(answer);
            } else {
                end(gaps.remove(answer.check()), answer.at());
            }
        }
    }

    /// The same, with times for which nothing is known. Those of the whole world concern all services; those of a part
    /// of it show in the answers.
    public void observed(Collection<Observation> answers, Collection<dev.orrery.probe.Gap> over) {
        observed(answers);
        for (dev.orrery.probe.Gap gap : over) {
            if (gap.zone().equals(Zone.WORLD) || gap.zone().equals(Zone.ANYWHERE)) {
                gap(gap.reason(), gap.from(), gap.to());
            }
        }
    }

    /// How all stand now. Only what differs from the board before is kept.
    // A service that has not changed is the same instance; comparing all of them would cost more than drawing them.
    @SuppressWarnings("ReferenceEquality")
    public synchronized void stands(HealthBoard now) {
        Entry.OpenWatch during = hear();
        if (now == board) {
            return;
        }
        // Both are sorted, so they are walked through side by side.
        Iterator<ServiceHealth> olds = board.services().values().iterator();
        Iterator<ServiceHealth> news = now.services().values().iterator();
        ServiceHealth before = next(olds);
        ServiceHealth after = next(news);
        while (before != null || after != null) {
            int order =
                    before == null ? 1 : after == null ? -1 : before.service().compareTo(after.service());
            if (order < 0 && before != null) {
                waiting.offer(new Entry.Changed(during, heard, before.service(), null));
                before = next(olds);
            } else if (after != null) {
                boolean changed = (order > 0 || before == null)
                        ? isKnown(after)
                        : before != after && Standing.differ(before, after);
                if (changed) {
                    waiting.offer(new Entry.Changed(during, heard, after.service(), Standing.kept(after)));
                }
                before = order == 0 ? next(olds) : before;
                after = next(news);
            }
        }
        board = now;
    }

    /// A time of which nothing is known of any service, such as while this computer was offline.
    public synchronized void gap(Reason reason, Instant from, Instant until) {
        waiting.offer(new Entry.Missed(new Entry.OpenGap(environment, null, reason, from), until));
    }

    /// Nobody watches from now on, until the next board.
    public synchronized void pause() {
        if (watch != null) {
            hear();
            end(heard);
        }
    }

    /// Writes down that the watch goes on, if it does.
    synchronized void beat() {
        if (watch != null) {
            written = heard;
            waiting.offer(new Entry.Watched(watch, heard));
        }
    }

    /// Begins again, with all as it stands: what was written before is lost.
    synchronized void renew() {
        if (watch != null) {
            HealthBoard stands = board;
            end(heard);
            stands(stands);
        }
    }

    /// What nobody has asked yet says nothing about the past.
    private static boolean isKnown(ServiceHealth health) {
        return health.isAsked() && health.lastAnswer() != null;
    }

    private static @Nullable ServiceHealth next(Iterator<ServiceHealth> all) {
        return all.hasNext() ? all.next() : null;
    }

    private Entry.OpenWatch hear() {
        Instant now = clock.instant();
        if (watch != null
                && (heard.plus(SILENCE).isBefore(now) || now.plus(SET_BACK).isBefore(heard))) {
            HealthBoard stands = board;
            end(heard);
            begin(now);
            stands(stands);
        }
        if (watch == null) {
            return begin(now);
        }
        heard = now.isAfter(heard) ? now : heard;
        if (written.plus(BEAT).isBefore(heard)) {
            beat();
        }
        return watch;
    }

    private Entry.OpenWatch begin(Instant now) {
        Entry.OpenWatch begun = new Entry.OpenWatch(environment, now);
        watch = begun;
        heard = now;
        written = now;
        waiting.offer(new Entry.Watched(begun, now));
        return begun;
    }

    private void end(Instant at) {
        if (watch != null) {
            waiting.offer(new Entry.Watched(watch, at));
        }
        gaps.clear();
        watch = null;
        board = HealthBoard.EMPTY;
    }

    private void gap(Observation answer) {
        Entry.OpenGap known = gaps.get(answer.check());
        if (known == null || !known.reason.code().equals(answer.reason().code())) {
            end(known, answer.at());
            known = new Entry.OpenGap(
                    environment,
                    answer.check().service(),
                    answer.reason(),
                    answer.at().minus(answer.took()));
            gaps.put(answer.check(), known);
        }
        waiting.offer(new Entry.Missed(known, answer.at()));
    }

    private void end(Entry.@Nullable OpenGap gap, Instant at) {
        if (gap != null) {
            waiting.offer(new Entry.Missed(gap, at));
        }
    }
}
