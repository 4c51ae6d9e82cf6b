package dev.orrery.probe.prometheus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a server knows of one service. Filled while a snapshot is taken, and only read
/// afterwards.
final class Facts {
    static final Facts NONE = new Facts();

    private final Map<Metric, List<Series>> measured = new EnumMap<>(Metric.class);
    private final List<Series> queried = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();

    void add(Metric metric, Series series) {
        measured.computeIfAbsent(metric, _ -> new ArrayList<>()).add(series);
    }

    /// Of the query that a rule states.
    void add(Series series) {
        queried.add(series);
    }

    void add(Alert alert) {
        alerts.add(alert);
    }

    List<Series> of(Metric metric) {
        return measured.getOrDefault(metric, List.of());
    }

    List<Series> queried() {
        return queried;
    }

    List<Alert> alerts() {
        return alerts;
    }
}
