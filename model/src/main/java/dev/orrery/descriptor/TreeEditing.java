package dev.orrery.descriptor;

import dev.orrery.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Edits on one text, each the smallest splice that does it. They are planned on one tree and made together: what would
/// touch one place twice is refused, and is done in two rounds.
///
/// A refusal is kept until [#finish], and the first one counts. Nothing is believed that has not been read again: the
/// new text must say what the edits mean, with all tags, anchors and aliases, or it is refused.
public final class TreeEditing {
    private final SourceTree tree;
    private final boolean through;
    private final String content;
    private final Extents extents;
    private final Habits habits;
    private final Parents parents;
    private final Plan plan = new Plan();
    private final Rendering rendering;
    private final BlockEdits blocks;
    private final FlowEdits flows;
    private final Values values;

    public TreeEditing(SourceTree tree) {
        this(tree, false);
    }

    /// @param through whether what stands behind an alias is changed where its anchor is, for all that refer to it
    public TreeEditing(SourceTree tree, boolean through) {
        this.tree = tree;
        this.through = through;
        this.content = tree.text().content();
        this.extents = new Extents(content);
        this.habits = Habits.of(tree, extents.lines());
        this.parents = new Parents(tree);
        this.rendering = new Rendering(
                tree.text(), extents, habits, tree.isJson(), extents.lines().lineBreak(0));
        this.blocks = new BlockEdits(content, extents, plan);
        this.flows = new FlowEdits(content, extents, plan);
        this.values = new Values(this);
        tree.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(problem -> plan.reject(
                        problem.code().equals("duplicate-key") ? "duplicate-keys" : "text-broken",
                        problem.message(),
                        String.valueOf(problem.source().line())));
        if (!parents.keysAreTexts()) {
            plan.reject("template");
        }
    }

    public SourceTree tree() {
        return tree;
    }

    /// Whether most lists of names in this text are written in brackets.
    ///
    /// @param otherwise where there are none, or as many of one sort as of the other
    public boolean prefersFlow(boolean otherwise) {
        return tree.isJson() || habits.prefersFlow(otherwise);
    }

    /// What is changed where a node is meant.
    SourceNode entered(SourceNode node) {
        return through && node instanceof SourceNode.Alias alias ? target(alias).orElse(node) : node;
    }

    private Optional<SourceNode> target(SourceNode.Alias alias) {
        return tree.documents().stream()
                .flatMap(document -> document.target(alias).stream())
                .findFirst();
    }

    /// Gives a key of a mapping another name; its value stays.
    public void rename(SourceNode.Mapping mapping, SourceNode.Entry entry, String name) {
        if (mapping.entries().stream()
                .anyMatch(other -> other.key() instanceof SourceNode.Scalar key
                        && key.value().equals(name))) {
            plan.reject("key-exists", name);
        } else if (isPlainKey(entry)) {
            restyle((SourceNode.Scalar) entry.key(), name);
        }
    }

    /// Gives a text another value, in the same quotes where those can hold it.
    public void text(SourceNode.Scalar scalar, String value) {
        values.set(scalar, new NewNode.Text(value));
    }

    /// Gives a key a value: the one that is there is replaced, and one that is missing is put in.
    ///
    /// @param order of keys as they are usually written; a new one is put behind those that come before it
    public void put(SourceNode named, String key, NewNode value, List<String> order) {
        SourceNode holder = entered(named);
        Optional<SourceNode.Entry> known = entry(holder, key);
        if (known.isPresent()) {
            values.set(known.get().value(), value);
        } else {
            insert(holder, key, value, order);
        }
    }

    /// Puts an entry into a mapping, or into what may become one: `{}`, or a key without a value.
    public void insert(SourceNode named, String key, NewNode value, List<String> order) {
        SourceNode holder = entered(named);
        if (entry(holder, key).isPresent()) {
            plan.reject("key-exists", key);
        } else if (!ScalarText.isWritable(key)) {
            plan.reject("character", key);
        } else if (holder instanceof SourceNode.Mapping mapping
                && !mapping.entries().isEmpty()) {
            int after = after(mapping, Sorting.predecessor(mapping, key, order));
            boolean flow = parents.of(mapping.entries().getFirst().key()).flow();
            insertAfter(mapping, after, column -> member(key, value, column, flow), flow);
            plan.intention().insert(mapping, after + 1, key, value);
        } else {
            values.fill(holder, new NewNode.Mapping(List.of(new NewNode.Member(key, value)), false));
        }
    }

