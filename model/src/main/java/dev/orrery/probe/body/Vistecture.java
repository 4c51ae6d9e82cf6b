package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.List;
import java.util.Optional;

/// Vistecture's health body: `services` is a list of what a service needs, each with whether it is `alive`.
final class Vistecture implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root) || Fields.has(root, "status")) {
            return Optional.empty();
        }
        return Fields.list(root, "services")
                .filter(services -> !services.isEmpty())
                .flatMap(services -> Fields.objects(services, Vistecture::isService))
                .flatMap(Vistecture::overall);
    }

    private static boolean isService(Json.Obj service) {
        return Fields.text(service, "name").isPresent()
                && Fields.bool(service, "alive").isPresent();
    }

    private static Optional<BodyHealth> overall(List<Json.Obj> services) {
        List<Part> parts = services.stream()
                .map(service -> Part.of(
                        Fields.text(service, "name").orElse(""),
                        Fields.bool(service, "alive").orElse(false) ? "alive" : "not alive",
                        Fields.text(service, "details")))
                .toList();
        return BodyHealth.of("vistecture", parts.stream().anyMatch(Part::isBad) ? "not alive" : "alive", parts);
    }
}
