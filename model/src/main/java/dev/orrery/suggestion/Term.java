package dev.orrery.suggestion;

import dev.orrery.text.Messages;
import java.util.Locale;

/// What two services can have to do with each other.
public enum Term {
    /// One waits for answers of the other.
    SYNC,
    /// One sends to the other and goes on.
    ASYNC,
    /// One keeps its data in the other.
    DATA,
    /// Both keep data in the same place.
    SHARED_DATA,
    /// They have the same owner.
    OWNER,
    /// Their names have a word in common.
    NAME,
    /// They answer for their health at the same address, so they run in one process.
    DEPLOY_UNIT,
    /// They change in the same commits.
    CO_CHANGE;

    /// The word in answers: the name in lower case, with dashes.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The word for people.
    public String words() {
        return Messages.of("suggestion.term." + word());
    }
}
