package dev.orrery.app.bench;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Point;
import dev.orrery.layout.Size;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Graphviz's `dot`, where it is installed, laying out the same boxes in the same boundaries.
final class Graphviz {
    /// Pixels in an inch of `dot`.
    private static final double INCH = 72;

    private static final int PIECES = 8;

    private Graphviz() {}

    /// Its version in its own words; empty where it is not installed.
    static Optional<String> version() throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder("dot", "-V").redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /// Empty where it takes longer.
    static Optional<Drawn> draw(LayoutRequest request, Duration longest) throws IOException, InterruptedException {
        Path input = Files.createTempFile("orrery-bench-", ".gv");
        Path output = Files.createTempFile("orrery-bench-", ".plain");
        try {
            Map<NodeId, String> names = new HashMap<>();
            request.graph().nodes().forEach(node -> names.put(node.id(), "n" + names.size()));
            Files.writeString(input, dot(request, names));
            Process process = new ProcessBuilder("dot", "-Tplain", "-o", output.toString(), input.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0 ? Optional.of(read(output)) : Optional.empty();
        } finally {
            Files.delete(input);
            Files.delete(output);
        }
    }

    private static String dot(LayoutRequest request, Map<NodeId, String> names) {
        StringBuilder text = new StringBuilder("digraph g {\n  rankdir=LR; nodesep=0.55; ranksep=0.8;\n");
        text.append("  node [shape=box, fixedsize=true, label=\"\"];\n");
        Map<String, List<VisibleGraph.Frame>> inside = new HashMap<>();
        request.graph()
                .boundaries()
                .forEach(frame -> inside.computeIfAbsent(key(frame.within()), _ -> new ArrayList<>())
                        .add(frame));
        write("", inside, request, names, text);
        for (VisibleGraph.Edge edge : request.graph().edges()) {
            text.append("  ")
                    .append(names.get(edge.id().from()))
                    .append(" -> ")
                    .append(names.get(edge.id().to()))
                    .append(";\n");
        }
        return text.append("}\n").toString();
    }

    private static void write(
            String boundary,
            Map<String, List<VisibleGraph.Frame>> inside,
            LayoutRequest request,
            Map<NodeId, String> names,
            StringBuilder text) {
        for (VisibleGraph.Node node : request.graph().nodes()) {
            Size size = request.sizes().get(node.id());
            if (key(node.boundary()).equals(boundary) && size != null) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %s [width=%.4f, height=%.4f];\n",
                        names.get(node.id()),
                        size.width() / INCH,
                        size.height() / INCH));
            }
        }
        for (VisibleGraph.Frame frame : inside.getOrDefault(boundary, List.of())) {
            text.append("  subgraph \"cluster_")
                    .append(frame.id().replace("\"", ""))
                    .append("\" {\n  label=\" \";\n");
            write(frame.id(), inside, request, names, text);
            text.append("  }\n");
        }
    }

    private static String key(@Nullable String boundary) {
        return boundary == null ? "" : boundary;
    }

    private static Drawn read(Path plain) throws IOException {
        Map<String, Box> boxes = new HashMap<>();
        List<Drawn.Line> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(plain)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("node")) {
                    double width = inches(words[4]);
                    double height = inches(words[5]);
                    boxes.put(
                            words[1],
                            new Box(inches(words[2]) - width / 2, inches(words[3]) - height / 2, width, height));
                } else if (words[0].equals("edge")) {
                    lines.add(new Drawn.Line(words[1], words[2], curve(words)));
                }
            }
        }
        return new Drawn(boxes, lines);
    }

    /// The B-spline of an edge, cut into short straight pieces.
    private static List<Point> curve(String[] words) {
        List<Point> controls = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(words[3]); i++) {
            controls.add(new Point(inches(words[4 + 2 * i]), inches(words[5 + 2 * i])));
        }
        List<Point> points = new ArrayList<>(List.of(controls.getFirst()));
        for (int start = 0; start + 3 < controls.size(); start += 3) {
            for (int piece = 1; piece <= PIECES; piece++) {
                points.add(bezier(controls.subList(start, start + 4), (double) piece / PIECES));
            }
        }
        return points;
    }

    private static Point bezier(List<Point> p, double t) {
        double u = 1 - t;
        double a = u * u * u;
        double b = 3 * u * u * t;
        double c = 3 * u * t * t;
        double d = t * t * t;
        return new Point(
                a * p.get(0).x()
                        + b * p.get(1).x()
                        + c * p.get(2).x()
                        + d * p.get(3).x(),
                a * p.get(0).y()
                        + b * p.get(1).y()
                        + c * p.get(2).y()
                        + d * p.get(3).y());
    }

    private static double inches(String number) {
        return Double.parseDouble(number) * INCH;
    }
}
