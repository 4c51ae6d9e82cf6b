package dev.orrery.persistence;

import dev.orrery.probe.Origin;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an entry of the list of secrets is to say.
///
/// @param typed the value, where it is in the list itself; null to leave the one that is there
public record SecretDraft(
        String name,
        NavigableSet<Origin> origins,
        SecretPlace place,
        @Nullable TypedValue typed) {
    public SecretDraft {
        origins = Collections.unmodifiableNavigableSet(new TreeSet<>(origins));
    }
}
