package dev.orrery.importer.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A host name as cluster DNS takes it: `name`, `name.namespace`, `name.namespace.svc` with or without a domain, each
/// perhaps with a pod's name before it.
///
/// @param labels up to `svc`, lower case
/// @param isComplete whether it has `svc`, so that it means a Service and nothing else
record HostName(List<String> labels, boolean isComplete) {
    private static final int LONGEST = 253;

    static HostName of(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (plain.isEmpty() || plain.length() > LONGEST || plain.contains("..") || plain.startsWith(".")) {
            return new HostName(List.of(), false);
        }
        List<String> labels = List.of(plain.toLowerCase(Locale.ROOT).split("\\.", -1));
        int svc = labels.indexOf("svc");
        if (svc == 2 || svc == 3) {
            return new HostName(labels.subList(0, svc), true);
        }
        return labels.size() <= 3 ? new HostName(labels, false) : new HostName(List.of(), false);
    }

    /// What it may have been before a kustomization renamed the Service: the Service's own name is one of its first two
    /// labels.
    List<HostName> renamed(Renaming renaming) {
        int last = isComplete ? labels.size() - 1 : Math.min(2, labels.size());
        return IntStream.range(0, Math.max(0, last))
                .mapToObj(at -> {
                    List<String> changed = new ArrayList<>(labels);
                    changed.set(at, renaming.of(labels.get(at)));
                    return new HostName(changed, isComplete);
                })
                .toList();
    }

    /// The Service that is meant, where a namespace is named.
    Manifest.Key service() {
        int last = isComplete ? labels.size() - 1 : 1;
        return new Manifest.Key(labels.get(last), labels.get(last - 1));
    }
}
