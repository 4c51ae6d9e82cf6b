package dev.orrery.inspection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The limits that hold.
///
/// @param stated those that differ from the standard
public record Limits(Map<Limit, Integer> stated) {
    public static final Limits STANDARD = new Limits(Map.of());

    public Limits {
        Map<Limit, Integer> copy = new EnumMap<>(Limit.class);
        copy.putAll(stated);
        stated = Collections.unmodifiableMap(copy);
    }

    public int of(Limit limit) {
        return stated.getOrDefault(limit, limit.standard());
    }
}
