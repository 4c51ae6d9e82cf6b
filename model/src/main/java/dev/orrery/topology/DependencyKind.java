package dev.orrery.topology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a service leans on another: waits for an answer, sends and goes on, or keeps data there.
public enum DependencyKind {
    SYNC,
    ASYNC,
    DATA;

    /// The word in descriptors and answers: the name in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind that a descriptor's word names; empty for any other word.
    public static Optional<DependencyKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// The kind of a dependency whose descriptor does not state one: it follows the target.
    public static DependencyKind towards(ServiceKind target) {
        return switch (target) {
            case DATABASE, CACHE -> DATA;
            case QUEUE -> ASYNC;
            case WEB, SERVICE, WORKER, GATEWAY, JOB, EXTERNAL -> SYNC;
        };
    }
}
