package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which labels a pod or a namespace must have. All terms must hold; without a term it holds for all.
record Selector(Map<String, String> labels, List<Term> terms) {
    /// An entry of `matchExpressions`.
    private record Term(String key, String operator, Set<String> values) {
        boolean holds(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case "In" -> value != null && values.contains(value);
                case "NotIn" -> value == null || !values.contains(value);
                case "Exists" -> value != null;
                case "DoesNotExist" -> value == null;
                default -> false;
            };
        }
    }

    static Selector of(Map<String, String> labels) {
        return new Selector(labels, List.of());
    }

    /// A selector with `matchLabels` and `matchExpressions`.
    static Selector read(Value.Mapping written, Fields fields) {
        List<Term> terms = new ArrayList<>();
        for (Value.Mapping expression : fields.mappings(written, "matchExpressions")) {
            terms.add(new Term(
                    fields.text(expression, "key").orElse(""),
                    fields.text(expression, "operator").orElse(""),
                    Set.copyOf(fields.binding().texts(expression, "values"))));
        }
        return new Selector(fields.texts(written, "matchLabels"), terms);
    }

    boolean holds(Map<String, String> found) {
        return labels.entrySet().stream().allMatch(wanted -> wanted.getValue().equals(found.get(wanted.getKey())))
                && terms.stream().allMatch(term -> term.holds(found));
    }
}
