package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Helm charts that are not rendered. Their templates are programs, which are not run here; what is told is how to run
/// them.
final class HelmCharts {
    private static final Pattern MANIFEST = Pattern.compile("(?m)^\\s{0,20}(?:apiVersion|kind)\\s{0,5}:");
    private static final String OPEN = "{{";
    private static final int HEAD = 100_000;

    private final Map<String, Chart> charts = new TreeMap<>();
    private final Set<String> templates = new TreeSet<>();

    /// `Chart.yaml` says what the chart is; it has a version of the chart format and no kind.
    static boolean isChart(Value.Mapping root) {
        return root.get("kind").isEmpty()
                && isText(root, "apiVersion", "v1", "v2")
                && root.get("name").orElse(null) instanceof Value.Scalar
                && root.get("version").orElse(null) instanceof Value.Scalar;
    }

    /// A manifest with holes in it, which is why it does not parse.
    static boolean isTemplate(SourceText text) {
        String head = text.content().substring(0, Math.min(HEAD, text.content().length()));
        return head.contains(OPEN) && MANIFEST.matcher(head).find();
    }

    /// A manifest whose holes stand where YAML lets them stand.
    static boolean isTemplate(Value.Mapping root) {
        if (!(root.get("metadata").orElse(null) instanceof Value.Mapping metadata)) {
            return false;
        }
        return switch (metadata.get("name").orElse(null)) {
            case Value.Scalar name -> name.text().contains(OPEN);
            // An unquoted {{ begins a mapping whose key is a mapping.
            case Value.Mapping name -> name.fields().isEmpty();
            case null, default -> false;
        };
    }

    void addChart(Value.Mapping root) {
        String file = root.source().file();
        String name = root.get("name").orElse(null) instanceof Value.Scalar scalar ? scalar.text() : "";
        charts.put(folder(file), new Chart(name, root.source()));
    }

    void addTemplate(String file) {
        templates.add(file);
    }

    /// One notice a chart, or a folder of templates whose chart is not among the input.
    void report(Consumer<Problem> report) {
        charts.forEach((folder, chart) -> report.accept(Problem.warning(
                "kubernetes-helm-chart", chart.source(), chart.name(), folder.isEmpty() ? "." : folder)));
        Map<String, String> firsts = new TreeMap<>();
        for (String template : templates) {
            boolean isOfChart = charts.keySet().stream()
                    .anyMatch(folder -> template.startsWith(folder.isEmpty() ? "" : folder + "/"));
            if (!isOfChart) {
                firsts.putIfAbsent(folder(template), template);
            }
        }
        firsts.values()
                .forEach(template ->
                        report.accept(Problem.warning("kubernetes-helm-template", SourceLocation.startOf(template))));
    }

    private static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    private static boolean isText(Value.Mapping root, String key, String... texts) {
        return root.get(key).orElse(null) instanceof Value.Scalar scalar
                && Set.of(texts).contains(scalar.text());
    }

    private record Chart(String name, SourceLocation source) {}
}
