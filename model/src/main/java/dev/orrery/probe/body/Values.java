package dev.orrery.probe.body;

import dev.orrery.json.Json;
import dev.orrery.text.Untrusted;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values of a body as short, harmless words.
final class Values {
    private Values() {}

    static Optional<Json.Obj> object(Json.Obj parent, String key) {
        return parent.get(key).filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast);
    }

    static Optional<String> text(Json.Obj parent, String key) {
        return parent.get(key)
                .filter(Json.Text.class::isInstance)
                .map(value -> Untrusted.oneLine(((Json.Text) value).text()))
                .filter(text -> !text.isBlank());
    }

    /// A text, number or boolean as it stands; empty for anything else.
    static Optional<String> plain(Json value) {
        return switch (value) {
            case Json.Text(String text) -> Optional.of(Untrusted.oneLine(text));
            case Json.Num(String digits) -> Optional.of(Untrusted.oneLine(digits));
            case Json.Bool(boolean bool) -> Optional.of(Boolean.toString(bool));
            case Json.Null _, Json.Obj _, Json.Arr _ -> Optional.empty();
        };
    }

    /// `key: value` of all plain values.
    static Optional<String> listed(Json.Obj object) {
        String all = object.members().stream()
                .flatMap(member -> plain(member.value()).map(value -> member.name() + ": " + value).stream())
                .collect(Collectors.joining(", "));
        return Optional.of(Untrusted.oneLine(all)).filter(text -> !text.isEmpty());
    }
}
