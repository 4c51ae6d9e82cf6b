package dev.orrery.probe;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Secrets in memory, each with its audience. One without an audience is given to nobody.
public final class KnownSecrets implements Secrets {
    private final NavigableMap<String, Secret> values;
    private final NavigableMap<String, SecretAudience> audiences;

    /// @param audiences by the secret's name
    public KnownSecrets(Map<String, Secret> values, Map<String, SecretAudience> audiences) {
        this.values = new TreeMap<>(values);
        this.audiences = new TreeMap<>(audiences);
    }

    @Override
    public Found find(String name, Origin origin) {
        Secret value = values.get(name);
        if (value == null) {
            return new Found.Unknown();
        }
        SecretAudience audience = audiences.get(name);
        return audience != null && audience.includes(origin) ? new Found.Given(value) : new Found.NotForThisOrigin();
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
