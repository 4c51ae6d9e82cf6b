package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.bool;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.object;

import dev.orrery.json.Json;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A topology as `show --format json` answers it. Everything is sorted by id; problems are in source order.
public final class TopologyJson {
    private TopologyJson() {}

    public static Json.Obj of(Topology topology, List<Problem> problems) {
        return object(
                member("topology", topology.name()),
                member(
                        "services",
                        array(topology.services().stream()
                                .map(TopologyJson::service)
                                .toList())),
                member(
                        "dependencies",
                        array(topology.dependencies().stream()
                                .map(TopologyJson::dependency)
                                .toList())),
                member(
                        "boundaries",
                        array(topology.boundaries().stream()
                                .map(TopologyJson::boundary)
                                .toList())),
                member("problems", array(problems.stream().map(ProblemJson::of).toList())));
    }

    private static Json service(Service service) {
        return object(
                member("id", service.id()),
                member("name", service.name()),
                member("kind", service.kind().word()),
                member("boundary", service.boundary()),
                member("owner", service.owner()),
                member("technology", service.technology()),
                member("aliases", texts(service.aliases())),
                member("tags", texts(service.tags())),
                member("active", bool(service.active())),
                member("availability", percent(service.promise().availability())),
                member("latency", durationOrNull(service.promise().latency())),
                member(
                        "sources",
                        texts(service.sources().stream()
                                .map(SourceLocation::toString)
                                .toList())),
                member(
                        "health",
                        array(service.healthChecks().stream()
                                .map(TopologyJson::healthCheck)
                                .toList())));
    }

    private static Json percent(@Nullable BigDecimal share) {
        return Json.text(share == null ? null : share.toPlainString() + "%");
    }

    private static Json texts(Collection<String> texts) {
        return array(texts.stream().map(Json::text).toList());
    }

    private static Json healthCheck(HealthCheck check) {
        return object(
                member("url", check.url()),
                member("interval", duration(check.interval())),
                member("timeout", duration(check.timeout())),
                member("degradedAbove", durationOrNull(check.degradedAbove())),
                member("expect", expectation(check.expect())),
                member("http", check.request().http2() ? "2" : null),
                member("prometheus", measured(check.request().measured())),
                member("source", check.source().toString()));
    }

    /// Null where the service is asked itself.
    private static Json measured(@Nullable Measured measured) {
        return measured == null
                ? Json.NULL
                : object(
                        member("query", measured.query()),
                        member("byLabels", bool(measured.byLabels())),
                        member("alertmanager", measured.alertmanager()),
                        member("failOn", texts(measured.failOn())),
                        member(
                                "declared",
                                texts(measured.declared().stream()
                                        .map(HealthCheck::url)
                                        .toList())));
    }

    /// Null where nothing is expected.
    private static Json expectation(Expectation expected) {
        if (expected.equals(Expectation.NONE)) {
            return Json.NULL;
        }
        return object(
                member(
                        "status",
                        texts(expected.statuses().stream().map(Object::toString).toList())),
                member("json", named(expected.json())),
                member("body", expected.body()),
                member("header", named(expected.headers())),
                member("within", durationOrNull(expected.within())),
                member("identity", expected.identity()),
                member("allAddresses", bool(expected.allAddresses())));
    }

    private static Json named(SortedMap<String, String> texts) {
        return new Json.Obj(texts.entrySet().stream()
                .map(entry -> member(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Json durationOrNull(@Nullable Duration duration) {
        return duration == null ? Json.NULL : Json.text(duration(duration));
    }

    private static Json dependency(Dependency dependency) {
        return object(
                member("from", dependency.from()),
                member("to", dependency.to()),
                member("kind", dependency.kind().word()),
                member("required", bool(dependency.required())),
                member("protocol", dependency.protocol()),
                member("dangling", bool(dependency.dangling())),
                member(
                        "evidence",
                        array(dependency.evidence().stream()
                                .map(TopologyJson::evidence)
                                .toList())));
    }

    private static Json evidence(Evidence evidence) {
        return object(
                member("certainty", evidence.certainty().word()),
                member("rule", evidence.rule()),
                member("source", evidence.source().toString()));
    }

    private static Json boundary(Boundary boundary) {
        return object(
                member("id", boundary.id()),
                member("name", boundary.name()),
                member("kind", boundary.kind()),
                member("within", boundary.within()),
                member("owner", boundary.owner()));
    }

    /// As descriptors write it: whole seconds as `15s`, anything finer in milliseconds as `500ms`.
    static String duration(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
