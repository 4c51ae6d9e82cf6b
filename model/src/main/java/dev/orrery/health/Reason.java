package dev.orrery.health;

import dev.orrery.text.Messages;
import java.util.List;

/// Why an answer counts as it does, or a service stands as it does.
///
/// @param code stable and lower case with dashes, as in `refused`; the bundle has its sentence
///     as `reason.<code>`
/// @param arguments of the sentence; text from an endpoint has been made harmless and short
///     before it comes here
public record Reason(String code, List<String> arguments) {
    public static final Reason NO_CHECK = of("no-check");
    public static final Reason INACTIVE = of("inactive");
    public static final Reason NOT_ASKED = of("not-asked");
    public static final Reason NO_ANSWER_LATELY = of("no-answer-lately");
    /// This computer was asleep, or its clock was set: nobody knows how old the last answer is.
    public static final Reason ASLEEP = of("asleep");

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String code, String... arguments) {
        return new Reason(code, List.of(arguments));
    }

    /// The sentence for people.
    public String text() {
        return Messages.of("reason." + code, arguments);
    }
}
