package dev.orrery.topology;

import dev.orrery.text.Messages;
import java.util.Comparator;

/// Where a dependency is stated, by which rule, and how sure that is.
///
/// @param rule the reader's rule, as in `compose.depends_on`; the list is in `docs/formats.md`
public record Evidence(Certainty certainty, String rule, SourceLocation source) {
    /// For people, who want to know the surest first.
    public static final Comparator<Evidence> SUREST_FIRST =
            Comparator.comparing(Evidence::certainty).thenComparing(Evidence::source);

    /// The rule in words, as in `host in a variable`.
    public String ruleWords() {
        String key = "rule." + rule;
        return Messages.has(key) ? Messages.of(key) : rule;
    }
}
