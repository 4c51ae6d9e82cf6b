package dev.orrery.importer.compose;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Docker Compose: the Compose specification, versions 2 and 3, and version 1, which has its services at the root.
public final class ComposeImporter implements TopologyImporter {
    private static final String ENVIRONMENT = ".env";

    @Override
    public String format() {
        return "compose";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping().filter(ComposeImporter::describes).isPresent();
    }

    private static boolean describes(Value.Mapping root) {
        if (root.get("services").isPresent()) {
            return root.get("services").filter(ComposeImporter::areServices).isPresent();
        }
        return isWithoutServices(root) || isVersion1(root);
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Draft> drafts = new ArrayList<>();
        for (Document document : documents) {
            Variables variables = beside.read(document.text().file(), ENVIRONMENT) instanceof SideFile.Found found
                    ? Variables.read(found.text())
                    : Variables.NONE;
            ((Document.Tree) document)
                    .mapping()
                    .map(root -> new ComposeFile(new ComposeBinding(variables, report)).read(root, isVersion1(root)))
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    /// A service says something that Compose knows, unless none says anything at all: other tools have `services` too.
    private static boolean areServices(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar.type() == Value.Type.NULL;
            case Value.Sequence _ -> false;
            case Value.Mapping services -> {
                List<Value> bodies =
                        services.fields().stream().map(Value.Field::value).toList();
                yield bodies.stream().anyMatch(ComposeImporter::isService)
                        || bodies.stream().allMatch(ComposeImporter::saysNothing);
            }
        };
    }

    private static boolean isService(Value value) {
        return value instanceof Value.Mapping body
                && body.fields().stream().anyMatch(field -> ComposeKeys.SERVICE.contains(field.key()));
    }

    private static boolean saysNothing(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar.type() == Value.Type.NULL;
            case Value.Sequence _ -> false;
            case Value.Mapping body -> body.fields().isEmpty();
        };
    }

    /// `include` or `version` alone, or with volumes and networks.
    private static boolean isWithoutServices(Value.Mapping root) {
        boolean says = root.get("include").isPresent() || root.get("version").isPresent();
        return says
                && root.fields().stream()
                        .allMatch(field -> ComposeKeys.TOP.contains(field.key())
                                || field.key().startsWith("x-"));
    }

    /// Every key is a service, and says so with keys that only services have.
    private static boolean isVersion1(Value.Mapping root) {
        List<Value.Field> fields = root.fields();
        return root.get("services").isEmpty()
                && fields.stream().allMatch(field -> isServiceOfVersion1(field.value()))
                && fields.stream()
                        .anyMatch(field -> field.value() instanceof Value.Mapping body
                                && (body.get("image").orElse(null) instanceof Value.Scalar
                                        || body.get("build").orElse(null) instanceof Value.Scalar));
    }

    private static boolean isServiceOfVersion1(Value value) {
        return value instanceof Value.Mapping body
                && body.fields().stream().allMatch(field -> ComposeKeys.SERVICE.contains(field.key()));
    }
}
