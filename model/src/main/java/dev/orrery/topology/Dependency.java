package dev.orrery.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One service needs another. There is one dependency per (from, to); it carries all its evidence.
///
/// @param from id of the service that needs
/// @param to id of what is needed
/// @param required false where the service goes on without it
/// @param protocol as written, such as `https` or `amqp`
/// @param api the API and version that is asked for, as in `payments v1`
/// @param evidence never empty, in source order
/// @param dangling true where no service with the id `to` is defined
public record Dependency(
        String from,
        String to,
        DependencyKind kind,
        boolean required,
        @Nullable String protocol,
        @Nullable String api,
        List<Evidence> evidence,
        boolean dangling)
        implements Comparable<Dependency> {

    public Dependency {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("no dependency without evidence: " + from + " to " + to);
        }
    }

    /// Declared when one of the evidence is; else the surest there is.
    public Certainty certainty() {
        return evidence.stream()
                .map(Evidence::certainty)
                .min(Certainty::compareTo)
                .orElseThrow();
    }

    /// Whether nothing says that it is used: a policy permits it, and that is all.
    public boolean isOnlyAllowed() {
        // Asked of every dependency by whoever looks at all of them.
        for (Evidence piece : evidence) {
            if (piece.certainty() != Certainty.ALLOWED) {
                return false;
            }
        }
        return true;
    }

    /// Whether a text says that it is used. What only a server tells comes and goes, so it places no box.
    public boolean isWritten() {
        return evidence.stream()
                .anyMatch(piece -> piece.certainty() != Certainty.ALLOWED
                        && !piece.source().isServer());
    }

    /// The same between other ends.
    ///
    /// @param missing whether nothing defines the target there
    public Dependency between(String other, String target, boolean missing) {
        return other.equals(from) && target.equals(to) && missing == dangling
                ? this
                : new Dependency(other, target, kind, required, protocol, api, evidence, missing);
    }

    @Override
    public int compareTo(Dependency other) {
        int byFrom = from.compareTo(other.from);
        return byFrom != 0 ? byFrom : to.compareTo(other.to);
    }
}
