package dev.orrery.importer.compose;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.ImageName;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a merged project says of services, and of what they need.
final class ComposeProject {
    private final ComposeModel model;
    private final Variables variables;
    private final ComposeSources sources;
    private final ComposeBinding binding;
    private final ServiceNames names;

    /// @param variables of the project's folder
    ComposeProject(ComposeModel model, Variables variables, ComposeSources sources, ComposeBinding binding) {
        this.model = model;
        this.variables = variables;
        this.sources = sources;
        this.binding = binding;
        this.names = ServiceNames.of(model.services());
    }

    Draft draft(ComposeFiles.Project project) {
        Draft.Builder draft = Draft.of("compose", project.scope());
        if (model.name() != null) {
            draft.name(model.name().text());
        }
        if (model.services().isEmpty() && !includes(project)) {
            binding.report(Problem.warning("no-services", noServices(project)));
        }
        Set<String> awaited = new TreeSet<>();
        model.services().forEach((id, definition) -> {
            Value.Mapping body = body(id, definition);
            ComposeNeeds needs = ComposeNeeds.read(id, body, names, binding);
            awaited.addAll(needs.awaited());
            List<Draft.Need> declared = needs.declared();
            declared.forEach(draft::add);
            new InferredNeeds(id, names)
                    .read(body, Environment.of(body, sources, variables, binding)).stream()
                            .forEach(need -> draft.add(agreeing(need, declared)));
        });
        ComposeHealth health = new ComposeHealth(model.services(), names, binding);
        model.services().forEach((id, definition) -> draft.add(service(id, definition, awaited, health)));
        return draft.build();
    }

    private Value.Mapping body(String id, Definition definition) {
        return binding.plain()
                .mapping(id, definition.body())
                .orElseGet(() -> Value.Mapping.of(List.of(), definition.places().getFirst()));
    }

    private Service service(String id, Definition definition, Set<String> awaited, ComposeHealth health) {
        Value.Mapping body = definition.mapping();
        Optional<ImageName> image =
                binding.shown(body, "image").map(Value.Scalar::text).map(ImageName::of);
        boolean isProvided = body.get("provider").isPresent();
        return Service.builder(id, definition.places().getFirst())
                .kind(isProvided ? ServiceKind.EXTERNAL : kind(id, image, awaited.contains(id)))
                .technology(image.map(ImageName::technology).orElse(null))
                .healthChecks(health.read(id, body))
                .active(profiles(body).isEmpty())
                .aliases(names.aliases(id))
                .sources(definition.places())
                .build();
    }

    /// The image tells; then that others wait until it has ended; where it is of the team's own making, a service that
    /// is called `mysql` is taken by its word.
    private static ServiceKind kind(String id, Optional<ImageName> image, boolean isAwaited) {
        return image.map(ImageName::product)
                .flatMap(ImageName::kindOf)
                .filter(kind -> !isAwaited)
                .or(() -> isAwaited ? Optional.of(ServiceKind.JOB) : Optional.empty())
                .or(() -> ImageName.kindOf(id))
                .orElse(ServiceKind.SERVICE);
    }

    private List<String> profiles(Value.Mapping body) {
        return body.get("profiles").stream()
                .flatMap(value -> binding.plain().items("profiles", value).stream())
                .flatMap(item -> binding.shown("profiles", item).stream())
                .map(Value.Scalar::text)
                .toList();
    }

    /// A host name does not say whether a service can do without; what is declared does.
    private static Draft.Need agreeing(Draft.Need inferred, List<Draft.Need> declared) {
        List<Draft.Need> same = declared.stream()
                .filter(need -> need.to().equals(inferred.to()))
                .toList();
        boolean required = same.isEmpty() || same.stream().anyMatch(Draft.Need::required);
        return new Draft.Need(
                inferred.from(),
                inferred.to(),
                inferred.kind(),
                required,
                inferred.protocol(),
                inferred.api(),
                inferred.evidence());
    }

    /// What is included and cannot be read is reported already.
    private boolean includes(ComposeFiles.Project project) {
        return project.files().stream()
                .flatMap(file -> sources.documents(file).stream())
                .flatMap(document -> document.mapping().stream())
                .anyMatch(root -> root.get("include").isPresent());
    }

    private SourceLocation noServices(ComposeFiles.Project project) {
        String file = project.files().getFirst();
        return sources.documents(file).stream()
                .flatMap(document -> document.mapping().stream())
                .map(root -> root.field("services").map(Value.Field::keySource).orElse(root.source()))
                .findFirst()
                .orElse(SourceLocation.startOf(file));
    }
}
