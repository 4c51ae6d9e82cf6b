package dev.orrery.probe.prometheus;

import java.time.Duration;

/// The metrics by which a server tells how services are.
enum Metric {
    /// Of the blackbox exporter: whether its probe of the service succeeded.
    PROBE_SUCCESS("probe_success"),
    /// How long that took, in seconds.
    PROBE_DURATION("probe_duration_seconds"),
    /// Until when the certificate that was shown holds, in seconds since 1970.
    CERTIFICATE("probe_ssl_earliest_cert_expiry"),
    /// Whether the server could read the service's own metrics.
    UP("up");

    /// In so long two samples come, where one comes a minute.
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(130);

    private final String word;

    Metric(String word) {
        this.word = word;
    }

    /// As it is called everywhere.
    String word() {
        return word;
    }

    /// All its newest samples with their true times, which a plain name would not give.
    String query(Duration interval) {
        Duration window = interval.multipliedBy(4);
        Duration whole = window.compareTo(SHORTEST_WINDOW) < 0 ? SHORTEST_WINDOW : window;
        return word + "[" + whole.toSeconds() + "s]";
    }
}
