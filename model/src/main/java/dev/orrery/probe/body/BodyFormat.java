package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.Optional;

/// One format of health bodies, recognised by content; what the endpoint declares is not trusted.
interface BodyFormat {
    /// Empty where the body is not in this format.
    ///
    /// @param body a plain text is a JSON text here
    Optional<BodyHealth> read(Json body);
}
