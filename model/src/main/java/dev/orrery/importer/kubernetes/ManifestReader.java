package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the objects out of documents, whatever lists they are wrapped in.
final class ManifestReader {
    private static final int DEEPEST = 20;
    private static final String HOOK = "helm.sh/hook";

    private final Fields fields;
    private final Effort effort;
    private final HelmCharts charts;
    private final List<Manifest> manifests = new ArrayList<>();

    ManifestReader(Fields fields, Effort effort, HelmCharts charts) {
        this.fields = fields;
        this.effort = effort;
        this.charts = charts;
    }

    List<Manifest> manifests() {
        return manifests;
    }

    /// @param setting what kustomizations make of it
    void read(Value.Mapping root, Setting setting) {
        read(root, setting, 0);
    }

    private void read(Value.Mapping root, Setting setting, int depth) {
        Optional<ApiKind> type = ApiKind.of(root);
        if (type.isEmpty() || depth > DEEPEST || !effort.spend(100, root.source())) {
            return;
        }
        if (type.get().isList() && root.get("items").isPresent()) {
            for (Value.Mapping item : fields.mappings(root, "items")) {
                if (!effort.spend(1, root.source())) {
                    return;
                }
                read(item, setting, depth + 1);
            }
            return;
        }
        if (HelmCharts.isTemplate(root)) {
            charts.addTemplate(root.source().file());
            return;
        }
        Optional<Value.Mapping> metadata = fields.mapping(root, "metadata");
        Optional<Value.Scalar> name = metadata.flatMap(known -> name(known));
        if (name.isEmpty()) {
            if (matters(type.get())) {
                fields.report(Problem.error(
                        "kubernetes-no-name", root.source(), type.get().kind()));
            }
            return;
        }
        if (fields.texts(root, "metadata", "annotations").containsKey(HOOK)) {
            fields.report(Problem.info(
                    "kubernetes-helm-hook", name.get().source(), name.get().text()));
            return;
        }
        Optional<Value.Scalar> stated = setting.namespace()
                .or(() -> metadata.flatMap(known -> fields.scalar(known, "namespace")))
                .filter(known -> !known.text().isBlank());
        manifests.add(new Manifest(
                type.get(),
                setting.renaming().of(type.get(), name.get().text()),
                stated,
                setting.renaming(),
                root,
                name.get().source()));
    }

    /// The cluster adds some letters to a `generateName`.
    private Optional<Value.Scalar> name(Value.Mapping metadata) {
        return fields.scalar(metadata, "name")
                .or(() -> fields.scalar(metadata, "generateName")
                        .map(prefix ->
                                new Value.Scalar(prefix.text().replaceAll("-$", ""), Value.Type.TEXT, prefix.source())))
                .filter(name -> !name.text().isBlank());
    }

    private static boolean matters(ApiKind type) {
        return WorkloadKind.of(type).isPresent() || type.is("Service", "") || type.is("ConfigMap", "");
    }
}
