package dev.orrery.app.inspect;

import dev.orrery.history.DayStrip;
import java.util.function.Consumer;

/// Reads the last day of a service from the history.
@FunctionalInterface
public interface Days {
    /// Returns at once.
    ///
    /// @param checks how many the service has
    /// @param then takes it on the FX thread, later; never called where there is no history
    void of(String service, int checks, Consumer<DayStrip> then);
}
