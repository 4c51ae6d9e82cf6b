package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.List;
import java.util.Optional;

/// What ASP.NET Core answers where nobody wrote a response writer: one of three words, in this case.
final class AspNetCoreText implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        return body instanceof Json.Text(String text)
                ? switch (text) {
                    case "Healthy", "Degraded", "Unhealthy" -> BodyHealth.of("aspnetcore-text", text, List.of());
                    default -> Optional.empty();
                }
                : Optional.empty();
    }
}
