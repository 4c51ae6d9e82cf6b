package dev.orrery.topology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of unit a service is. Kinds differ on the picture by icon and outline, never by colour.
public enum ServiceKind {
    WEB,
    SERVICE,
    WORKER,
    GATEWAY,
    DATABASE,
    CACHE,
    QUEUE,
    JOB,
    EXTERNAL;

    /// The word in descriptors and answers: the name in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind that a descriptor's word names; empty for any other word. Words are matched exactly.
    public static Optional<ServiceKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
