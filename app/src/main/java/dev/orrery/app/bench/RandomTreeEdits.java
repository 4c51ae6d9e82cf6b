package dev.orrery.app.bench;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.SourceDocument;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.TreeEdited;
import dev.orrery.descriptor.TreeEditing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Edits of any text at all, drawn by lot, whether or not it is a descriptor.
final class RandomTreeEdits {
    private final Random random;
    private final RandomEdits names;

    RandomTreeEdits(Random random) {
        this.random = random;
        this.names = new RandomEdits(random);
    }

    TreeEdited next(SourceTree tree) {
        List<SourceNode> nodes = new ArrayList<>();
        for (SourceDocument document : tree.documents()) {
            if (document.root() != null) {
                gather(document.root(), nodes);
            }
        }
        TreeEditing editing = new TreeEditing(tree);
        if (!nodes.isEmpty()) {
            plan(editing, nodes.get(random.nextInt(nodes.size())));
        }
        return editing.finish();
    }

    private void plan(TreeEditing editing, SourceNode node) {
        switch (node) {
            case SourceNode.Scalar scalar -> {
                if (random.nextInt(4) > 0) {
                    editing.text(scalar, names.name());
                } else {
                    editing.insert(scalar, names.name(), value(), List.of());
                }
            }
            case SourceNode.Alias alias -> editing.replace(alias, value());
            case SourceNode.Sequence list -> {
                if (list.items().isEmpty() || random.nextInt(3) == 0) {
                    editing.add(list, value(), random.nextBoolean());
                } else if (random.nextInt(6) == 0) {
                    editing.toMapping(list, _ -> NewNode.nothing());
                } else {
                    editing.delete(list, some(list.items().size()));
                }
            }
            case SourceNode.Mapping mapping -> plan(editing, mapping);
        }
    }

    private void plan(TreeEditing editing, SourceNode.Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            editing.insert(mapping, names.name(), value(), List.of());
            return;
        }
        SourceNode.Entry entry =
                mapping.entries().get(random.nextInt(mapping.entries().size()));
        switch (random.nextInt(5)) {
            case 0 -> editing.rename(mapping, entry, names.name());
            case 1 -> editing.insert(mapping, names.name(), value(), List.of());
            case 2 -> editing.copy(mapping, entry, names.name());
            case 3 -> editing.replace(entry.value(), value());
            default -> editing.delete(mapping, some(mapping.entries().size()));
        }
    }

    private Set<Integer> some(int size) {
        Set<Integer> some = new TreeSet<>();
        some.add(random.nextInt(size));
        if (random.nextBoolean()) {
            some.add(random.nextInt(size));
        }
        return some;
    }

    private NewNode value() {
        return switch (random.nextInt(4)) {
            case 0 -> new NewNode.Bare("true");
            case 1 ->
                new NewNode.Mapping(
                        List.of(
                                new NewNode.Member("one", new NewNode.Text(names.name())),
                                new NewNode.Member("two", NewNode.nothing())),
                        random.nextBoolean());
            case 2 -> NewNode.texts(List.of(names.name(), names.name()), random.nextBoolean());
            default -> new NewNode.Text(names.name());
        };
    }

    private static void gather(SourceNode node, List<SourceNode> nodes) {
        nodes.add(node);
        switch (node) {
            case SourceNode.Mapping mapping -> mapping.entries().forEach(entry -> gather(entry.value(), nodes));
            case SourceNode.Sequence list -> list.items().forEach(item -> gather(item, nodes));
            case SourceNode.Scalar _, SourceNode.Alias _ -> {}
        }
    }
}
