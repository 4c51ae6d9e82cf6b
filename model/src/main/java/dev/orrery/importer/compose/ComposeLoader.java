package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes one project of its files, in the order in which Compose does it: for each document in turn its variables are
/// replaced, what it includes is added, what it extends is taken over, and the whole is merged into what came before.
final class ComposeLoader {
    private static final String ENVIRONMENT = ".env";

    /// Files that include each other twice each would otherwise double with every step.
    private static final int MOST_DOCUMENTS = 2_000;

    private static final int LONGEST_CHAIN = 100;

    private final ComposeSources sources;
    private final ComposeBinding binding;
    private final Budget budget;
    private final Set<String> drawnIn = new TreeSet<>();
    private int documents;

    ComposeLoader(ComposeSources sources, ComposeBinding binding) {
        this.sources = sources;
        this.binding = binding;
        this.budget = new Budget(binding::report);
    }

    /// @param files named by [ComposeSources], at least one; the first one's folder is the project's
    ComposeModel load(List<String> files) {
        String folder = Scope.folderOf(files.getFirst());
        return load(files, new Scope(variables(folder), folder), List.of());
    }

    /// The variables that a project's folder gives.
    Variables variables(String folder) {
        return sources.environment(folder + ENVIRONMENT)
                .map(found -> Variables.NONE.and(found.text()))
                .orElse(Variables.NONE);
    }

    /// The files that were included or extended so far.
    Set<String> drawnIn() {
        return drawnIn;
    }

    /// @param chain of files that include each other and lead here
    private ComposeModel load(List<String> files, Scope around, List<String> chain) {
        ComposeModel model = ComposeModel.EMPTY;
        Scope scope = around;
        for (String file : files) {
            List<String> longer = new ArrayList<>(chain);
            longer.add(file);
            for (Document.Tree document : sources.documents(file)) {
                Optional<Value.Mapping> root = document.mapping();
                if (root.isEmpty() || isExhausted(root.get())) {
                    continue;
                }
                scope = named(root.get(), scope);
                model = apply(model, root.get(), file, scope, longer);
            }
        }
        return model;
    }

    private ComposeModel apply(ComposeModel before, Value.Mapping root, String file, Scope scope, List<String> chain) {
        Layer layer = layer(root, scope);
        Map<String, Definition> services = layer.copyOfServices();
        if (layer.include() != null) {
            Inclusion.of(layer.include(), binding)
                    .forEach(inclusion -> include(inclusion, scope, chain)
                            .services()
                            .forEach((id, included) -> {
                                Definition own = services.get(id);
                                if (own != null
                                        && !own.places()
                                                .getFirst()
                                                .equals(included.places().getFirst())) {
                                    binding.report(Problem.warning(
                                            "compose-include-conflict",
                                            own.places().getFirst(),
                                            id,
                                            included.places().getFirst().toString()));
                                }
                                services.merge(id, included, (later, earlier) -> earlier.overriddenBy(later));
                            }));
        }
        new Extension(this, sources, binding)
                .apply(new Extension.Frame(file, scope, services, before.services(), layer.resets()));
        Value.Scalar name = layer.name() == null
                ? null
                : binding.known("name", layer.name()).orElse(null);
        return before.then(name, layer.resets(), services);
    }

    /// What a document says by itself.
    Layer layer(Value.Mapping root, Scope scope) {
        return LayerReader.read(root, ComposeForm.isVersion1(root), scope, budget, binding::report);
    }

    void drawIn(String file) {
        drawnIn.add(file);
    }

    private ComposeModel include(Inclusion inclusion, Scope scope, List<String> chain) {
        List<String> files = new ArrayList<>();
        for (Value.Scalar path : inclusion.paths()) {
            Optional<String> file = sources.file(OpenText.part(path, scope.path(path.text())));
            if (file.isPresent() && chain.contains(file.get())) {
                binding.report(Problem.error("compose-include-cycle", path.source(), file.get()));
            } else {
                file.ifPresent(files::add);
            }
        }
        if (!files.isEmpty() && chain.size() == LONGEST_CHAIN) {
            reportTooMany(inclusion.paths().getFirst(), LONGEST_CHAIN);
            files.clear();
        }
        if (files.isEmpty()) {
            return ComposeModel.EMPTY;
        }
        drawnIn.addAll(files);
        String given = inclusion.folder() == null
                ? null
                : scope.path(inclusion.folder().text());
        String folder = given == null
                ? Scope.folderOf(files.getFirst())
                : given.isEmpty() || given.endsWith("/") ? given : given + "/";
        return load(files, new Scope(variables(inclusion, scope, folder), folder), chain);
    }

    /// What is set around the inclusion counts more than its own files, of those a later one more than an earlier one.
    private Variables variables(Inclusion inclusion, Scope scope, String folder) {
        List<String> paths = inclusion.envFiles() == null
                ? List.of(folder + ENVIRONMENT)
                : inclusion.envFiles().stream()
                        .map(path -> scope.path(path.text()))
                        .toList();
        Variables variables = scope.variables();
        for (String path : paths.reversed()) {
            Variables later = variables;
            variables = sources.environment(path)
                    .map(found -> later.and(found.text()))
                    .orElse(later);
        }
        return variables;
    }

    /// The project's name is a variable of its files.
    private static Scope named(Value.Mapping root, Scope scope) {
        return root.get("name").orElse(null) instanceof Value.Scalar name && !ComposeForm.isVersion1(root)
                ? new Scope(
                        scope.variables()
                                .with(
                                        "COMPOSE_PROJECT_NAME",
                                        OpenText.fill(name, scope.variables()).text()),
                        scope.folder())
                : scope;
    }

    private boolean isExhausted(Value.Mapping root) {
        documents++;
        if (documents == MOST_DOCUMENTS) {
            reportTooMany(root, MOST_DOCUMENTS);
        }
        return documents >= MOST_DOCUMENTS;
    }

    private void reportTooMany(Value place, int most) {
        binding.report(Problem.error("compose-too-many-files", place.source(), String.valueOf(most)));
    }
}
