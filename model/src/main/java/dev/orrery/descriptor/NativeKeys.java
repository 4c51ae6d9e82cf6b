package dev.orrery.descriptor;

import java.util.Set;

/// The keys of the native format, version 1. `orrery-1.schema.json` has the same; a test compares them.
///
/// Some are reserved: accepted and checked by the schema, not used yet.
final class NativeKeys {
    static final Set<String> TOP =
            Set.of("orrery", "topology", "boundaries", "services", "prometheus", "rules", "aliases");
    static final Set<String> BOUNDARY = Set.of("name", "kind", "within", "owner");
    static final Set<String> SERVICE = Set.of(
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
            "releases",
            "depends_on",
            "slo",
            "prometheus",
            "availability",
            "latency");
    /// Of a service in an overlay of a workspace.
    static final Set<String> OVERLAY = Set.of(
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
            "depends_on",
            "availability",
            "latency");
    static final Set<String> HEALTH =
            Set.of("url", "interval", "timeout", "degraded_above", "expect", "headers", "http", "prometheus");
    static final Set<String> PROMETHEUS_RULE =
            Set.of("url", "query", "alertmanager", "fail_on", "except", "interval", "timeout", "headers");
    static final Set<String> PROMETHEUS_CHECK = Set.of("url", "query", "alertmanager", "fail_on");
    static final Set<String> EXPECT = Set.of("status", "json", "body", "header", "within", "identity", "all_addresses");
    static final Set<String> RELEASE = Set.of("weight", "health");
    static final Set<String> DEPENDENCY =
            Set.of("kind", "required", "protocol", "api", "any_of", "availability", "latency", "prometheus");
    static final Set<String> RULE = Set.of("from", "to", "via", "dependency", "kind", "severity", "because");

    private NativeKeys() {}
}
