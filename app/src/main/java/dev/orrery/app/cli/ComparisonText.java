package dev.orrery.app.cli;

import dev.orrery.comparison.Agreement;
import dev.orrery.comparison.Change;
import dev.orrery.comparison.Comparison;
import dev.orrery.comparison.FieldChange;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A comparison for people: services, dependencies and boundaries, each with a sign: `+` came, `-` went, `~` is not the
/// same. Below a sign `~` a line for each thing that is different.
final class ComparisonText {
    private static final int WIDEST = 240;

    private ComparisonText() {}

    static String of(Comparison comparison) {
        if (comparison.isEqual()) {
            return Messages.of("cli.diff.equal");
        }
        List<String> parts = new ArrayList<>();
        add(parts, "cli.diff.services", comparison.services(), Service::id);
        add(parts, "cli.diff.dependencies", comparison.dependencies(), ComparisonText::ends);
        add(parts, "cli.diff.boundaries", comparison.boundaries(), Boundary::id);
        return String.join("\n\n", parts);
    }

    private static <T> void add(List<String> parts, String heading, List<Change<T>> changes, Function<T, String> name) {
        if (!changes.isEmpty()) {
            parts.add(Messages.of(heading) + "\n"
                    + changes.stream().map(change -> told(change, name)).collect(Collectors.joining("\n")));
        }
    }

    private static <T> String told(Change<T> change, Function<T, String> name) {
        return switch (change) {
            case Change.Added<T>(T after) -> "+ " + safe(name.apply(after));
            case Change.Removed<T>(T before) -> "- " + safe(name.apply(before));
            case Change.Kept<T> kept -> kept(kept, name);
        };
    }

    private static <T> String kept(Change.Kept<T> kept, Function<T, String> name) {
        List<String> lines = new ArrayList<>();
        String now = safe(name.apply(kept.after()));
        if (kept.rename() == null) {
            lines.add("~ " + now);
        } else {
            lines.add("~ " + safe(name.apply(kept.before())) + " → " + now);
            lines.add("    "
                    + safe(Messages.of(
                            "cli.diff.renamed",
                            kept.rename().agreements().stream()
                                    .map(Agreement::words)
                                    .collect(Collectors.joining(", ")))));
        }
        kept.fields().forEach(field -> lines.add("    " + safe(field(field))));
        return String.join("\n", lines);
    }

    private static String field(FieldChange change) {
        String field = change.field().words();
        if (!change.field().isList()) {
            return field + ": " + value(change.before()) + " → " + value(change.after());
        }
        List<String> items = new ArrayList<>();
        change.removed().forEach(item -> items.add("-" + item));
        change.added().forEach(item -> items.add("+" + item));
        return field + ": " + (items.isEmpty() ? Messages.of("cli.diff.order") : String.join(" ", items));
    }

    private static String value(List<String> values) {
        return values.isEmpty() ? Messages.of("cli.diff.nothing") : values.getFirst();
    }

    private static String ends(Dependency dependency) {
        return dependency.from() + " → " + dependency.to();
    }

    private static String safe(String text) {
        return Untrusted.oneLine(text, WIDEST);
    }
}
