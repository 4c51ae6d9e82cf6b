package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Follows aliases and applies merge keys of one document, when asked and once for each mapping.
///
/// A mapping is shared by all who refer to it, so aliases of aliases cost nothing until someone walks them. Merge keys
/// do copy entries; what they copy is counted and ends at a limit.
public final class Resolver {
    /// Chains of merge keys (`b` merges `a`, `c` merges `b`, …) are followed this far.
    private static final int LONGEST_CHAIN = 100;

    private final SourceTree tree;
    private final SourceDocument document;
    private final Limits limits;
    private final Consumer<Problem> report;
    private final IdentityHashMap<SourceNode.Mapping, Map<String, Value.Field>> resolved = new IdentityHashMap<>();
    private int chain;
    private int copies;
    private boolean exhausted;

    private Resolver(SourceTree tree, SourceDocument document, Limits limits, Consumer<Problem> report) {
        this.tree = tree;
        this.document = document;
        this.limits = limits;
        this.report = report;
    }

    /// The root of a document as it is meant; empty where the document holds nothing.
    ///
    /// @param report told of keys and merges that cannot be read, at the time when they are first looked at
    public static Optional<Value> resolve(SourceTree tree, SourceDocument document, Consumer<Problem> report) {
        return resolve(tree, document, Limits.STANDARD, report);
    }

    static Optional<Value> resolve(SourceTree tree, SourceDocument document, Limits limits, Consumer<Problem> report) {
        return Optional.ofNullable(document.root()).map(new Resolver(tree, document, limits, report)::value);
    }

    private SourceLocation locate(int offset) {
        return tree.locate(offset);
    }

    private Value value(SourceNode node) {
        SourceNode meant = target(node);
        return switch (meant) {
            case SourceNode.Mapping mapping ->
                new Value.Mapping(() -> fields(mapping), () -> locate(node.start()), mapping.tag());
            case SourceNode.Sequence sequence ->
                new Value.Sequence(
                        () -> sequence.items().stream().map(this::value).toList(),
                        () -> locate(node.start()),
                        sequence.tag());
            case SourceNode.Scalar scalar ->
                new Value.Scalar(scalar.value(), Scalars.type(scalar), locate(node.start()), scalar.tag());
            case SourceNode.Alias _ -> new Value.Scalar("", Value.Type.NULL, locate(node.start()));
        };
    }

    private Map<String, Value.Field> fields(SourceNode.Mapping mapping) {
        Map<String, Value.Field> known = resolved.get(mapping);
        if (known != null) {
            return known;
        }
        Map<String, Value.Field> fields =
                LinkedHashMap.newLinkedHashMap(mapping.entries().size());
        boolean merges = false;
        for (SourceNode.Entry entry : mapping.entries()) {
            if (isMerge(entry.key())) {
                merges = true;
            } else {
                addOwn(entry, fields);
            }
        }
        if (merges) {
            addMerged(mapping, fields);
        }
        resolved.put(mapping, fields);
        return fields;
    }

    private void addOwn(SourceNode.Entry entry, Map<String, Value.Field> fields) {
        SourceLocation place = locate(entry.key().start());
        if (!(target(entry.key()) instanceof SourceNode.Scalar key)) {
            report.accept(Problem.error("key-not-text", place));
        } else if (Scalars.type(key) == Value.Type.NULL) {
            report.accept(Problem.error("key-is-null", place, key.value()));
        } else {
            fields.put(key.value(), new Value.Field(key.value(), place, value(entry.value())));
        }
    }

    /// Own keys win over merged-in ones, earlier mappings of a list over later ones.
    private void addMerged(SourceNode.Mapping mapping, Map<String, Value.Field> fields) {
        for (SourceNode.Entry entry : mapping.entries()) {
            if (!isMerge(entry.key())) {
                continue;
            }
            SourceNode source = target(entry.value());
            if (source instanceof SourceNode.Sequence list) {
                list.items().forEach(item -> merge(item, fields));
            } else {
                merge(entry.value(), fields);
            }
        }
    }

    private void merge(SourceNode written, Map<String, Value.Field> fields) {
        if (!(target(written) instanceof SourceNode.Mapping source)) {
            report.accept(Problem.error("merge-not-mapping", locate(written.start())));
            return;
        }
        if (exhausted) {
            return;
        }
        if (chain == LONGEST_CHAIN) {
            exhaust(written, LONGEST_CHAIN);
            return;
        }
        chain++;
        Map<String, Value.Field> merged = fields(source);
        chain--;
        copies += merged.size() + 1;
        if (copies > limits.copies()) {
            exhaust(written, limits.copies());
            return;
        }
        merged.forEach(fields::putIfAbsent);
    }

    private void exhaust(SourceNode written, int limit) {
        if (!exhausted) {
            exhausted = true;
            report.accept(Problem.error("merge-limit", locate(written.start()), String.valueOf(limit)));
        }
    }

    private SourceNode target(SourceNode node) {
        return node instanceof SourceNode.Alias alias ? document.target(alias).orElse(node) : node;
    }

    private static boolean isMerge(SourceNode key) {
        return key instanceof SourceNode.Scalar scalar && Scalars.isMerge(scalar);
    }
}
