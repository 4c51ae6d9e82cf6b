package dev.orrery.descriptor;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a tree says, without where: two texts that mean the same are equal here. Tags, anchors and what aliases lead to
/// are part of it; comments, quotes and places are not.
sealed interface Meant {

    record Mapping(@Nullable String tag, @Nullable String anchor, List<Entry> entries) implements Meant {}

    record Entry(Meant key, Meant value) {}

    record Sequence(@Nullable String tag, @Nullable String anchor, List<Meant> items) implements Meant {}

    record Scalar(@Nullable String tag, @Nullable String anchor, String text, Value.Type type) implements Meant {}

    /// @param target the number of the anchored node in written order; -1 where the anchor is unknown
    record Alias(String anchor, int target) implements Meant {}

    /// All documents of a text as they stand.
    static List<Meant> of(SourceTree tree) {
        return new Reading(new Intention()).read(tree);
    }

    /// All documents of a text as they are meant to be.
    static List<Meant> of(SourceTree tree, Intention intention) {
        return new Reading(intention).read(tree);
    }

    /// Walks a tree in written order.
    final class Reading {
        private final Intention intention;
        private final IdentityHashMap<SourceNode, Integer> numbers = new IdentityHashMap<>();
        private Map<SourceNode.Alias, SourceNode> targets = Map.of();
        private int count;

        private Reading(Intention intention) {
            this.intention = intention;
        }

        private List<Meant> read(SourceTree tree) {
            List<Meant> documents = new ArrayList<>();
            for (SourceDocument document : tree.documents()) {
                targets = document.targets();
                SourceNode root = document.root();
                documents.add(root == null ? new Scalar(null, null, "", Value.Type.NULL) : node(root));
            }
            return documents;
        }

        private Meant node(SourceNode node) {
            NewNode other = intention.replacement(node);
            if (other != null && intention.keepsAnchor(node)) {
                numbers.put(node, count);
                return written(other) instanceof Scalar text && node instanceof SourceNode.Scalar old
                        ? new Scalar(null, old.anchor(), text.text(), text.type())
                        : written(other);
            }
            if (other != null) {
                return written(other);
            }
            return asItStands(node);
        }

        private Meant asItStands(SourceNode node) {
            numbers.put(node, count++);
            return switch (node) {
                case SourceNode.Mapping mapping -> new Mapping(mapping.tag(), mapping.anchor(), entries(mapping));
                case SourceNode.Sequence sequence -> new Sequence(sequence.tag(), sequence.anchor(), items(sequence));
                case SourceNode.Scalar scalar ->
                    new Scalar(scalar.tag(), scalar.anchor(), scalar.value(), Scalars.type(scalar));
                case SourceNode.Alias alias -> alias(alias);
            };
        }

        private Meant alias(SourceNode.Alias alias) {
            SourceNode target = targets.get(alias);
            Integer number = target == null ? null : numbers.get(target);
            return new Alias(alias.anchor(), number == null ? -1 : number);
        }

        private List<Entry> entries(SourceNode.Mapping mapping) {
            List<Entry> entries = new ArrayList<>();
            for (int at = 0; at <= mapping.entries().size(); at++) {
                for (Intention.Insertion put : intention.insertions(mapping, at)) {
                    entries.add(new Entry(text(put.key()), written(put.value())));
                }
                if (at < mapping.entries().size() && !intention.isDeleted(mapping, at)) {
                    SourceNode.Entry entry = mapping.entries().get(at);
                    entries.add(new Entry(node(entry.key()), node(entry.value())));
                }
            }
            return entries;
        }

        private List<Meant> items(SourceNode.Sequence sequence) {
            List<Meant> items = new ArrayList<>();
            for (int at = 0; at <= sequence.items().size(); at++) {
                for (Intention.Insertion put : intention.insertions(sequence, at)) {
                    items.add(written(put.value()));
                }
                if (at < sequence.items().size() && !intention.isDeleted(sequence, at)) {
                    items.add(node(sequence.items().get(at)));
                }
            }
            return items;
        }

        private Meant written(NewNode node) {
            if (node instanceof NewNode.Copy(SourceNode original)) {
                return asItStands(original);
            }
            count++;
            return switch (node) {
                case NewNode.Text(String value) -> new Scalar(null, null, value, Value.Type.TEXT);
                case NewNode.Bare(String value) ->
                    new Scalar(
                            null,
                            null,
                            value,
                            Scalars.type(new SourceNode.Scalar(0, 0, SourceNode.Style.PLAIN, null, null, value)));
                case NewNode.Mapping mapping -> {
                    List<Entry> entries = new ArrayList<>();
                    for (NewNode.Member member : mapping.members()) {
                        entries.add(new Entry(text(member.key()), written(member.value())));
                    }
                    yield new Mapping(null, null, entries);
                }
                case NewNode.Sequence sequence ->
                    new Sequence(
                            null,
                            null,
                            sequence.items().stream().map(this::written).toList());
                case NewNode.Copy(SourceNode original) -> asItStands(original);
            };
        }

        private Meant text(String key) {
            count++;
            return new Scalar(null, null, key, Value.Type.TEXT);
        }
    }
}
