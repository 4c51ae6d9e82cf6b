package dev.orrery.probe.prometheus;

import dev.orrery.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One measured value.
///
/// @param at by the server's clock
record Sample(Instant at, double value) {
    private static final BigDecimal LATEST = new BigDecimal("100000000000");
    private static final int LONGEST_NUMBER = 40;

    /// As the API writes it: seconds since 1970 and the value as a text.
    static Optional<Sample> of(Json pair) {
        if (pair instanceof Json.Arr(List<Json> items)
                && items.size() == 2
                && items.get(0) instanceof Json.Num seconds
                && items.get(1) instanceof Json.Text(String text)) {
            return seconds.value()
                    .filter(number -> number.signum() >= 0 && number.compareTo(LATEST) < 0)
                    .map(number -> Instant.ofEpochMilli(
                            number.movePointRight(3).toBigInteger().longValueExact()))
                    .flatMap(at -> number(text).map(value -> new Sample(at, value)));
        }
        return Optional.empty();
    }

    private static Optional<Double> number(String text) {
        return switch (text) {
            case "NaN" -> Optional.of(Double.NaN);
            case "+Inf", "Inf" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-Inf" -> Optional.of(Double.NEGATIVE_INFINITY);
            default ->
                text.length() <= LONGEST_NUMBER && text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?")
                        ? parsed(text)
                        : Optional.empty();
        };
    }

    private static Optional<Double> parsed(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
