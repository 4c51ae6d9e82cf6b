package dev.orrery.history;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What an error of SQLite means for us.
enum Trouble {
    /// The file is no database, or a broken one.
    BROKEN,
    /// The disk, or what the user may use of it, is full.
    FULL,
    /// It may not be written, or not be opened.
    REFUSED,
    /// Anything else: a fault of the disk, or somebody holds a lock for too long.
    OTHER;

    static Trouble of(SQLException failed) {
        if (!(failed instanceof SQLiteException known)) {
            return OTHER;
        }
        int primary = known.getResultCode().code & 0xFF;
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return BROKEN;
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return FULL;
        }
        return primary == SQLiteErrorCode.SQLITE_READONLY.code
                        || primary == SQLiteErrorCode.SQLITE_PERM.code
                        || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                ? REFUSED
                : OTHER;
    }

    /// Why it failed, for people.
    static String words(SQLException failed) {
        Trouble trouble = of(failed);
        return trouble == OTHER ? Untrusted.oneLine(String.valueOf(failed.getMessage())) : trouble.words();
    }

    String words() {
        return Messages.of("history.why." + name().toLowerCase(Locale.ROOT));
    }
}
