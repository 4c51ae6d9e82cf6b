package dev.orrery.importer.likec4;

import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes texts out of an export. It is written by a program, so what is not as expected is of another version and left
/// out without a word.
final class LikeC4Text {
    private LikeC4Text() {}

    static Optional<Value.Scalar> scalar(Value.Mapping in, String key) {
        return in.get(key).flatMap(LikeC4Text::scalar);
    }

    private static Optional<Value.Scalar> scalar(Value value) {
        return value instanceof Value.Scalar scalar
                        && scalar.type() != Value.Type.NULL
                        && !scalar.text().isBlank()
                ? Optional.of(scalar)
                : Optional.empty();
    }

    static Optional<String> of(Value.Mapping in, String key) {
        return scalar(in, key).map(Value.Scalar::text);
    }

    /// A text that may be rich: `{txt}` or `{md}`.
    static Optional<String> rich(Value.Mapping in, String key) {
        return in.get(key).orElse(null) instanceof Value.Mapping rich
                ? of(rich, "txt").or(() -> of(rich, "md"))
                : of(in, key);
    }

    /// What an element's style says; older versions wrote it beside the kind.
    static Optional<String> style(Value.Mapping element, String key) {
        return element.get("style").orElse(null) instanceof Value.Mapping style
                ? of(style, key).or(() -> of(element, key))
                : of(element, key);
    }

    /// A value of the metadata, or the first of several, under whichever of the keys comes first.
    static Optional<Value.Scalar> metadata(Value.Mapping element, List<String> keys) {
        if (!(element.get("metadata").orElse(null) instanceof Value.Mapping metadata)) {
            return Optional.empty();
        }
        return keys.stream()
                .flatMap(key -> metadata.get(key).stream())
                .flatMap(value -> value instanceof Value.Sequence list ? list.items().stream() : Stream.of(value))
                .flatMap(value -> scalar(value).stream())
                .findFirst();
    }

    static List<String> texts(Value.Mapping in, String key) {
        List<String> texts = new ArrayList<>();
        if (in.get(key).orElse(null) instanceof Value.Sequence list) {
            list.items().forEach(item -> scalar(item).map(Value.Scalar::text).ifPresent(texts::add));
        }
        return texts;
    }
}
