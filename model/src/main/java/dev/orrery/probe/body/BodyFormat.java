package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.Optional;

/// One format of health bodies, recognised by content; what the endpoint declares is not trusted. Each is so strict
/// that it leaves the bodies of all others alone, but for [JsonStatus] and [PlainWord], which take what is left.
interface BodyFormat {
    /// Empty where the body is not in this format.
    ///
    /// @param body a plain text is a JSON text here
    Optional<BodyHealth> read(Json body);
}
