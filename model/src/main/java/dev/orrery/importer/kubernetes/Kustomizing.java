package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Follows kustomizations to the files that they take together. Of what they change only the namespace and the names
/// are applied, and only where all ways to a file agree on them; the rest takes `kubectl kustomize`, and is said so.
final class Kustomizing {
    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final Pattern REMOTE = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+.-]*://.*|git@.*|(?:www\\.)?(?:github|gitlab|bitbucket)\\..*|.*\\?ref=.*");
    private static final int MOST_FILES = 2_000;
    private static final int DEEPEST = 50;

    private final SideFiles beside;
    private final Fields fields;
    private final Map<String, List<Kustomization>> kustomizations = new LinkedHashMap<>();
    private final Map<String, List<Value.Mapping>> manifests = new LinkedHashMap<>();
    private final Set<String> patches = new HashSet<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, Set<Setting>> ways = new HashMap<>();
    private final Set<Map.Entry<String, Setting>> walked = new HashSet<>();
    private boolean saidSeveral;

    Kustomizing(SideFiles beside, Fields fields) {
        this.beside = beside;
        this.fields = fields;
    }

    void add(Value.Mapping root) {
        String file = root.source().file();
        if (Kustomization.describes(root)) {
            kustomizations.computeIfAbsent(file, _ -> new ArrayList<>()).add(Kustomization.read(root, fields));
        } else {
            manifests.computeIfAbsent(file, _ -> new ArrayList<>()).add(root);
        }
    }

    /// Hands over every document that was added or found, in order.
    void read(ManifestReader reader) {
        List<String> open = new ArrayList<>(kustomizations.keySet());
        for (int at = 0; at < open.size() && at < MOST_FILES; at++) {
            String file = open.get(at);
            Set<String> found = new LinkedHashSet<>();
            for (Kustomization kustomization : kustomizations.getOrDefault(file, List.of())) {
                kustomization
                        .resources()
                        .forEach(resource -> follow(file, resource).ifPresent(found::add));
                kustomization.patches().forEach(path -> patch(file, path));
                reportUnapplied(kustomization);
            }
            children.put(file, List.copyOf(found));
            found.stream()
                    .filter(child -> kustomizations.containsKey(child) && !open.contains(child))
                    .forEach(open::add);
        }
        Set<String> referenced =
                children.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        open.stream()
                .filter(file -> !referenced.contains(file))
                .forEach(root -> walk(root, Setting.NONE, new ArrayDeque<>()));
        patches.removeAll(referenced);
        manifests.keySet().removeAll(patches);
        manifests.forEach((file, roots) -> {
            Setting setting = setting(file);
            roots.forEach(root -> reader.read(root, setting));
        });
    }

    private void patch(String from, String path) {
        if (beside.read(from, path) instanceof SideFile.Found found) {
            patches.add(found.text().file());
        }
    }

    /// On what all ways to a file agree.
    private Setting setting(String file) {
        Set<Setting> known = ways.getOrDefault(file, Set.of());
        List<String> namespaces = known.stream()
                .map(way -> way.namespace().map(Value.Scalar::text).orElse(""))
                .distinct()
                .toList();
        List<Renaming> renamings =
                known.stream().map(Setting::renaming).distinct().toList();
        if (renamings.size() > 1 && !saidSeveral) {
            saidSeveral = true;
            fields.report(Problem.info("kubernetes-kustomize-several", SourceLocation.startOf(file)));
        }
        return new Setting(
                namespaces.size() == 1 ? known.iterator().next().namespace() : Optional.empty(),
                renamings.size() == 1 ? renamings.getFirst() : Renaming.NONE);
    }

    /// @param path the kustomizations on the way here
    private void walk(String file, Setting outer, Deque<String> path) {
        if (path.contains(file) || path.size() > DEEPEST || !walked.add(Map.entry(file, outer))) {
            return;
        }
        Setting setting = kustomizations.getOrDefault(file, List.of()).stream()
                .findFirst()
                .map(outer::around)
                .orElse(outer);
        path.push(file);
        for (String child : children.getOrDefault(file, List.of())) {
            if (kustomizations.containsKey(child)) {
                walk(child, setting, path);
            } else {
                ways.computeIfAbsent(child, _ -> new LinkedHashSet<>()).add(setting);
            }
        }
        path.pop();
    }

    /// @return the file that a resource means
    private Optional<String> follow(String from, Value.Scalar resource) {
        String path = resource.text();
        if (REMOTE.matcher(path).matches()) {
            fields.report(Problem.warning("kubernetes-kustomize-remote", resource.source(), path));
            return Optional.empty();
        }
        boolean isFile = path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
        List<String> candidates = isFile
                ? List.of(path)
                : NAMES.stream().map(name -> path + "/" + name).toList();
        for (String candidate : candidates) {
            switch (beside.read(from, candidate)) {
                case SideFile.Found found -> {
                    String file = found.text().file();
                    if (!kustomizations.containsKey(file) && !manifests.containsKey(file)) {
                        SideFiles.trees(found, fields::report).stream()
                                .flatMap(tree -> tree.mapping().stream())
                                .filter(KubernetesImporter::describes)
                                .forEach(this::add);
                    }
                    return Optional.of(file);
                }
                case SideFile.Outside outside -> {
                    fields.report(Problem.warning("kubernetes-kustomize-outside", resource.source(), outside.path()));
                    return Optional.empty();
                }
                case SideFile.Refused refused -> {
                    fields.report(refused.why());
                    return Optional.empty();
                }
                case SideFile.Missing _ -> {}
            }
        }
        fields.report(Problem.warning("kubernetes-kustomize-missing", resource.source(), path));
        return Optional.empty();
    }

    private void reportUnapplied(Kustomization kustomization) {
        if (!kustomization.unapplied().isEmpty()) {
            fields.report(Problem.info(
                    "kubernetes-kustomize-unapplied",
                    kustomization.unapplied().getFirst().keySource(),
                    kustomization.unapplied().stream().map(Value.Field::key).collect(Collectors.joining(", "))));
        }
    }
}
