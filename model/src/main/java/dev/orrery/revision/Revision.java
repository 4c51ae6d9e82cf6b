package dev.orrery.revision;

import java.time.Instant;

/// A commit of the repository around opened files.
///
/// @param id in hexadecimal digits, whole
/// @param time when it was committed
/// @param subject the first line of its message; text from outside, to be made harmless by whoever shows it
public record Revision(String id, Instant time, String subject) {
    /// As many digits of an id as people say.
    private static final int SHORT = 10;

    static Revision of(Commit commit) {
        return new Revision(commit.id(), commit.time(), commit.subject());
    }

    /// The beginning of the id, for people.
    public String shortId() {
        return id.substring(0, SHORT);
    }
}
