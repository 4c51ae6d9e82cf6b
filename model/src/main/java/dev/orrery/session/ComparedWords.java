package dev.orrery.session;

import dev.orrery.comparison.Change;
import dev.orrery.comparison.Comparison;
import dev.orrery.diagram.ChangeMarks;
import dev.orrery.diagram.Sign;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a comparison comes to, in words.
public final class ComparedWords {
    private ComparedWords() {}

    /// As in `Booking → Booking, split`.
    public static String title(Compared compared) {
        return Messages.of("compared.title", compared.before(), compared.after());
    }

    /// As in `Services: 4 added, 2 renamed. Dependencies: 7 added, 3 removed. Boundaries: 2 added.` What could not
    /// be read is told with it.
    public static String sentence(Compared compared) {
        List<String> parts = new ArrayList<>();
        Comparison comparison = compared.union().comparison();
        if (comparison.isEqual()) {
            parts.add(Messages.of("compared.equal"));
        }
        add(parts, "compared.services", comparison.services());
        add(parts, "compared.dependencies", comparison.dependencies());
        add(parts, "compared.boundaries", comparison.boundaries());
        if (!compared.unread().isEmpty()) {
            parts.add(Messages.of(
                    "compared.unread",
                    Integer.toString(compared.unread().size()),
                    compared.unread().getFirst()));
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String key, List<? extends Change<?>> changes) {
        Map<Sign, Integer> counts = new EnumMap<>(Sign.class);
        changes.forEach(change -> ChangeMarks.signs(change).forEach(sign -> counts.merge(sign, 1, Integer::sum)));
        if (!counts.isEmpty()) {
            String words = counts.entrySet().stream()
                    .map(count -> Messages.of(
                            "mark.count",
                            Integer.toString(count.getValue()),
                            count.getKey().words()))
                    .collect(Collectors.joining(", "));
            parts.add(Messages.of(key, words));
        }
    }
}
