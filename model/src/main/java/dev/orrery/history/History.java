package dev.orrery.history;

import dev.orrery.health.CheckId;
import dev.orrery.health.HealthBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What was observed of one topology, kept in a file of its own.
///
/// What is offered to a [#recorder] is written within a second, on a thread of its own. Reading waits for the disk, so
/// it belongs on a thread that may; it gives what is written. Times are exact to the millisecond, ranges hold their
/// start and not their end. Where there is no history to read the answers are empty.
public final class History implements AutoCloseable {
    /// The environment of a topology that names none.
    public static final String NO_ENVIRONMENT = "";

    private final Waiting waiting;
    private final InstantSource clock;
    private final Readers readers = new Readers();
    private final Map<String, Recorder> recorders = new TreeMap<>();
    private final Pen pen;
    private final Writer writer;

    private History(
            Path folder,
            String topology,
            Limits limits,
            InstantSource clock,
            Consumer<Keeping> fares,
            Consumer<String> tell) {
        this.waiting = new Waiting(limits);
        this.clock = clock;
        this.pen = new Pen(new Opening(folder, topology, tell), waiting, limits, clock, readers, fares, this::renew);
        this.writer = new Writer(pen, "orrery-history");
    }

    /// Opens the history of a topology, or begins one. Returns at once: the file is opened by the thread that writes.
    ///
    /// @param folder in which histories lie, made where it is missing
    /// @param topology tells it from all others: the path that the user opened
    /// @param fares told, on that thread, whenever the history fares differently than before
    /// @param tell told, on that thread, what became of a file that could not be used, as a sentence
    public static History open(
            Path folder,
            String topology,
            Limits limits,
            InstantSource clock,
            Consumer<Keeping> fares,
            Consumer<String> tell) {
        History history = new History(folder, topology, limits, clock, fares, tell);
        history.writer.start();
        return history;
    }

    /// Takes down what is seen in one environment; always the same for the same one.
    public Recorder recorder(String environment) {
        synchronized (recorders) {
            return recorders.computeIfAbsent(environment, name -> new Recorder(name, waiting, clock));
        }
    }

    /// Waits until all that was offered before is written.
    ///
    /// @return false where that failed, or took longer
    public boolean flush(Duration longest) throws InterruptedException {
        everyRecorder().forEach(Recorder::beat);
        return writer.flush(longest);
    }

    /// How every service that had been asked stood at a moment; empty where nobody watched then.
    ///
    /// @throws IOException with words for people, as all that is read here
    public HealthBoard boardAt(String environment, Instant at) throws IOException {
        return readers.read(connection -> Questions.boardAt(connection, environment, at))
                .orElse(HealthBoard.EMPTY);
    }

    /// The changes of one service, oldest first; the first of them may be older: it is the one that held at `from`.
    public List<Change> changes(String environment, String service, Instant from, Instant until) throws IOException {
        return readers.read(connection -> Questions.changes(connection, environment, service, from, until))
                .orElse(List.of());
    }

    /// The changes of all services, oldest first.
    public List<Change> changes(String environment, Instant from, Instant until) throws IOException {
        return readers.read(connection -> Questions.changes(connection, environment, from, until))
                .orElse(List.of());
    }

    /// What one check answered, by the minute where that is still kept, else by the hour, oldest first.
    public List<Rollup> rollups(String environment, CheckId check, Instant from, Instant until) throws IOException {
        return readers.read(connection -> Questions.rollups(connection, environment, check, from, until))
                .orElse(List.of());
    }

    /// The gaps of one service, those of all services among them, oldest first.
    public List<Gap> gaps(String environment, String service, Instant from, Instant until) throws IOException {
        return readers.read(connection -> Questions.gaps(connection, environment, service, from, until))
                .orElse(List.of());
    }

    /// When somebody watched, oldest first.
    public List<Watch> watches(String environment, Instant from, Instant until) throws IOException {
        return readers.read(connection -> Questions.watches(connection, environment, from, until))
                .orElse(List.of());
    }

    /// A stretch of one service's past.
    ///
    /// @param checks how many the service has
    /// @param width of the parts into which it is cut
    public DayStrip strip(String environment, String service, int checks, Instant from, Instant until, Duration width)
            throws IOException {
        List<Rollup> rollups = new ArrayList<>();
        for (int check = 0; check < checks; check++) {
            rollups.addAll(rollups(environment, new CheckId(service, check), from, until));
        }
        return DayStrip.of(
                from,
                until,
                width,
                watches(environment, from, until),
                changes(environment, service, from, until),
                gaps(environment, service, from, until),
                rollups);
    }

    /// The names of all services that were ever seen, sorted. Those that are gone remain.
    public List<String> services(String environment) throws IOException {
        return readers.read(connection -> Questions.services(connection, environment))
                .orElse(List.of());
    }

    /// Ends all watches, writes what waits, and ends. A disk that is stuck is left behind after two seconds.
    @Override
    public void close() {
        everyRecorder().forEach(Recorder::pause);
        writer.close();
    }

    private void renew() {
        everyRecorder().forEach(Recorder::renew);
    }

    private List<Recorder> everyRecorder() {
        synchronized (recorders) {
            return new ArrayList<>(recorders.values());
        }
    }
}
