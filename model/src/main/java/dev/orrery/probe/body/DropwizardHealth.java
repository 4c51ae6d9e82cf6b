package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.List;
import java.util.Optional;

/// Dropwizard's health module: a list of checks, each with `healthy` and whether it is `critical`. Where only checks
/// fail that are not, the service is degraded.
final class DropwizardHealth implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Arr(List<Json> items)) || items.isEmpty()) {
            return Optional.empty();
        }
        return Fields.objects(items, DropwizardHealth::isCheck).map(DropwizardHealth::overall);
    }

    private static boolean isCheck(Json.Obj check) {
        return Fields.text(check, "name").isPresent()
                && Fields.bool(check, "healthy").isPresent()
                && Fields.bool(check, "critical").isPresent();
    }

    private static BodyHealth overall(List<Json.Obj> checks) {
        List<Part> parts = checks.stream().map(DropwizardHealth::part).toList();
        boolean down = checks.stream()
                .anyMatch(check ->
                        !isHealthy(check) && Fields.bool(check, "critical").orElse(true));
        boolean limps = checks.stream().anyMatch(check -> !isHealthy(check));
        Health says = down ? Health.DOWN : limps ? Health.DEGRADED : Health.UP;
        return new BodyHealth("dropwizard-health", says, limps ? "unhealthy" : "healthy", parts);
    }

    private static boolean isHealthy(Json.Obj check) {
        return Fields.bool(check, "healthy").orElse(false);
    }

    private static Part part(Json.Obj check) {
        return Part.of(
                Fields.text(check, "name").orElse(""),
                isHealthy(check) ? "healthy" : "unhealthy",
                Fields.firstText(check, "message", "type"));
    }
}
