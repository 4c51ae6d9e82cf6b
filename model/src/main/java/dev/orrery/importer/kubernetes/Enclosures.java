package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.SourceLocation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Namespaces, where they are stated, and within them what `app.kubernetes.io/part-of` says belongs together.
final class Enclosures {
    private static final String PART_OF = "app.kubernetes.io/part-of";

    private final Draft.Builder draft;
    private final Fields fields;
    private final Map<String, SourceLocation> declared = new HashMap<>();
    private final Set<String> drawn = new HashSet<>();

    Enclosures(List<Manifest> manifests, Draft.Builder draft, Fields fields) {
        this.draft = draft;
        this.fields = fields;
        for (Manifest manifest : manifests) {
            if (manifest.type().is("Namespace", "")) {
                declared.putIfAbsent(manifest.name(), manifest.source());
            }
        }
    }

    void enclose(String id, Manifest manifest) {
        Optional<Value.Scalar> stated = manifest.namespace();
        stated.ifPresent(this::namespace);
        Optional<Value.Scalar> system = partOf(manifest);
        if (system.isPresent()) {
            Value.Scalar name = system.get();
            String boundary =
                    stated.map(within -> within.text() + "/" + name.text()).orElse(name.text());
            if (drawn.add(boundary)) {
                draft.add(new Boundary(boundary, name.text(), "system", null, null, name.source()));
                stated.ifPresent(within -> draft.nest(boundary, within.text(), name.source()));
            }
            draft.member(id, boundary, name.source());
        } else {
            stated.ifPresent(within -> draft.member(id, within.text(), within.source()));
        }
    }

    private void namespace(Value.Scalar stated) {
        if (drawn.add(stated.text())) {
            SourceLocation place = declared.getOrDefault(stated.text(), stated.source());
            draft.add(new Boundary(stated.text(), stated.text(), "namespace", null, null, place));
        }
    }

    /// A service outside any namespace whose system is called as a namespace is belongs to no box of that name.
    private Optional<Value.Scalar> partOf(Manifest manifest) {
        return fields.mapping(manifest.body(), "metadata", "labels")
                .or(() -> WorkloadKind.of(manifest.type())
                        .flatMap(kind -> fields.mapping(manifest.body(), kind.templatePath()))
                        .flatMap(template -> fields.mapping(template, "metadata", "labels"))
                        .filter(labels -> labels.get(PART_OF).isPresent()))
                .flatMap(labels -> fields.scalar(labels, PART_OF))
                .filter(name -> !name.text().isBlank());
    }
}
