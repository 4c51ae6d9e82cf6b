package dev.orrery.edit;

import dev.orrery.text.Messages;
import java.util.List;

/// Why an edit cannot be.
///
/// @param code stable and lower case with dashes; the bundle has its sentence as `edit.refused.<code>`
/// @param arguments of the sentence; text from a file is made harmless by whoever shows it
public record EditRefusal(String code, List<String> arguments) {
    public EditRefusal {
        arguments = List.copyOf(arguments);
    }

    static EditRefusal of(String code, String... arguments) {
        return new EditRefusal(code, List.of(arguments));
    }

    /// The sentence for people.
    public String message() {
        return Messages.of("edit.refused." + code, arguments);
    }
}
