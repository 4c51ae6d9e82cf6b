package dev.orrery.guide;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.Value;
import dev.orrery.graph.NodeId;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads notes and named views as a workspace keeps them, under the keys `notes` and `views`.
///
/// ```yaml
/// notes:
///   services: {orders: Split this before the summer.}
/// views:
///   - name: What an order needs
///     text: Everything in the light is waited for.
///     filter: reach:orders
///     select: orders
/// ```
public final class GuideText {
    public static final String NOTES = "notes";
    public static final String VIEWS = "views";
    /// The key of the note about the whole.
    static final String WHOLE = "topology";

    /// Keys below `notes`, one for each sort of box.
    static final Map<NodeId.Of, String> SORTS = Map.of(
            NodeId.Of.SERVICE, "services",
            NodeId.Of.BOUNDARY, "boundaries",
            NodeId.Of.MISSING, "missing");

    static final Set<String> SORT_KEYS = Set.of(WHOLE, "services", "boundaries", "missing");

    private final List<Problem> problems = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Binding binding = new Binding(this::report);
    private final TreeMap<NodeId, String> notes = new TreeMap<>();
    private final List<NamedView> views = new ArrayList<>();
    private final SourceText text;
    private String about = "";
    private boolean whole = true;

    private GuideText(SourceText text) {
        this.text = text;
    }

    /// What a workspace states. What of it cannot be understood is a problem, and never an error: the rest of the
    /// workspace counts.
    public static StatedGuide read(SourceText workspace) {
        SourceTree tree = SourceTreeReader.read(workspace);
        boolean mentioned =
                workspace.content().contains(NOTES) || workspace.content().contains(VIEWS);
        if (!mentioned || tree.documents().isEmpty()) {
            return StatedGuide.NONE;
        }
        GuideText reader = new GuideText(workspace);
        // The workspace's own reader tells what else is wrong with it.
        Resolver.resolve(tree, tree.documents().getFirst(), _ -> {}).ifPresent(root -> {
            if (root instanceof Value.Mapping mapping) {
                reader.read(mapping);
            }
        });
        return new StatedGuide(
                new Guide(reader.about, reader.notes, reader.views),
                reader.mentions,
                reader.problems.stream().sorted().toList(),
                reader.whole);
    }

    private void report(Problem problem) {
        problems.add(new Problem(problem.code(), Severity.WARNING, problem.source(), problem.arguments()));
    }

    private void read(Value.Mapping root) {
        given(root, NOTES).ifPresent(value -> binding.mapping(NOTES, value).ifPresentOrElse(this::notes, this::lost));
        given(root, VIEWS).ifPresent(value -> {
            if (value instanceof Value.Sequence) {
                Set<String> names = new HashSet<>();
                binding.items(VIEWS, value).forEach(item -> view(item, names));
            } else {
                binding.items(VIEWS, value);
                lost();
            }
        });
    }

    private static Optional<Value> given(Value.Mapping in, String key) {
        return in.get(key).filter(value -> !(value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL));
    }

    /// Something is left out that would be gone after writing.
    private void lost() {
        whole = false;
    }

    private void notes(Value.Mapping all) {
        binding.keys(all, SORT_KEYS);
        whole &= all.fields().stream().allMatch(field -> SORT_KEYS.contains(field.key()));
        given(all, WHOLE)
                .ifPresent(value -> binding.text(WHOLE, value).ifPresentOrElse(words -> about = words, this::lost));
        SORTS.forEach((of, key) -> given(all, key)
                .ifPresent(value -> binding.mapping(key, value)
                        .ifPresentOrElse(sort -> sort.fields().forEach(field -> note(of, field)), this::lost)));
    }

    private void note(NodeId.Of of, Value.Field field) {
        Optional<String> words = binding.text(field.key(), field.value()).filter(said -> !said.isBlank());
        if (words.isPresent()) {
            NodeId node = new NodeId(of, field.key());
            notes.put(node, words.get());
            mentions.add(new Mention(node, field.keySource()));
        } else {
            lost();
        }
    }

    private void view(Value item, Set<String> names) {
        Optional<Value.Mapping> stated = binding.mapping(VIEWS, item);
        if (stated.isEmpty()) {
            lost();
            return;
        }
        Optional<Value.Scalar> name = binding.scalar(stated.get(), "name");
        if (name.isEmpty() || name.get().text().isBlank()) {
            problems.add(Problem.warning("view-without-name", stated.get().source()));
            lost();
        } else if (!names.add(name.get().text().strip())) {
            problems.add(Problem.warning(
                    "view-name-twice", name.get().source(), name.get().text().strip()));
            lost();
        } else {
            views.add(new StatedView(stated.get(), binding, mentions, text)
                    .view(name.get().text()));
        }
    }
}
