package dev.orrery.app.runtime;

import dev.orrery.text.Untrusted;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// The last lines of the log, without secrets, for the window that shows it.
///
/// URLs lose their user information and query, and what looks like a credential its value. Lines are made harmless and
/// cut.
public final class LogBook {
    static final int MOST_LINES = 2_000;
    private static final int LONGEST = 1_000;
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+@");
    private static final Pattern QUERY = Pattern.compile("(?<=[a-z]://[^\\s?]{1,500})\\?\\S*");
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?i)\\b(authorization|cookie|password|passwd|secret|token|api[-_]?key)(\\s*[:=]\\s*)(?:(bearer|basic)\\s+)?\\S+");

    private final InstantSource clock;
    private final Deque<String> lines = new ArrayDeque<>();

    public LogBook(InstantSource clock) {
        this.clock = clock;
    }

    /// Writes one line: time, level, where it comes from, words.
    public synchronized void write(System.Logger.Level level, String source, String words) {
        if (lines.size() == MOST_LINES) {
            lines.removeFirst();
        }
        lines.addLast("%s %-7s %s: %s"
                .formatted(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        level,
                        source.substring(source.lastIndexOf('.') + 1),
                        redacted(words)));
    }

    /// Oldest first.
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    static String redacted(String words) {
        String withoutUser = USER_INFO.matcher(words).replaceAll("•••@");
        String withoutQuery = QUERY.matcher(withoutUser).replaceAll("?•••");
        String withoutCredentials = CREDENTIAL.matcher(withoutQuery).replaceAll("$1$2•••");
        return Untrusted.oneLine(withoutCredentials, LONGEST);
    }
}
