package dev.orrery.export;

import dev.orrery.json.Json;
import dev.orrery.json.JsonWriter;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A topology in the native format. Reading it again gives the same services, dependencies and boundaries, at other
/// places; of the evidence it keeps only that there is some.
public final class NativeText {
    private static final String PLAIN = "[A-Za-z][A-Za-z0-9_./-]*";
    /// Words that YAML or somebody's reader of it takes for something else than a text.
    private static final String TAKEN = "(?i)y|n|yes|no|on|off|true|false|null|nan";

    private final StringBuilder text = new StringBuilder();

    private NativeText() {}

    public static String of(Topology topology) {
        NativeText written = new NativeText();
        written.write(topology);
        return written.text.toString();
    }

    private void write(Topology topology) {
        line(0, "topology: " + quoted(topology.name()));
        if (!topology.boundaries().isEmpty()) {
            line(0, "boundaries:");
            topology.boundaries().forEach(this::boundary);
        }
        line(0, "services:");
        Map<String, List<Dependency>> needsOf =
                topology.dependencies().stream().collect(Collectors.groupingBy(Dependency::from));
        for (Service service : topology.services()) {
            service(service);
            List<Dependency> needs = needsOf.getOrDefault(service.id(), List.of());
            if (!needs.isEmpty()) {
                line(2, "depends_on:");
                needs.forEach(this::dependency);
            }
        }
    }

    private void boundary(Boundary boundary) {
        List<String> about = new ArrayList<>();
        add(about, "name", boundary.name());
        add(about, "kind", boundary.kind());
        add(about, "within", boundary.within());
        add(about, "owner", boundary.owner());
        line(1, quoted(boundary.id()) + ": " + flow(about));
    }

    private void service(Service service) {
        line(1, quoted(service.id()) + ":");
        line(2, "name: " + quoted(service.name()));
        line(2, "kind: " + service.kind().word());
        text("boundary", service.boundary());
        text("owner", service.owner());
        text("technology", service.technology());
        list("tags", service.tags());
        map("links", service.links());
        checks(service.healthChecks());
        list("owns", service.owns());
        map("provides", service.provides());
        BigDecimal availability = service.promise().availability();
        if (availability != null) {
            line(2, "availability: " + availability.toPlainString() + "%");
        }
        Duration latency = service.promise().latency();
        if (latency != null) {
            line(2, "latency: " + TopologyJson.duration(latency));
        }
        if (!service.releases().isEmpty()) {
            line(2, "releases:");
            service.releases().forEach(this::release);
        }
    }

    private void checks(List<HealthCheck> checks) {
        if (!checks.isEmpty()) {
            line(2, "health:");
            checks.forEach(check -> line(3, "- " + check(check)));
        }
    }

    private void release(Release release) {
        List<String> about = new ArrayList<>();
        about.add("weight: " + release.weight());
        HealthCheck own = release.healthCheck();
        if (own != null) {
            about.add("health: " + check(own));
        }
        line(3, quoted(release.version()) + ": " + flow(about));
    }

    private static String check(HealthCheck check) {
        List<String> about = new ArrayList<>();
        Measured measured = check.request().measured();
        if (measured == null) {
            add(about, "url", check.url());
        } else {
            measured.declared().stream().findFirst().ifPresent(own -> add(about, "url", own.url()));
            about.add("prometheus: " + measured(check.url(), measured));
        }
        if (check.request().http2()) {
            about.add("http: 2");
        }
        about.add("interval: " + TopologyJson.duration(check.interval()));
        about.add("timeout: " + TopologyJson.duration(check.timeout()));
        return flow(about);
    }

    /// A query for all services has no place in a check of one: there the usual metrics count.
    private static String measured(String server, Measured measured) {
        List<String> about = new ArrayList<>();
        add(about, "url", server);
        add(about, "query", measured.byLabels() ? null : measured.query());
        add(about, "alertmanager", measured.alertmanager());
        if (!measured.failOn().isEmpty()) {
            about.add("fail_on: ["
                    + measured.failOn().stream().map(NativeText::quoted).collect(Collectors.joining(", ")) + "]");
        }
        return flow(about);
    }

    private void dependency(Dependency dependency) {
        List<String> about = new ArrayList<>();
        about.add("kind: " + dependency.kind().word());
        add(about, "protocol", dependency.protocol());
        add(about, "api", dependency.api());
        if (!dependency.required()) {
            about.add("required: false");
        }
        line(3, quoted(dependency.to()) + ": " + flow(about));
    }

    private void text(String key, @Nullable String value) {
        if (value != null) {
            line(2, key + ": " + quoted(value));
        }
    }

    private void list(String key, List<String> values) {
        if (!values.isEmpty()) {
            line(
                    2,
                    key + ": ["
                            + String.join(
                                    ", ",
                                    values.stream().map(NativeText::quoted).toList()) + "]");
        }
    }

    private void map(String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            List<String> about = new ArrayList<>();
            values.forEach((name, value) -> add(about, quoted(name), value));
            line(2, key + ": " + flow(about));
        }
    }

    private void line(int level, String content) {
        text.repeat("  ", level).append(content).append('\n');
    }

    private static void add(List<String> about, String key, @Nullable String value) {
        if (value != null) {
            about.add(key + ": " + quoted(value));
        }
    }

    private static String flow(List<String> about) {
        return "{" + String.join(", ", about) + "}";
    }

    /// Plain where no reader could take it for anything else; otherwise as JSON, which is YAML too.
    private static String quoted(String value) {
        boolean plain = value.matches(PLAIN) && !value.matches(TAKEN);
        return plain ? value : JsonWriter.compact(Json.text(value));
    }
}
