package dev.orrery.probe;

import dev.orrery.health.Observation;

/// What an answer says about the way to the one that was asked, whatever it says about its health.
enum Heard {
    /// Somebody there answered, and well or at least not badly.
    WELL,
    /// Somebody there answered, and badly.
    BADLY,
    /// Nobody answered: it may be gone, or the way there.
    SILENCE,
    /// Says nothing about the way.
    NOTHING;

    static Heard in(Observation answer) {
        if (answer.sampled() != null) {
            // Whoever was asked answered, whatever it said of the service.
            return WELL;
        }
        return switch (answer.reason().code()) {
            case "connect-timeout", "nxdomain", "no-route", "resolver-silent" -> SILENCE;
            // Whoever accepts a connection and then says nothing may also be one who was cut off meanwhile.
            case "timeout", "bad-url", "scheme-not-asked", "address-refused" -> NOTHING;
            default ->
                switch (answer.verdict()) {
                    case PASS, WARN, NONE -> WELL;
                    case FAIL -> BADLY;
                    case GAP -> NOTHING;
                };
        };
    }
}