    /// Puts an item at the end of a list, or where it belongs in one that is sorted; or into what may become a list.
    ///
    /// @param flow whether one that becomes a list is written in brackets
    public void add(SourceNode named, NewNode item, boolean flow) {
        SourceNode holder = entered(named);
        if (holder instanceof SourceNode.Sequence sequence && !sequence.items().isEmpty()) {
            int after = after(sequence, Sorting.predecessor(sequence, item));
            insertAfter(
                    sequence,
                    after,
                    column -> sequence.flow() ? rendering.inline(item, true) : rendering.item(item, column),
                    sequence.flow());
            plan.intention().insert(sequence, after + 1, "", item);
        } else {
            values.fill(holder, new NewNode.Sequence(List.of(item), flow));
        }
    }

    /// Puts items at the end of a list that has some.
    public void append(SourceNode.Sequence list, List<NewNode> items) {
        if (!isEditable(list)) {
            return;
        }
        int size = list.items().size();
        int column = extents.lines().column(extents.start(list, 0));
        for (NewNode item : items) {
            if (list.flow()) {
                flows.insertAfter(list, size - 1, rendering.inline(item, true));
            } else {
                blocks.insertAfter(list, size - 1, rendering.item(item, column));
            }
            plan.intention().insert(list, size, "", item);
        }
    }

    /// Puts another value in the place of one.
    public void replace(SourceNode old, NewNode value) {
        values.set(old, value);
    }

    /// Writes what an alias stands for in its place, so that it can be changed there alone.
    public void detach(SourceNode.Alias alias) {
        target(alias).ifPresentOrElse(known -> values.detach(alias, known), () -> plan.reject("alias", alias.anchor()));
    }

    /// Puts an entry beside another one of its mapping, with the same value.
    public void copy(SourceNode.Mapping mapping, SourceNode.Entry entry, String name) {
        if (Anchors.anyIn(entry.value())) {
            plan.reject("anchor-copied", name);
            return;
        }
        insert(mapping, name, new NewNode.Copy(entry.value()), List.of());
    }

    /// Takes entries or items out, by their indices.
    public void delete(SourceNode named, Set<Integer> indices) {
        SourceNode collection = entered(named);
        int size = Extents.size(collection);
        SortedSet<Integer> gone = new TreeSet<>(indices);
        if (gone.isEmpty()) {
            return;
        }
        if (collection instanceof SourceNode.Mapping mapping) {
            gone.forEach(at -> checkKey(mapping.entries().get(at)));
        }
        if (isEditable(collection)) {
            plan.intention().delete(collection, gone);
            if (Extents.isFlow(collection)) {
                flows.delete(collection, gone);
            } else if (gone.size() == size) {
                deleteAll(collection);
            } else {
                blocks.delete(collection, gone);
            }
        }
    }

