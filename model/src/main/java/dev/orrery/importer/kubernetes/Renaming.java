package dev.orrery.importer.kubernetes;

import java.util.Set;

/// What kustomizations put around the names of their objects.
record Renaming(String prefix, String suffix) {
    static final Renaming NONE = new Renaming("", "");

    /// A cluster takes no longer names.
    private static final int LONGEST = 253;

    /// Whose names other things go by.
    private static final Set<String> KEPT = Set.of("Namespace", "CustomResourceDefinition", "APIService");

    boolean isNone() {
        return prefix.isEmpty() && suffix.isEmpty();
    }

    /// Done by a kustomization further in, before this one.
    Renaming after(Renaming inner) {
        int length = prefix.length() + inner.prefix.length() + inner.suffix.length() + suffix.length();
        return length > LONGEST ? this : new Renaming(prefix + inner.prefix, inner.suffix + suffix);
    }

    String of(String name) {
        return prefix + name + suffix;
    }

    String of(ApiKind type, String name) {
        return KEPT.contains(type.kind()) ? name : of(name);
    }
}
