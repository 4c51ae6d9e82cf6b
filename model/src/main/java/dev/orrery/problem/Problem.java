package dev.orrery.problem;

import dev.orrery.text.Messages;
import dev.orrery.topology.SourceLocation;
import java.util.Comparator;
import java.util.List;

/// Something that a stage has to say about its input.
///
/// @param code stable and lower case with dashes, as in `duplicate-key`; the bundle has its sentence as
/// `problem.<code>`
/// @param arguments of the sentence; text from a file is made harmless by whoever shows it
public record Problem(String code, Severity severity, SourceLocation source, List<String> arguments)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::source)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(problem -> problem.arguments().toString());

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem error(String code, SourceLocation source, String... arguments) {
        return new Problem(code, Severity.ERROR, source, List.of(arguments));
    }

    public static Problem warning(String code, SourceLocation source, String... arguments) {
        return new Problem(code, Severity.WARNING, source, List.of(arguments));
    }

    public static Problem info(String code, SourceLocation source, String... arguments) {
        return new Problem(code, Severity.INFO, source, List.of(arguments));
    }

    /// The sentence for people.
    public String message() {
        return Messages.of("problem." + code, arguments);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
