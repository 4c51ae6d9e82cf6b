package dev.orrery.probe.body;

import dev.orrery.json.Json;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Optional;

/// Any object with a `status` in words that are in use.
final class JsonStatus implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        return body instanceof Json.Obj root
                ? Vocabulary.statusOf(root)
                        .flatMap(word -> Vocabulary.health(word)
                                .map(says -> new BodyHealth("json-status", says, Untrusted.oneLine(word), List.of())))
                : Optional.empty();
    }
}
