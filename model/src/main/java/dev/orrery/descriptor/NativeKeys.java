package dev.orrery.descriptor;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The keys of the native format, version 1, in the order in which they are usually written. `orrery-1.schema.json` has
/// the same; a test compares them.
///
/// Some are reserved: accepted and checked by the schema, not used yet.
public final class NativeKeys {
    public static final Set<String> TOP =
            ordered("orrery", "topology", "boundaries", "services", "prometheus", "rules", "aliases");
    public static final Set<String> BOUNDARY = ordered("name", "kind", "within", "owner");
    public static final Set<String> SERVICE = ordered(
            "name",
            "kind",
            "boundary",
            "owner",
            "technology",
            "tags",
            "links",
            "health",
            "owns",
            "provides",
            "availability",
            "latency",
            "slo",
            "prometheus",
            "releases",
            "depends_on");
    /// Of a service in an overlay of a workspace.
    static final Set<String> OVERLAY = ordered(
            "name",
            "kind",
            "boundary",
            "owner",
            "technology",
            "tags",
            "links",
            "health",
            "owns",
            "provides",
            "availability",
            "latency",
            "depends_on");
    static final Set<String> HEALTH =
            Set.of("url", "interval", "timeout", "degraded_above", "expect", "headers", "http", "prometheus");
    static final Set<String> PROMETHEUS_RULE =
            Set.of("url", "query", "alertmanager", "fail_on", "except", "interval", "timeout", "headers");
    static final Set<String> PROMETHEUS_CHECK = Set.of("url", "query", "alertmanager", "fail_on");
    static final Set<String> EXPECT = Set.of("status", "json", "body", "header", "within", "identity", "all_addresses");
    static final Set<String> RELEASE = Set.of("weight", "health");
    public static final Set<String> DEPENDENCY =
            ordered("kind", "required", "protocol", "api", "availability", "latency", "any_of", "prometheus");
    static final Set<String> RULE = Set.of("from", "to", "via", "dependency", "kind", "severity", "because");

    private NativeKeys() {}

    private static Set<String> ordered(String... keys) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
    }
}
