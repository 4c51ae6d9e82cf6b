package dev.orrery.importer.asyncapi;

import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Follows `$ref`: inside a document and into files beside it. Each file is read once.
final class References {
    /// More steps than any author makes; so a circle ends.
    private static final int MOST_STEPS = 16;

    private static final Pattern ELSEWHERE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*", Pattern.DOTALL);

    private final SideFiles beside;
    private final Consumer<Problem> report;
    private final Map<String, Optional<Value.Mapping>> roots = new HashMap<>();

    References(SideFiles beside, Consumer<Problem> report) {
        this.beside = beside;
        this.report = report;
    }

    /// A mapping, and the root of the document that it stands in, from which its own references count.
    record Place(Value.Mapping root, Value.Mapping value) {}

    /// What a value says, or what it refers to says. Reports where that leads nowhere.
    Optional<Place> follow(Value.Mapping root, Value value) {
        Value.Mapping within = root;
        Value at = value;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!(at instanceof Value.Mapping mapping)) {
                return Optional.empty();
            }
            if (!(mapping.get("$ref").orElse(null) instanceof Value.Scalar reference)) {
                return Optional.of(new Place(within, mapping));
            }
            Optional<Value.Mapping> target = document(within, reference);
            if (target.isEmpty()) {
                return Optional.empty();
            }
            within = target.get();
            Optional<Value> found = find(within, reference.text());
            if (found.isEmpty()) {
                report.accept(Problem.warning("asyncapi-reference", reference.source(), reference.text()));
                return Optional.empty();
            }
            at = found.get();
        }
        report.accept(Problem.warning("asyncapi-reference-circle", value.source()));
        return Optional.empty();
    }

    private Optional<Value.Mapping> document(Value.Mapping within, Value.Scalar reference) {
        String text = reference.text();
        String path = text.contains("#") ? text.substring(0, text.indexOf('#')) : text;
        if (path.isEmpty()) {
            return Optional.of(within);
        }
        if (ELSEWHERE.matcher(path).matches()) {
            report.accept(Problem.info("asyncapi-reference-remote", reference.source(), text));
            return Optional.empty();
        }
        if (beside.read(within.source().file(), path) instanceof SideFile.Found found) {
            return roots.computeIfAbsent(
                    found.text().file(),
                    _ -> SideFiles.trees(found, report).stream()
                            .map(Document.Tree::mapping)
                            .flatMap(Optional::stream)
                            .findFirst());
        }
        report.accept(Problem.warning("asyncapi-reference", reference.source(), text));
        return Optional.empty();
    }

    /// By a JSON pointer (RFC 6901) behind the `#`.
    private static Optional<Value> find(Value.Mapping root, String reference) {
        int hash = reference.indexOf('#');
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        Optional<Value> at = Optional.of(root);
        for (String step : List.of(pointer.split("/", -1)).stream().skip(1).toList()) {
            String key = step.replace("%7B", "{")
                    .replace("%7D", "}")
                    .replace("%20", " ")
                    .replace("~1", "/")
                    .replace("~0", "~");
            at = at.flatMap(value -> value instanceof Value.Mapping mapping ? mapping.get(key) : Optional.empty());
        }
        return at;
    }
}
