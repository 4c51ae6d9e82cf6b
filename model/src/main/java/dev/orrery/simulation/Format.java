package dev.orrery.simulation;

import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.object;

import dev.orrery.json.Json;
import dev.orrery.json.Json.Member;
import dev.orrery.json.JsonWriter;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How services of one technology answer for their health. The shapes are those of the projects' own documentation; a
/// data store answers as a sidecar in front of it would.
enum Format {
    SPRING_BOOT("/actuator/health") {
        @Override
        Answer answer(Report report) {
            List<Member> components = new ArrayList<>();
            for (Report.Part part : report.parts()) {
                components.add(member(
                        part.name(),
                        part.well()
                                ? object(member("status", "UP"))
                                : object(
                                        member("status", "DOWN"),
                                        member("details", object(member("error", part.symptom()))))));
            }
            components.add(member("ping", object(member("status", "UP"))));
            return json(
                    "application/vnd.spring-boot.actuator.v3+json",
                    report,
                    object(
                            member("status", word(report, "UP", "DEGRADED", "DOWN")),
                            member("components", new Json.Obj(components))));
        }
    },

    /// MicroProfile Health knows no word for what is not quite well; some servers answer with one of their own.
    MICROPROFILE("/q/health") {
        @Override
        Answer answer(Report report) {
            List<Json.Obj> checks = report.parts().stream()
                    .map(part -> part.well()
                            ? object(member("name", part.name()), member("status", "UP"))
                            : object(
                                    member("name", part.name()),
                                    member("status", "DOWN"),
                                    member("data", object(member("error", part.symptom())))))
                    .toList();
            return json(
                    "application/json",
                    report,
                    object(
                            member("status", word(report, "UP", "DEGRADED", "DOWN")),
                            member("checks", Json.array(checks))));
        }
    },

    /// `draft-inadarei-api-health-check-06`.
    HEALTH_JSON("/health") {
        @Override
        Answer answer(Report report) {
            List<Member> checks = new ArrayList<>();
            for (Report.Part part : report.parts()) {
                Member type = member("componentType", part.kind() == DependencyKind.DATA ? "datastore" : "component");
                Json.Obj measured = part.well()
                        ? object(type, member("status", "pass"))
                        : object(type, member("status", "fail"), member("output", part.symptom()));
                checks.add(member(part.name() + ":connectivity", Json.array(List.of(measured))));
            }
            return json(
                    "application/health+json",
                    report,
                    object(
                            member("status", word(report, "pass", "warn", "fail")),
                            member("serviceId", report.service()),
                            member("checks", new Json.Obj(checks))));
        }
    },

    /// NestJS knows no word for what is not quite well: it says that it is, and names what is not.
    NEST("/health") {
        @Override
        Answer answer(Report report) {
            List<Member> info = new ArrayList<>();
            List<Member> error = new ArrayList<>();
            for (Report.Part part : report.ownAndParts()) {
                if (part.well()) {
                    info.add(member(part.name(), object(member("status", "up"))));
                } else {
                    error.add(member(part.name(), object(member("status", "down"), member("message", part.symptom()))));
                }
            }
            List<Member> details = new ArrayList<>(info);
            details.addAll(error);
            return json(
                    "application/json; charset=utf-8",
                    report,
                    object(
                            member("status", word(report, "ok", "ok", "error")),
                            member("info", new Json.Obj(info)),
                            member("error", new Json.Obj(error)),
                            member("details", new Json.Obj(details))));
        }
    },

    /// As `health-go` answers for services written in Go.
    GO("/status") {
        @Override
        Answer answer(Report report) {
            List<Member> failures = report.parts().stream()
                    .filter(part -> !part.well())
                    .map(part -> member(part.name(), part.symptom()))
                    .toList();
            return json(
                    "application/json",
                    report,
                    object(
                            member("status", word(report, "OK", "Partially Available", "Unavailable")),
                            member("failures", new Json.Obj(failures)),
                            member(
                                    "component",
                                    object(member("name", report.service()), member("version", "simulated")))));
        }
    },

    /// Dropwizard's health module.
    DROPWIZARD("/health-check") {
        @Override
        Answer answer(Report report) {
            boolean critical = report.state() == Condition.State.FAILED;
            return json(
                    "application/json",
                    report,
                    Json.array(report.ownAndParts().stream()
                            .map(part -> object(
                                    member("name", part.name()),
                                    member("healthy", Json.bool(part.well())),
                                    member("type", "READY"),
                                    member("critical", Json.bool(part.well() || critical))))
                            .toList()));
        }
    },

    /// Elasticsearch and OpenSearch.
    CLUSTER("/_cluster/health") {
        @Override
        Answer answer(Report report) {
            return json(
                    "application/json",
                    report,
                    object(
                            member("cluster_name", report.service()),
                            member("status", word(report, "green", "yellow", "red")),
                            member("timed_out", Json.bool(false)),
                            member("number_of_nodes", Json.number(1))));
        }
    },

    /// One word; ASP.NET Core answers so, and sidecars of data stores do.
    TEXT("/health") {
        @Override
        Answer answer(Report report) {
            return new Answer(
                    status(report), "text/plain; charset=utf-8", word(report, "Healthy", "Degraded", "Unhealthy"));
        }
    };

    /// As a word of its own: Django, MongoDB and others have it inside.
    private static final Pattern GO_WORD = Pattern.compile("\\b(go|golang)\\b");

    private final String path;

    Format(String path) {
        this.path = path;
    }

    abstract Answer answer(Report report);

    /// Where services of this technology are usually asked.
    String path() {
        return path;
    }

    /// The format of a service, by its technology where that is known and by its kind otherwise.
    static Format of(Service service) {
        String technology =
                service.technology() == null ? "" : service.technology().toLowerCase(Locale.ROOT);
        if (technology.contains("spring")) {
            return SPRING_BOOT;
        }
        if (technology.contains("quarkus")
                || technology.contains("java ee")
                || technology.contains("jakarta")
                || technology.contains("microprofile")
                || technology.contains("open liberty")
                || technology.contains("helidon")
                || technology.contains("wildfly")) {
            return MICROPROFILE;
        }
        if (technology.contains(".net")) {
            return TEXT;
        }
        if (technology.contains("nest")) {
            return NEST;
        }
        if (technology.contains("dropwizard")) {
            return DROPWIZARD;
        }
        if (technology.contains("elasticsearch") || technology.contains("opensearch")) {
            return CLUSTER;
        }
        if (GO_WORD.matcher(technology).find()) {
            return GO;
        }
        return switch (service.kind()) {
            case DATABASE, CACHE, QUEUE -> TEXT;
            case WEB, SERVICE, WORKER, GATEWAY, JOB, EXTERNAL -> HEALTH_JSON;
        };
    }

    private static int status(Report report) {
        return report.state() == Condition.State.FAILED ? 503 : 200;
    }

    private static String word(Report report, String well, String limping, String failed) {
        return switch (report.state()) {
            case WELL -> well;
            case LIMPING -> limping;
            case FAILED -> failed;
        };
    }

    private static Answer json(String contentType, Report report, Json body) {
        return new Answer(status(report), contentType, JsonWriter.compact(body));
    }
}
