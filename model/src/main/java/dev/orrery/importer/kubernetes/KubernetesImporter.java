package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Kubernetes manifests, kustomizations, and Helm charts as far as they can be known without being rendered. All
/// documents together describe one cluster.
public final class KubernetesImporter implements TopologyImporter {
    private static final String FORMAT = "kubernetes";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean accepts(Document document) {
        return switch (document) {
            case Document.Tree tree ->
                tree.mapping().filter(KubernetesImporter::describes).isPresent();
            case Document.Plain plain -> HelmCharts.isTemplate(plain.text());
        };
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        Fields fields = new Fields(new Binding(report));
        Effort effort = new Effort(report);
        HelmCharts charts = new HelmCharts();
        Kustomizing kustomizing = new Kustomizing(beside, fields);
        Set<String> files = new TreeSet<>();
        for (Document document : documents) {
            files.add(document.text().file());
            switch (document) {
                case Document.Plain plain -> charts.addTemplate(plain.text().file());
                case Document.Tree tree ->
                    tree.mapping().ifPresent(root -> {
                        if (HelmCharts.isChart(root)) {
                            charts.addChart(root);
                        } else {
                            kustomizing.add(root);
                        }
                    });
            }
        }
        ManifestReader reader = new ManifestReader(fields, effort, charts);
        kustomizing.read(reader);
        charts.report(report);
        Draft draft = new ClusterReading(reader.manifests(), effort, fields).read(FORMAT, scope(files));
        if (draft.services().isEmpty()) {
            report.accept(Problem.info(
                    "kubernetes-nothing-runs",
                    SourceLocation.startOf(documents.getFirst().text().file())));
        }
        return List.of(draft);
    }

    static boolean describes(Value.Mapping root) {
        return (ApiKind.of(root).isPresent()
                        && (root.get("metadata").isPresent()
                                || root.get("items").isPresent()))
                || Kustomization.describes(root)
                || HelmCharts.isChart(root);
    }

    /// The file, or the folder that all files have in common.
    private static String scope(Set<String> files) {
        if (files.size() == 1) {
            return files.iterator().next();
        }
        String common = null;
        for (String file : files) {
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            common = common == null ? folder : shared(common, folder);
        }
        return common == null || common.isEmpty() ? "" : common.substring(0, common.length() - 1);
    }

    private static String shared(String one, String other) {
        int end = 0;
        for (int at = 0; at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at); at++) {
            if (one.charAt(at) == '/') {
                end = at + 1;
            }
        }
        return one.substring(0, end);
    }
}
