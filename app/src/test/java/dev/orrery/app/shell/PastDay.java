package dev.orrery.app.shell;

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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/// The day before an incident, as the history keeps it: a slow hour in the night, a quarter of an hour of which nothing
/// was known, a break of eight minutes, and down for the last four.
final class PastDay {
    private static final String SERVICE = "reservations";
    private static final Duration STEP = Duration.ofSeconds(20);

    private PastDay() {}

    static DayStrip until(Instant end, Path folder) {
        Instant begin = end.minus(Duration.ofDays(1));
        AtomicReference<Instant> now = new AtomicReference<>(begin);
        InstantSource clock = now::get;
        History history = History.open(folder, "day", Limits.DEFAULT, clock, _ -> {}, _ -> {});
        try {
            Recorder recorder = history.recorder(History.NO_ENVIRONMENT);
            HealthBoard board = HealthBoard.EMPTY;
            Health before = Health.PENDING;
            for (Instant at = begin; at.isBefore(end); at = at.plus(STEP)) {
                now.set(at);
                long minute = Duration.between(at, end).toMinutes();
                if (minute >= 300 && minute < 308) {
                    recorder.pause();
                    continue;
                }
                Health said = minute < 4
                        ? Health.DOWN
                        : minute >= 840 && minute < 900
                                ? Health.DEGRADED
                                : minute >= 600 && minute < 615 ? Health.UNKNOWN : Health.UP;
                Observation answer = answer(at, said, minute);
                if (said != before) {
                    board = board(answer, said);
                    before = said;
                }
                recorder.stands(board);
                recorder.observed(List.of(answer));
            }
            now.set(end);
            recorder.stands(board);
            history.flush(Duration.ofSeconds(30));
            return history.strip(History.NO_ENVIRONMENT, SERVICE, 1, begin, end, Duration.ofMinutes(5));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            history.close();
        }
    }

    private static Observation answer(Instant at, Health said, long minute) {
        Verdict verdict = switch (said) {
            case UP -> Verdict.PASS;
            case DEGRADED -> Verdict.WARN;
            case DOWN -> Verdict.FAIL;
            case UNKNOWN, PENDING -> Verdict.NONE;
        };
        // A wave over the day, with some noise that is the same each time.
        double millis = 30 + 18 * Math.sin(minute / 160.0) + minute * 7919 % 11 + (said == Health.DEGRADED ? 140 : 0);
        return new Observation(
                new CheckId(SERVICE, 0),
                at,
                Duration.ofNanos((long) (millis * 1e6)),
                verdict,
                Reason.of("body-up"),
                200,
                null,
                List.of(),
                null);
    }

    private static HealthBoard board(Observation answer, Health said) {
        CheckHealth check = new CheckHealth(said, answer.at(), answer.reason(), 0, said, false, answer);
        TreeMap<String, ServiceHealth> services = new TreeMap<>();
        services.put(SERVICE, new ServiceHealth(SERVICE, said, answer.reason(), answer.at(), List.of(check)));
        return new HealthBoard(services);
    }
}
