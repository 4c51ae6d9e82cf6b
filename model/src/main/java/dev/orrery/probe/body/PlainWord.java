package dev.orrery.probe.body;

import dev.orrery.json.Json;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Optional;

/// A body that is one word: `ok`, `Healthy`, `UP`, `pong`.
final class PlainWord implements BodyFormat {
    @Override
    public Optional<BodyHealth> read(Json body) {
        return body instanceof Json.Text(String text)
                ? Vocabulary.health(text)
                        .map(says -> new BodyHealth("text", says, Untrusted.oneLine(text.strip()), List.of()))
                : Optional.empty();
    }
}
