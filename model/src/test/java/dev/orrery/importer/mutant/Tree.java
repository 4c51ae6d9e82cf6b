package dev.orrery.importer.mutant;

import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/// What a YAML or JSON text says, apart from how it is written: anchors and merge keys are gone. Every way to change it
/// gives a new tree.
sealed interface Tree {
    record Leaf(String text, Value.Type type) implements Tree {
        static Leaf text(String text) {
            return new Leaf(text, Value.Type.TEXT);
        }
    }

    record Items(List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Fields(Map<String, Tree> fields) implements Tree {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        static Fields of(String key, Tree value) {
            return new Fields(Map.of(key, value));
        }

        Fields with(String key, Tree value) {
            Map<String, Tree> changed = new LinkedHashMap<>(fields);
            changed.put(key, value);
            return new Fields(changed);
        }

        Fields in(String key) {
            return fields.get(key) instanceof Fields inner ? inner : new Fields(Map.of());
        }

        String text(String key) {
            return fields.get(key) instanceof Leaf leaf ? leaf.text() : "";
        }
    }

    /// Every document of a text.
    static List<Tree> documents(String text) {
        SourceTree tree = SourceTreeReader.read(new SourceText("original.yaml", text));
        List<Tree> documents = new ArrayList<>();
        tree.documents()
                .forEach(document ->
                        Resolver.resolve(tree, document, _ -> {}).map(Tree::of).ifPresent(documents::add));
        return documents;
    }

    private static Tree of(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> new Leaf(scalar.text(), scalar.type());
            case Value.Sequence list ->
                new Items(list.items().stream().map(Tree::of).toList());
            case Value.Mapping mapping -> {
                Map<String, Tree> fields = new LinkedHashMap<>();
                mapping.fields().forEach(field -> fields.put(field.key(), of(field.value())));
                yield new Fields(fields);
            }
        };
    }

    /// Each mapping's keys in another order; lists stay, because their order may mean something.
    default Tree shuffled(Random random) {
        return switch (this) {
            case Leaf leaf -> leaf;
            case Items(List<Tree> items) ->
                new Items(items.stream().map(item -> item.shuffled(random)).toList());
            case Fields(Map<String, Tree> fields) -> {
                List<String> keys = new ArrayList<>(fields.keySet());
                Collections.shuffle(keys, random);
                Map<String, Tree> shuffled = new LinkedHashMap<>();
                for (String key : keys) {
                    Tree value = fields.get(key);
                    if (value != null) {
                        shuffled.put(key, value.shuffled(random));
                    }
                }
                yield new Fields(shuffled);
            }
        };
    }

    /// Lists in another order too, for formats that attach no meaning to it.
    default Tree shuffledThroughout(Random random) {
        return shuffled(random).changed(tree -> {
            if (tree instanceof Items(List<Tree> items)) {
                List<Tree> shuffled = new ArrayList<>(items);
                Collections.shuffle(shuffled, random);
                return new Items(shuffled);
            }
            return tree;
        });
    }

    /// Every text, keys included, in other words.
    default Tree renamed(UnaryOperator<String> rename) {
        return switch (this) {
            case Leaf(String text, Value.Type type) -> type == Value.Type.TEXT ? Leaf.text(rename.apply(text)) : this;
            case Items(List<Tree> items) ->
                new Items(items.stream().map(item -> item.renamed(rename)).toList());
            case Fields(Map<String, Tree> fields) -> {
                Map<String, Tree> renamed = new LinkedHashMap<>();
                fields.forEach((key, value) -> renamed.put(rename.apply(key), value.renamed(rename)));
                yield new Fields(renamed);
            }
        };
    }

    /// Every part of the tree changed, from the inside out.
    default Tree changed(UnaryOperator<Tree> change) {
        return switch (this) {
            case Leaf leaf -> change.apply(leaf);
            case Items(List<Tree> items) ->
                change.apply(new Items(
                        items.stream().map(item -> item.changed(change)).toList()));
            case Fields(Map<String, Tree> fields) -> {
                Map<String, Tree> inner = new LinkedHashMap<>();
                fields.forEach((key, value) -> inner.put(key, value.changed(change)));
                yield change.apply(new Fields(inner));
            }
        };
    }
}
