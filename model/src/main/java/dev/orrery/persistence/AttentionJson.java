package dev.orrery.persistence;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.object;

import dev.orrery.health.Acknowledgement;
import dev.orrery.health.Attention;
import dev.orrery.health.Health;
import dev.orrery.health.Maintenance;
import dev.orrery.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What people said in one environment, as JSON. What was said of several services at once is written once.
final class AttentionJson {
    private AttentionJson() {}

    /// @param whole false where something in it could not be understood
    record Understood(Attention attention, boolean whole) {}

    static Json.Obj of(String environment, Attention attention) {
        Map<Acknowledgement, List<String>> said = new LinkedHashMap<>();
        attention
                .acknowledged()
                .forEach((id, one) ->
                        said.computeIfAbsent(one, _ -> new ArrayList<>()).add(id));
        SortedMap<Maintenance, List<String>> windows = new TreeMap<>();
        attention
                .maintenance()
                .forEach((id, times) -> times.forEach(time ->
                        windows.computeIfAbsent(time, _ -> new ArrayList<>()).add(id)));
        return object(
                member("name", environment),
                member(
                        "acknowledged",
                        array(said.entrySet().stream()
                                .map(entry -> acknowledged(entry.getKey(), entry.getValue()))
                                .toList())),
                member(
                        "maintenance",
                        array(windows.entrySet().stream()
                                .map(entry -> maintenance(entry.getKey(), entry.getValue()))
                                .toList())));
    }

    static Understood read(Json.Obj entry) {
        SortedMap<String, Acknowledgement> acknowledged = new TreeMap<>();
        SortedMap<String, NavigableSet<Maintenance>> maintenance = new TreeMap<>();
        boolean whole = true;
        for (Json item : items(entry, "acknowledged")) {
            Optional<Acknowledgement> said = asObject(item).flatMap(AttentionJson::acknowledgement);
            said.ifPresent(one -> services(item).forEach(id -> acknowledged.put(id, one)));
            whole &= said.isPresent();
        }
        for (Json item : items(entry, "maintenance")) {
            Optional<Maintenance> time = asObject(item).flatMap(AttentionJson::window);
            time.ifPresent(one -> services(item)
                    .forEach(id -> maintenance
                            .computeIfAbsent(id, _ -> new TreeSet<>())
                            .add(one)));
            whole &= time.isPresent();
        }
        return new Understood(new Attention(acknowledged, maintenance), whole);
    }

    private static Json acknowledged(Acknowledgement said, List<String> services) {
        return object(
                member("seen", said.seen().name()),
                member("until", said.until().toString()),
                member("note", said.note()),
                member("services", array(services.stream().map(Json::text).toList())));
    }

    private static Json maintenance(Maintenance time, List<String> services) {
        return object(
                member("from", time.from().toString()),
                member("until", time.until().toString()),
                member("note", time.note()),
                member("services", array(services.stream().map(Json::text).toList())));
    }

    private static Optional<Acknowledgement> acknowledgement(Json.Obj item) {
        try {
            return Optional.of(new Acknowledgement(
                    Health.valueOf(text(item, "seen")), Instant.parse(text(item, "until")), text(item, "note")));
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Maintenance> window(Json.Obj item) {
        try {
            return Optional.of(new Maintenance(
                    Instant.parse(text(item, "from")), Instant.parse(text(item, "until")), text(item, "note")));
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static List<String> services(Json item) {
        List<String> ids = new ArrayList<>();
        asObject(item)
                .ifPresent(object -> items(object, "services").forEach(id -> {
                    if (id instanceof Json.Text(String text)) {
                        ids.add(text);
                    }
                }));
        return ids;
    }

    private static Optional<Json.Obj> asObject(Json item) {
        return item instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
    }

    private static List<Json> items(Json.Obj object, String name) {
        return object.get(name).orElse(Json.NULL) instanceof Json.Arr list ? list.items() : List.of();
    }

    private static String text(Json.Obj object, String name) {
        return object.get(name).orElse(Json.NULL) instanceof Json.Text(String text) ? text : "";
    }
}
