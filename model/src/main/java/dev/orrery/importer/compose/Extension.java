package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `extends`: a service takes over what another one says, and changes it as a later file would.
final class Extension {
    private static final String KEY = "extends";
    private static final int LONGEST = 100;

    private final ComposeLoader loader;
    private final ComposeSources sources;
    private final ComposeBinding binding;
    private final Map<String, Frame> frames = new HashMap<>();

    Extension(ComposeLoader loader, ComposeSources sources, ComposeBinding binding) {
        this.loader = loader;
        this.sources = sources;
        this.binding = binding;
    }

    /// The services of one file, among which a name is looked up.
    ///
    /// @param services those that are done no longer extend anything
    /// @param earlier of files before this one
    record Frame(
            String file,
            Scope scope,
            Map<String, Definition> services,
            Map<String, Definition> earlier,
            Resets resets) {
        @Nullable
        Definition find(String id) {
            Definition own = services.get(id);
            return own == null ? earlier.get(id) : own;
        }
    }

    private record Step(String file, String service) {}

    private record Base(Frame frame, Value.Scalar service) {}

    void apply(Frame frame) {
        for (String id : List.copyOf(frame.services().keySet())) {
            extended(frame, id, List.of());
        }
    }

    private @Nullable Definition extended(Frame frame, String id, List<Step> trail) {
        Definition own = frame.find(id);
        Value.Field extension = own == null ? null : own.mapping().field(KEY).orElse(null);
        if (own == null || extension == null) {
            return own;
        }
        Definition plain = own.with(without(own.mapping()));
        Definition done = base(frame, extension)
                .flatMap(base -> taken(frame, id, extension, base, trail))
                .map(taken -> plain.with(ComposeMerge.service(taken, plain.body())))
                .orElse(plain);
        frame.services().put(id, done);
        return done;
    }

    private Optional<Value> taken(Frame frame, String id, Value.Field extension, Base base, List<Step> trail) {
        Step step = new Step(frame.file(), id);
        String wanted = base.service().text();
        List<Step> longer = new ArrayList<>(trail);
        longer.add(step);
        if (longer.contains(new Step(base.frame().file(), wanted)) || trail.size() == LONGEST) {
            binding.report(Problem.error("compose-extends-cycle", extension.keySource(), id, wanted));
            return Optional.empty();
        }
        Definition found = extended(base.frame(), wanted, longer);
        if (found == null) {
            binding.report(Problem.error(
                    "compose-extends-unknown",
                    base.service().source(),
                    id,
                    wanted,
                    base.frame().file()));
            return Optional.empty();
        }
        return Optional.of(frame.resets().without(id, found.body()));
    }

    private Optional<Base> base(Frame frame, Value.Field extension) {
        if (!(extension.value() instanceof Value.Mapping mapping)) {
            return binding.known(KEY, extension.value()).map(service -> new Base(frame, service));
        }
        Optional<Value.Scalar> service = binding.known(mapping, "service");
        if (service.isEmpty()) {
            return Optional.empty();
        }
        if (mapping.get("file").filter(file -> !isNull(file)).isEmpty()) {
            return Optional.of(new Base(frame, service.get()));
        }
        return binding.known(mapping, "file")
                .flatMap(sources::file)
                .map(file -> new Base(frame(file, frame), service.get()));
    }

    private Frame frame(String file, Frame around) {
        loader.drawIn(file);
        if (file.equals(around.file())) {
            return around;
        }
        return frames.computeIfAbsent(file, _ -> {
            Scope scope = new Scope(around.scope().variables(), Scope.folderOf(file));
            Map<String, Definition> services = new LinkedHashMap<>();
            List<List<String>> resets = new ArrayList<>();
            for (Document.Tree document : sources.documents(file)) {
                document.mapping().map(root -> loader.layer(root, scope)).ifPresent(layer -> {
                    layer.resets().applyTo(services);
                    layer.services().forEach((id, later) -> services.merge(id, later, Definition::overriddenBy));
                    resets.addAll(layer.resets().paths());
                });
            }
            return new Frame(file, scope, services, Map.of(), new Resets(resets));
        });
    }

    private static Value without(Value.Mapping mapping) {
        return Value.Mapping.of(
                mapping.fields().stream()
                        .filter(field -> !field.key().equals(KEY))
                        .toList(),
                mapping.source());
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL;
    }
}
