package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.Circumstances;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Qualifier;
import dev.orrery.health.ServerCertificate;
import dev.orrery.health.ServiceHealth;
import dev.orrery.json.Json;
import dev.orrery.probe.prometheus.ObservedCalls;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Health as `probe --format json` answers it.
public final class ProbeJson {
    private ProbeJson() {}

    /// The whole answer. Services that the board does not know are left out.
    public static Json.Obj of(Topology topology, HealthBoard board) {
        return of(Circumstances.plain(topology, board));
    }

    /// The same with what people said of the services.
    public static Json.Obj of(Circumstances circumstances) {
        HealthBoard board = circumstances.board();
        return object(
                member(
                        "services",
                        array(circumstances.topology().services().stream()
                                .flatMap(service -> Stream.ofNullable(
                                                board.services().get(service.id()))
                                        .map(health -> service(
                                                service, health, circumstances.of(health, HealthPolicy.DEFAULT))))
                                .toList())),
                member("summary", summary(board)));
    }

    /// The whole answer with `observed`: who was seen to call whom.
    public static Json.Obj of(Circumstances circumstances, ObservedCalls.Seen seen) {
        List<Json.Member> members = new ArrayList<>(of(circumstances).members());
        members.add(member(
                "observed",
                array(seen.calls().stream()
                        .map(call -> object(
                                member("from", call.from()),
                                member("to", call.to()),
                                member("rule", call.evidence().rule()),
                                member("source", call.evidence().source().toString())))
                        .toList())));
        return new Json.Obj(members);
    }

    /// One service: also a line of `probe --watch`.
    ///
    /// @param qualifiers how it is to be taken
    public static Json service(Service service, ServiceHealth health, List<Qualifier> qualifiers) {
        List<Json> checks = new ArrayList<>();
        for (int at = 0;
                at < Math.min(service.healthChecks().size(), health.checks().size());
                at++) {
            checks.add(check(service.healthChecks().get(at), health.checks().get(at)));
        }
        return object(
                member("id", service.id()),
                member("health", health.health().name()),
                member(
                        "reason",
                        object(
                                member("code", health.reason().code()),
                                member("text", health.reason().text()))),
                member(
                        "qualifiers",
                        array(qualifiers.stream()
                                .map(one -> Json.text(one.word()))
                                .toList())),
                member("checks", array(checks)));
    }

    private static Json check(HealthCheck declared, CheckHealth health) {
        Observation last = health.last();
        if (last == null) {
            return object(
                    member("url", declared.url()),
                    member("verdict", "none"),
                    member("httpStatus", Json.NULL),
                    member("millis", Json.NULL),
                    member("format", Json.NULL),
                    member("sampled", Json.NULL),
                    member("certificate", Json.NULL),
                    member("components", array(List.of())));
        }
        Integer status = last.httpStatus();
        Instant sampled = last.sampled();
        return object(
                member("url", declared.url()),
                member("verdict", last.verdict().word()),
                member("httpStatus", status == null ? Json.NULL : number(status)),
                member("millis", last.isTimed() ? number(last.took().toMillis()) : Json.NULL),
                member("format", last.format()),
                member("sampled", sampled == null ? Json.NULL : Json.text(sampled.toString())),
                member("certificate", certificate(last.certificate(), last.at())),
                member("components", array(components("", last.components()))));
    }

    private static Json certificate(@Nullable ServerCertificate shown, Instant at) {
        return shown == null
                ? Json.NULL
                : object(
                        member("names", shown.names()),
                        member("issuer", shown.issuer()),
                        member("notAfter", shown.notAfter().toString()),
                        member("daysLeft", number(shown.daysLeft(at))));
    }

    /// Flat, names joined by `/`.
    private static List<Json> components(String within, List<ComponentHealth> components) {
        List<Json> flat = new ArrayList<>();
        for (ComponentHealth component : components) {
            String name = within + component.name();
            flat.add(object(
                    member("name", name), member("health", component.health().name())));
            flat.addAll(components(name + "/", component.parts()));
        }
        return flat;
    }

    /// How many services stand where. Those without a check are unknown, and counted once more
    /// as `notAsked`.
    private static Json summary(HealthBoard board) {
        Map<Health, Integer> counts = new EnumMap<>(Health.class);
        board.services().values().forEach(service -> counts.merge(service.health(), 1, Integer::sum));
        List<Json.Member> members = new ArrayList<>();
        for (Health health : List.of(Health.UP, Health.DEGRADED, Health.DOWN, Health.UNKNOWN, Health.PENDING)) {
            members.add(member(health.name().toLowerCase(Locale.ROOT), number(counts.getOrDefault(health, 0))));
        }
        long notAsked = board.services().values().stream()
                .filter(service -> !service.isAsked())
                .count();
        members.add(member("notAsked", number(notAsked)));
        return new Json.Obj(members);
    }
}
