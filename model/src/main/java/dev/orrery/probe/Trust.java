package dev.orrery.probe;

import dev.orrery.topology.Topology;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// Whom the user has allowed to be asked for one root, in one environment, and which secrets to be sent there.
///
/// What is not in here is never asked or sent. A descriptor that names one more origin later, or binds a secret to one
/// more, asks for that one alone.
///
/// @param origins that may be asked
/// @param secrets that may be sent; one may be in here whose origin is not
public record Trust(NavigableSet<Origin> origins, NavigableSet<SecretUse> secrets) {
    public static final Trust NONE = new Trust(Collections.emptyNavigableSet(), Collections.emptyNavigableSet());

    public Trust {
        origins = Collections.unmodifiableNavigableSet(new TreeSet<>(origins));
        secrets = Collections.unmodifiableNavigableSet(new TreeSet<>(secrets));
    }

    /// To ask, and to send no secret.
    public static Trust of(Collection<Origin> origins) {
        return new Trust(new TreeSet<>(origins), Collections.emptyNavigableSet());
    }

    /// All that it takes to ask everything that a topology names.
    public static Trust wantedBy(Topology topology) {
        NavigableSet<Origin> origins = new TreeSet<>();
        NavigableSet<SecretUse> secrets = new TreeSet<>();
        ProbeTarget.of(topology).forEach(target -> {
            origins.addAll(target.origins());
            secrets.addAll(target.secretUses());
        });
        return new Trust(origins, secrets);
    }

    public boolean allows(Origin origin) {
        return origins.contains(origin);
    }

    public boolean allows(SecretUse use) {
        return secrets.contains(use);
    }

    /// Nothing is allowed.
    public boolean isNone() {
        return origins.isEmpty() && secrets.isEmpty();
    }

    /// What of `wanted` is still to be allowed.
    public Trust missing(Trust wanted) {
        return new Trust(without(wanted.origins, origins), without(wanted.secrets, secrets));
    }

    /// With these allowed as well; the same instance where they were already.
    public Trust and(Trust more) {
        if (missing(more).isNone()) {
            return this;
        }
        NavigableSet<Origin> moreOrigins = new TreeSet<>(origins);
        moreOrigins.addAll(more.origins);
        NavigableSet<SecretUse> moreSecrets = new TreeSet<>(secrets);
        moreSecrets.addAll(more.secrets);
        return new Trust(moreOrigins, moreSecrets);
    }

    private static <T> NavigableSet<T> without(NavigableSet<T> all, Set<T> known) {
        NavigableSet<T> others = new TreeSet<>(all);
        others.removeAll(known);
        return others;
    }
}
