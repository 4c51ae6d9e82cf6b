package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What an object is: its kind within its API group. The version does not matter here.
///
/// @param group empty for the core group
record ApiKind(String group, String kind) {
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}(?:(?:alpha|beta)\\d{1,3})?");
    private static final Pattern GROUP = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?");
    /// Groups of others who write their documents in the same way.
    private static final Set<String> FOREIGN = Set.of("backstage.io", "score.dev", "openslo", "skaffold");

    static Optional<ApiKind> of(Value.Mapping root) {
        if (!(root.get("apiVersion").orElse(null) instanceof Value.Scalar version)
                || !(root.get("kind").orElse(null) instanceof Value.Scalar kind)
                || kind.text().isBlank()) {
            return Optional.empty();
        }
        String[] parts = version.text().split("/", -1);
        String group = parts.length == 2 ? parts[0] : "";
        boolean isKnown = parts.length <= 2
                && VERSION.matcher(parts[parts.length - 1]).matches()
                && (parts.length == 1 || GROUP.matcher(group).matches())
                && !FOREIGN.contains(group);
        return isKnown ? Optional.of(new ApiKind(group, kind.text())) : Optional.empty();
    }

    boolean is(String name, String... groups) {
        return kind.equals(name) && Set.of(groups).contains(group);
    }

    boolean isList() {
        return kind.endsWith("List");
    }

    boolean isKustomize() {
        return group.equals("kustomize.config.k8s.io");
    }
}
