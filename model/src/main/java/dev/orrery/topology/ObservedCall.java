package dev.orrery.topology;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One service was seen to ask another.
///
/// @param from id of the service that asked
/// @param to id of another service
/// @param kind null where it follows the target
/// @param evidence by which measurement of which server
public record ObservedCall(String from, String to, @Nullable DependencyKind kind, Evidence evidence)
        implements Comparable<ObservedCall> {
    private static final Comparator<ObservedCall> ORDER = Comparator.comparing(ObservedCall::pair)
            .thenComparing(call -> call.evidence().rule())
            .thenComparing(call -> call.evidence().source());

    /// Both ends.
    public Pair pair() {
        return new Pair(from, to);
    }

    @Override
    public int compareTo(ObservedCall other) {
        return ORDER.compare(this, other);
    }
}
