package dev.orrery.probe;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the user has allowed for one root, in each environment apart: behind the same port of this computer may be a
/// test here and production there.
///
/// @param declared for the addresses as declared
/// @param environments by name; one that is not in here allows nothing
public record Trusts(Trust declared, SortedMap<String, Trust> environments) {
    public static final Trusts NONE = ofDeclared(Trust.NONE);

    public Trusts {
        environments = Collections.unmodifiableSortedMap(new TreeMap<>(environments));
    }

    /// For the addresses as declared alone.
    public static Trusts ofDeclared(Trust trust) {
        return new Trusts(trust, Collections.emptySortedMap());
    }

    /// @param environment null for the addresses as declared
    public Trust in(@Nullable String environment) {
        return environment == null ? declared : environments.getOrDefault(environment, Trust.NONE);
    }

    /// With more allowed in one environment.
    ///
    /// @param environment null for the addresses as declared
    public Trusts and(@Nullable String environment, Trust more) {
        Trust widened = in(environment).and(more);
        if (environment == null) {
            return new Trusts(widened, environments);
        }
        SortedMap<String, Trust> others = new TreeMap<>(environments);
        others.put(environment, widened);
        return new Trusts(declared, others);
    }
}
