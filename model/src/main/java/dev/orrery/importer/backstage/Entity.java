package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One entity of the catalog.
///
/// @param name as written
/// @param isAnswer whether it comes from the catalog's API, which has followed every location already
record Entity(
        EntityRef ref,
        String name,
        Value.Mapping root,
        Value.Mapping metadata,
        Value.Mapping spec,
        SourceLocation source,
        boolean isAnswer) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*+");
    private static final int LONGEST_NAME = 63;

    /// Empty where it has no name, or a placeholder for one; that is reported.
    static Optional<Entity> read(Value.Mapping root, boolean isAnswer, Binding binding) {
        Optional<String> kind = binding.text(root, "kind");
        Value.Mapping metadata = binding.mapping(root, "metadata").orElse(empty(root));
        Value.Mapping spec = binding.mapping(root, "spec").orElse(empty(root));
        if (kind.isEmpty() || kind.get().equalsIgnoreCase("Template")) {
            // What a template holds are parameters of a form.
            return Optional.empty();
        }
        Optional<Value> placeholder = metadata.get("name").filter(Placeholders::isName);
        if (placeholder.isPresent()) {
            binding.report(Problem.info("backstage-skeleton", placeholder.get().source()));
            return Optional.empty();
        }
        Optional<Value.Scalar> name =
                binding.scalar(metadata, "name").filter(text -> !text.text().isBlank());
        if (name.isEmpty()) {
            // A location says all it has to say without one.
            if (!kind.get().equalsIgnoreCase("Location")) {
                binding.report(Problem.error("backstage-no-name", root.source(), kind.get()));
                return Optional.empty();
            }
            return Optional.of(of(kind.get(), "", root, metadata, spec, root.source(), isAnswer, binding));
        }
        String text = name.get().text();
        SourceLocation source = name.get().source();
        if (text.length() > LONGEST_NAME || !NAME.matcher(text).matches()) {
            binding.report(Problem.warning("backstage-bad-name", source, text));
        }
        return Optional.of(of(kind.get(), text, root, metadata, spec, source, isAnswer, binding));
    }

    private static Entity of(
            String kind,
            String name,
            Value.Mapping root,
            Value.Mapping metadata,
            Value.Mapping spec,
            SourceLocation source,
            boolean isAnswer,
            Binding binding) {
        String namespace = binding.text(metadata, "namespace").orElse(EntityRef.DEFAULT_NAMESPACE);
        return new Entity(new EntityRef(kind, namespace, name), name, root, metadata, spec, source, isAnswer);
    }

    private static Value.Mapping empty(Value.Mapping root) {
        return Value.Mapping.of(List.of(), root.source());
    }

    /// For people.
    String title(Binding binding) {
        return binding.text(metadata, "title").filter(text -> !text.isBlank()).orElse(name);
    }

    /// The type of its spec; empty where it has none.
    String type(Binding binding) {
        return binding.text(spec, "type").orElse("");
    }
}
