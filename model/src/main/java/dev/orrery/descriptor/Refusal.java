package dev.orrery.descriptor;

import java.util.List;

/// Why an edit of a text is not made.
///
/// @param code stable and lower case with dashes, as in `key-exists`; the bundle has its sentence as
///     `edit.refused.<code>`
/// @param arguments of the sentence, as they are written in the source
public record Refusal(String code, List<String> arguments) {
    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String code, String... arguments) {
        return new Refusal(code, List.of(arguments));
    }
}
