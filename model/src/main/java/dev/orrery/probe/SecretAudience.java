package dev.orrery.probe;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The origins to which a secret may be sent. The user says so in the settings; a descriptor cannot.
///
/// @param secret its name
public record SecretAudience(String secret, NavigableSet<Origin> origins) {

    public SecretAudience {
        origins = Collections.unmodifiableNavigableSet(new TreeSet<>(origins));
    }

    public static SecretAudience of(String secret, Collection<Origin> origins) {
        return new SecretAudience(secret, new TreeSet<>(origins));
    }

    public boolean includes(Origin origin) {
        return origins.contains(origin);
    }
}
