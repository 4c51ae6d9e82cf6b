package dev.orrery.app.runtime;

import dev.orrery.history.DayStrip;
import dev.orrery.history.History;
import dev.orrery.history.Keeping;
import dev.orrery.history.Limits;
import dev.orrery.history.Recorder;
import dev.orrery.session.Action;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps the history of what is open, and reads from it. FX thread only; disks are waited for elsewhere.
public final class Remembering implements AutoCloseable {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PART = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Path folder;
    private final Function<Opened, String> environments;
    private final InstantSource clock;
    private final Executor fx;
    private final Consumer<String> tell;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("orrery-history-reader").factory());
    private @Nullable History history;
    private @Nullable Recorder recorder;
    private @Nullable Path topology;
    private String environment = History.NO_ENVIRONMENT;
    private long since;

    /// @param folder in which histories lie
    /// @param environments under which environment the history of what is open is kept
    /// @param fx runs work on the FX thread
    /// @param tell takes sentences for people, on any thread
    public Remembering(
            Path folder,
            Function<Opened, String> environments,
            InstantSource clock,
            Executor fx,
            Consumer<String> tell) {
        this.folder = folder;
        this.environments = environments;
        this.clock = clock;
        this.fx = fx;
        this.tell = tell;
    }

    /// Takes down how all stand, while endpoints are asked. A view of the session.
    public void see(Session session) {
        Opened opened = session.opened();
        Path now = opened == null ? null : named(opened);
        if (now == null || !now.equals(topology)) {
            leave();
        }
        if (opened != null) {
            goTo(environments.apply(opened));
        }
        if (opened != null && now != null && session.watching() instanceof Watching.On) {
            recorderFor(now, session.epoch()).stands(session.board());
        } else if (recorder != null) {
            recorder.pause();
        }
    }

    /// Takes down answers, before the session hears of them.
    public void hear(Action action) {
        if (action instanceof Action.Observed observed && recorder != null) {
            // One that was asked before the switch tells of the other environment.
            recorder.observed(
                    observed.observations().stream()
                            .filter(answer -> answer.epoch() >= since)
                            .toList(),
                    observed.gaps());
        }
    }

    /// Reads the last day of a service.
    ///
    /// @param checks how many it has
    /// @param then takes it on the FX thread; never called where there is no history
    public void day(String service, int checks, Consumer<DayStrip> then) {
        History source = history;
        String where = environment;
        if (source == null || reading.isShutdown()) {
            return;
        }
        reading.execute(() -> {
            try {
                source.flush(PATIENCE);
                Instant until = clock.instant();
                DayStrip day = source.strip(where, service, checks, until.minus(DAY), until, PART);
                fx.execute(() -> then.accept(day));
            } catch (IOException unread) {
                System.getLogger(Remembering.class.getName())
                        .log(System.Logger.Level.WARNING, "the history was not read", unread);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        reading.shutdownNow();
        if (history != null) {
            history.close();
        }
        history = null;
        recorder = null;
    }

    /// The history of each environment is its own; all lie in one file.
    private void goTo(String other) {
        if (!other.equals(environment)) {
            if (recorder != null) {
                recorder.pause();
            }
            recorder = null;
            environment = other;
        }
    }

    private Recorder recorderFor(Path now, long epoch) {
        Recorder known = recorder;
        if (known != null) {
            return known;
        }
        History kept = history;
        if (kept == null) {
            kept = open(folder, now, clock, tell);
            history = kept;
            topology = now;
        }
        Recorder fresh = kept.recorder(environment);
        since = epoch;
        recorder = fresh;
        return fresh;
    }

    private void leave() {
        History old = history;
        if (old != null) {
            // Its end waits for the disk.
            reading.execute(old::close);
        }
        history = null;
        recorder = null;
        topology = null;
    }

    /// Opens the history of what was opened by this path: the first of several, to which the workspace belongs too.
    ///
    /// @param tell takes sentences for people, on any thread
    public static History open(Path folder, Path named, InstantSource clock, Consumer<String> tell) {
        Consumer<Keeping> fares = keeping -> {
            if (!keeping.words().isEmpty()) {
                tell.accept(keeping.words());
            }
        };
        String topology = named.toAbsolutePath().normalize().toString();
        return History.open(folder, topology, Limits.DEFAULT, clock, fares, tell);
    }

    private static Path named(Opened opened) {
        return opened.paths().getFirst().toAbsolutePath().normalize();
    }
}
