package dev.orrery.topology;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a service promises those who need it, as its descriptor states it.
///
/// @param availability in percent, above 0 and up to 100, without zeros at its end; null where none is stated
/// @param latency within which it answers; null where none is stated
public record Promise(
        @Nullable BigDecimal availability, @Nullable Duration latency) {
    public static final Promise NONE = new Promise(null, null);

    public Promise {
        availability = availability == null ? null : availability.stripTrailingZeros();
    }

    /// This, and of another what is not stated here.
    public Promise or(Promise other) {
        return new Promise(
                availability == null ? other.availability : availability, latency == null ? other.latency : latency);
    }
}
