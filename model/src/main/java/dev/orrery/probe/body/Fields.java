package dev.orrery.probe.body;

import dev.orrery.json.Json;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Members of a body's objects, and their values as short, harmless words.
///
/// The case of a key makes no difference: the same format is written in both by different serialisers, and a `Status`
/// that is overlooked would be taken for a body that says nothing.
final class Fields {
    private Fields() {}

    /// The first member of a name, the one in the right case before others.
    static Optional<Json> value(Json.Obj parent, String key) {
        Json alike = null;
        for (Json.Member member : parent.members()) {
            if (member.name().equals(key)) {
                return Optional.of(member.value());
            }
            if (alike == null && member.name().equalsIgnoreCase(key)) {
                alike = member.value();
            }
        }
        return Optional.ofNullable(alike);
    }

    static boolean has(Json.Obj parent, String key) {
        return value(parent, key).isPresent();
    }

    static Optional<Json.Obj> object(Json.Obj parent, String key) {
        return value(parent, key).filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast);
    }

    static Optional<List<Json>> list(Json.Obj parent, String key) {
        return value(parent, key).filter(Json.Arr.class::isInstance).map(value -> ((Json.Arr) value).items());
    }

    /// A list that holds nothing but objects that fit; empty where it holds anything else.
    static Optional<List<Json.Obj>> objects(List<Json> items, Predicate<Json.Obj> fits) {
        boolean all = items.stream().allMatch(item -> item instanceof Json.Obj object && fits.test(object));
        return all ? Optional.of(items.stream().map(Json.Obj.class::cast).toList()) : Optional.empty();
    }

    /// Whether every member is an object that fits.
    static boolean all(Json.Obj parent, Predicate<Json.Obj> fits) {
        return parent.members().stream()
                .allMatch(member -> member.value() instanceof Json.Obj object && fits.test(object));
    }

    /// A text that says something.
    static Optional<String> text(Json.Obj parent, String key) {
        return value(parent, key)
                .filter(Json.Text.class::isInstance)
                .map(value -> Untrusted.oneLine(((Json.Text) value).text()).strip())
                .filter(text -> !text.isEmpty());
    }

    /// The first of several keys under which a text stands.
    static Optional<String> firstText(Json.Obj parent, String... keys) {
        for (String key : keys) {
            Optional<String> text = text(parent, key);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    static Optional<Boolean> bool(Json.Obj parent, String key) {
        return value(parent, key).filter(Json.Bool.class::isInstance).map(value -> ((Json.Bool) value).value());
    }

    /// The word of a member `status`.
    static Optional<String> status(Json.Obj object) {
        return word(object, "status");
    }

    /// A text or a boolean, never a number.
    static Optional<String> word(Json.Obj object, String key) {
        return value(object, key).flatMap(Vocabulary::word);
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

    /// `key: value` of all plain values but the status.
    static Optional<String> listed(Json.Obj object) {
        String all = object.members().stream()
                .filter(member -> !member.name().equalsIgnoreCase("status"))
                .limit(20)
                .flatMap(member -> plain(member.value()).map(value -> member.name() + ": " + value).stream())
                .collect(Collectors.joining(", "));
        return Optional.of(Untrusted.oneLine(all)).filter(text -> !text.isEmpty());
    }
}
