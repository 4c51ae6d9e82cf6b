package dev.orrery.importer.structurizr;

import dev.orrery.problem.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The constants and variables of a DSL text. The environment is not read: what only it could fill in stays as written.
final class DslConstants {
    /// Constants that hold constants grow without end.
    private static final int LONGEST = 20_000;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-zA-Z0-9-_.]+?)}");

    private final Consumer<Problem> report;
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();

    DslConstants(Consumer<Problem> report) {
        this.report = report;
    }

    /// Takes in a definition. False where it is none, or none that can be used.
    boolean define(Statement statement) {
        if (!isShortEnough(statement)) {
            return false;
        }
        values.put(statement.argument(1), fill(statement.argument(2), statement));
        return true;
    }

    /// The definition in today's words.
    Statement statement(Statement definition) {
        return definition.keyword().equals("!constant")
                ? definition.as(definition.text().replaceFirst("(?i)!constant", "!const"))
                : definition;
    }

    /// A text with all that is known filled in.
    String fill(String text, Statement statement) {
        if (!isShortEnough(statement)) {
            return text;
        }
        Matcher reference = REFERENCE.matcher(text);
        return reference.replaceAll(
                found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /// Whether a statement stays within bounds once it is filled in; reports it where it does not, and what it refers
    /// to in vain.
    boolean isShortEnough(Statement statement) {
        Matcher reference = REFERENCE.matcher(statement.text());
        long length = statement.text().length();
        while (reference.find()) {
            String value = values.get(reference.group(1));
            length += value == null ? 0 : value.length();
            if (value == null && unknown.add(reference.group(1))) {
                report.accept(Problem.warning("structurizr-variable", statement.source(), reference.group(1)));
            }
        }
        if (length > LONGEST) {
            report.accept(Problem.error("structurizr-dsl-too-big", statement.source(), String.valueOf(LONGEST)));
        }
        return length <= LONGEST;
    }
}
