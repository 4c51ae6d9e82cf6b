package dev.orrery.history;

import dev.orrery.text.Messages;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes what waits into the file of a topology, whatever becomes of the file. Used by one thread.
final class Pen implements AutoCloseable {
    /// After a failure nothing is tried for so many turns.
    private static final int REST = 10;

    /// So many steps of upkeep are taken at once where the file may not grow.
    private static final int ROOM = 50;

    private static final System.Logger LOG = System.getLogger(Pen.class.getName());

    private final Opening opening;
    private final Waiting waiting;
    private final Limits limits;
    private final InstantSource clock;
    private final Readers readers;
    private final Consumer<Keeping> tell;
    private final Runnable renewed;

    private boolean opened;
    private Keeping asOpened = new Keeping.InFile();
    private Keeping keeping = asOpened;
    private @Nullable HistoryFile file;
    // Not private, so that a test can make the disk full.
    @Nullable
    Database database;

    private @Nullable Ledger ledger;
    private @Nullable Upkeep upkeep;
    private int resting;
    private int turns;
    private long droppedBefore;

    /// @param tell told whenever it fares differently than before
    /// @param renewed called when what was written in this run is lost, so that it is offered again
    Pen(
            Opening opening,
            Waiting waiting,
            Limits limits,
            InstantSource clock,
            Readers readers,
            Consumer<Keeping> tell,
            Runnable renewed) {
        this.opening = opening;
        this.waiting = waiting;
        this.limits = limits;
        this.clock = clock;
        this.readers = readers;
        this.tell = tell;
        this.renewed = renewed;
    }

    /// Writes some of what waits, or keeps the file in order.
    ///
    /// @param all write everything, minutes that are not over included, and do not rest
    /// @return whether all of it is written, where that was asked for
    boolean turn(boolean all) {
        if (resting > 0 && !all) {
            resting--;
            return false;
        }
        Instant now = clock.instant();
        try {
            if (readers.foundBroken() && file != null && database != null) {
                replace(file, now);
            }
            if (!opened) {
                open(now);
            }
            return switch (keeping) {
                case Keeping.Off _ -> forget();
                case Keeping.ByAnother _ -> takeOver(now) || forget();
                case Keeping.InFile _, Keeping.InMemory _, Keeping.Stuck _ -> write(all, now);
            };
        } catch (SQLException failed) {
            failed(failed, now);
            return false;
        } catch (RuntimeException surprise) {
            LOG.log(System.Logger.Level.ERROR, "the history was not written", surprise);
            stuck(String.valueOf(surprise.getMessage()));
            return false;
        }
    }

    /// Ends: what still waits has been written, or never will be.
    @Override
    public void close() {
        readers.close();
        if (database != null) {
            database.close();
        }
        if (file != null) {
            file.close();
        }
    }

    private void open(Instant now) {
        opened = true;
        try {
            begin(opening.open(now));
        } catch (SQLException unusable) {
            readers.moveToNothing();
            asOpened = new Keeping.Off(String.valueOf(unusable.getMessage()));
        }
        fares(asOpened);
    }

    private void begin(Opening.Open open) throws SQLException {
        asOpened = open.keeping();
        file = open.file();
        database = open.database();
        if (database != null) {
            ledger = new Ledger(database);
            upkeep = new Upkeep(database, limits);
        }
        if (file != null) {
            readers.moveTo(file.path());
        } else if (database != null) {
            readers.moveTo(database);
        }
    }

    /// The other one may have ended.
    private boolean takeOver(Instant now) throws SQLException {
        try {
            if (file == null || !file.lock()) {
                return false;
            }
        } catch (IOException refused) {
            return false;
        }
        file.close();
        open(now);
        renewed.run();
        return write(true, now);
    }

    private boolean forget() {
        waiting.clear();
        return false;
    }

    private boolean write(boolean all, Instant now) throws SQLException {
        boolean wrote = false;
        while (true) {
            Waiting.Batch batch = waiting.take(all ? Instant.MAX : now.truncatedTo(ChronoUnit.MINUTES));
            if (batch.size() == 0) {
                break;
            }
            write(batch);
            wrote = true;
            if (!all || batch.size() < Waiting.BATCH) {
                break;
            }
        }
        fares(asOpened);
        turns++;
        if (upkeep != null && (!wrote || turns % REST == 0)) {
            upkeep.step(now);
        }
        return true;
    }

    private void write(Waiting.Batch batch) throws SQLException {
        boolean done = false;
        try {
            if (ledger != null) {
                ledger.write(batch);
                done = true;
            }
        } finally {
            if (!done) {
                waiting.putBack(batch);
            }
        }
    }

    private void failed(SQLException failed, Instant now) {
        if (Trouble.of(failed) == Trouble.BROKEN && file != null) {
            replace(file, now);
            return;
        }
        stuck(Trouble.words(failed));
        if (Trouble.of(failed) == Trouble.FULL) {
            makeRoom(now);
        }
    }

    /// It may be full up to the bound that we gave it ourselves.
    private void makeRoom(Instant now) {
        try {
            int steps = 0;
            while (upkeep != null && upkeep.step(now) && steps < ROOM) {
                steps++;
            }
        } catch (SQLException stillFull) {
            LOG.log(System.Logger.Level.DEBUG, stillFull.getMessage());
        }
    }

    private void stuck(String why) {
        if (!(keeping instanceof Keeping.Stuck)) {
            droppedBefore = waiting.dropped();
        }
        resting = REST;
        fares(new Keeping.Stuck(why, waiting.dropped() - droppedBefore));
    }

    private void replace(HistoryFile broken, Instant now) {
        close();
        database = null;
        ledger = null;
        upkeep = null;
        opened = false;
        try {
            opening.setAside(broken, now);
        } catch (IOException refused) {
            readers.moveToNothing();
            opened = true;
            fares(new Keeping.Off(Messages.of("history.why.broken")));
            return;
        }
        waiting.clear();
        renewed.run();
    }

    private void fares(Keeping now) {
        if (!now.equals(keeping)) {
            keeping = now;
            tell.accept(now);
        }
    }
}
