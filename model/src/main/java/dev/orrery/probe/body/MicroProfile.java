package dev.orrery.probe.body;

import dev.orrery.health.ComponentHealth;
import dev.orrery.json.Json;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MicroProfile Health: `checks` is a list of objects with `name`, `status` and `data`.
final class MicroProfile implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Obj root) || !(root.get("checks").orElse(Json.NULL) instanceof Json.Arr checks)) {
            return Optional.empty();
        }
        List<ComponentHealth> parts = new ArrayList<>();
        for (Json item : checks.items()) {
            if (!(item instanceof Json.Obj check)) {
                return Optional.empty();
            }
            Optional<String> name = Values.text(check, "name");
            Optional<String> word = Vocabulary.statusOf(check);
            if (name.isEmpty() || word.isEmpty()) {
                return Optional.empty();
            }
            String data = Values.object(check, "data").flatMap(Values::listed).orElse(null);
            parts.add(new ComponentHealth(name.get(), Vocabulary.healthOrUnknown(word.get()), data, List.of()));
        }
        return Vocabulary.statusOf(root)
                .map(word -> new BodyHealth(
                        "microprofile", Vocabulary.healthOrUnknown(word), Untrusted.oneLine(word), parts));
    }
}