    /// Takes the entry of a key out, where there is one.
    public void delete(SourceNode.Mapping mapping, String key) {
        delete(
                mapping,
                IntStream.range(0, mapping.entries().size())
                        .filter(at -> isKey(mapping.entries().get(at), key))
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    /// Turns a list of names into a mapping with a value for each.
    public void toMapping(SourceNode.Sequence list, Function<String, NewNode> value) {
        new ListToMapping(content, extents, rendering, plan, flows, habits).turn(list, parents.of(list), value);
    }

    /// Makes the edits, reads the new text, and compares.
    public TreeEdited finish() {
        if (plan.overlaps()) {
            plan.reject("edits-overlap");
        }
        return plan.refusal()
                .<TreeEdited>map(TreeEdited.Refused::new)
                .orElseGet(() -> TreeProof.of(tree, plan.edits(), plan.intention()));
    }

    private static Optional<SourceNode.Entry> entry(SourceNode holder, String key) {
        return holder instanceof SourceNode.Mapping mapping ? Source.entry(mapping, key) : Optional.empty();
    }

    static boolean isKey(SourceNode.Entry entry, String key) {
        return entry.key() instanceof SourceNode.Scalar scalar && scalar.value().equals(key);
    }

    private String member(String key, NewNode value, int column, boolean flow) {
        return flow ? rendering.flowMember(key, value) : rendering.member(key, value, column);
    }

    private void insertAfter(SourceNode collection, int index, Function<Integer, String> text, boolean flow) {
        if (!isEditable(collection)) {
            return;
        }
        int start = extents.start(collection, Math.max(0, index));
        if (flow) {
            flows.insertAfter(collection, index, text.apply(0));
        } else {
            blocks.insertAfter(collection, index, text.apply(extents.lines().column(start)));
        }
    }

    /// Before a first one that begins in the middle of a line there is no place.
    private int after(SourceNode collection, int index) {
        boolean hasPlace = index >= 0 || Extents.isFlow(collection) || !blocks.isMidLine(extents.start(collection, 0));
        return hasPlace ? index : Extents.size(collection) - 1;
    }

    private void deleteAll(SourceNode collection) {
        Parents.Place place = parents.of(collection);
        int colon = place.collection() instanceof SourceNode.Mapping around
                ? extents.afterColon(around.entries().get(place.index()))
                : -1;
        if (Anchors.isMarked(collection)) {
            plan.reject(
                    "marked",
                    content.substring(collection.start(), extents.lines().end(collection.start())));
        }
        blocks.deleteAll(collection, colon, collection instanceof SourceNode.Mapping ? "{}" : "[]");
    }

    /// Whether a collection is one whose layout is understood.
    private boolean isEditable(SourceNode collection) {
        if (plan.intention().isTouched(collection)) {
            plan.reject("edits-overlap");
        } else if (Extents.isFlow(collection) && !flows.hasBrackets(collection)) {
            plan.reject("pair-in-list");
        } else if (!Extents.isFlow(collection)) {
            List<Integer> starts = new ArrayList<>();
            for (int at = 0; at < Extents.size(collection); at++) {
                starts.add(extents.start(collection, at));
            }
            if (starts.stream().anyMatch(start -> extents.lines().before(start).contains("\t"))) {
                plan.reject("tab");
            }
        }
        return plan.refusal().isEmpty();
    }

    private boolean isPlainKey(SourceNode.Entry entry) {
        checkKey(entry);
        if (plan.refusal().isEmpty() && entry.key() instanceof SourceNode.Scalar key && Anchors.isMarked(key)) {
            plan.reject("marked", key.value());
        }
        return plan.refusal().isEmpty();
    }

    private void checkKey(SourceNode.Entry entry) {
        if (!(entry.key() instanceof SourceNode.Scalar key)) {
            plan.reject(entry.key() instanceof SourceNode.Alias ? "alias" : "key-not-text");
        } else if (extents.isExplicit(entry)) {
            plan.reject("explicit-key", key.value());
        } else if (!extents.isOnOneLine(key.start(), key.end())) {
            plan.reject("key-on-lines");
        }
    }

    /// The value of a scalar behind its anchor, which stays.
    ///
    /// @param start where the value begins
    void restyle(SourceNode.Scalar scalar, int start, String value) {
        if (!ScalarText.isWritable(value)) {
            plan.reject("character", value);
            return;
        }
        boolean flow = parents.of(scalar).flow();
        plan.splice(start, extents.end(scalar), ScalarText.in(scalar.style(), value, flow));
        plan.intention().replaceBehindAnchor(scalar, new NewNode.Text(value));
    }

    /// The span of a scalar with another value, in the same quotes where those can hold it.
    void restyle(SourceNode.Scalar scalar, String value) {
        if (!ScalarText.isWritable(value)) {
            plan.reject("character", value);
            return;
        }
        boolean flow = parents.of(scalar).flow();
        String written = tree.isJson() ? ScalarText.quoted(value) : ScalarText.in(scalar.style(), value, flow);
        plan.splice(scalar.start(), extents.end(scalar), written);
        plan.intention().replace(scalar, new NewNode.Text(value));
    }

    Plan plan() {
        return plan;
    }

    Extents extents() {
        return extents;
    }

    Rendering rendering() {
        return rendering;
    }

    BlockEdits blocks() {
        return blocks;
    }

    Habits habits() {
        return habits;
    }

    Parents parents() {
        return parents;
    }
}
