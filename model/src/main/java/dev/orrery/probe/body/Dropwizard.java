package dev.orrery.probe.body;

import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dropwizard's admin port: every member is a check with `healthy`, and there is no overall status.
final class Dropwizard implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root)
                || root.members().isEmpty()
                || !Fields.all(root, check -> Fields.bool(check, "healthy").isPresent())) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        for (Json.Member member : root.members()) {
            if (member.value() instanceof Json.Obj check) {
                boolean healthy = Fields.bool(check, "healthy").orElse(false);
                Optional<String> detail = Fields.text(check, "message")
                        .or(() -> Fields.object(check, "error").flatMap(error -> Fields.text(error, "message")));
                parts.add(Part.of(member.name(), healthy ? "healthy" : "unhealthy", detail));
            }
        }
        boolean all = parts.stream().noneMatch(Part::isBad);
        return BodyHealth.of("dropwizard", all ? "healthy" : "unhealthy", parts);
    }
}
