package dev.orrery.guide;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.Value;
import dev.orrery.diagram.Lens;
import dev.orrery.graph.Neighbourhood;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.problem.Problem;
import dev.orrery.query.ExpressionReader;
import dev.orrery.query.QueryProblem;
import dev.orrery.topology.SourceLocation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One entry of a workspace's `views`. What is wrong in it is reported and left out.
final class StatedView {
    static final Set<String> KEYS = Set.of(
            "name",
            "text",
            "filter",
            "hide",
            "lens",
            "collapsed",
            "select",
            "impact",
            "focus",
            "path",
            "fit",
            "camera",
            "compare",
            "next");
    /// A box or frame that is no service.
    private static final Map<String, NodeId.Of> SORTS =
            Map.of("service", NodeId.Of.SERVICE, "boundary", NodeId.Of.BOUNDARY, "missing", NodeId.Of.MISSING);
    private static final double FARTHEST = 1e7;

    private final Value.Mapping stated;
    private final Binding binding;
    private final List<Mention> mentions;
    private final SourceText text;

    StatedView(Value.Mapping stated, Binding binding, List<Mention> mentions, SourceText text) {
        this.stated = stated;
        this.binding = binding;
        this.mentions = mentions;
        this.text = text;
    }

    NamedView view(String name) {
        binding.keys(stated, KEYS);
        return new NamedView(
                name,
                binding.text(stated, "text").orElse(""),
                filter(),
                binding.bool(stated, "hide").orElse(false),
                binding.word(
                                stated,
                                "lens",
                                Arrays.stream(Lens.values()).map(Lens::word).toList())
                        .flatMap(Lens::of)
                        .orElse(Lens.HEALTH),
                collapsed(),
                stated.get("select").flatMap(value -> node("select", value)).orElse(null),
                binding.bool(stated, "impact").orElse(false),
                asked(),
                camera(),
                place("compare"),
                place("next"));
    }

    private String filter() {
        Optional<Value.Scalar> typed = binding.scalar(stated, "filter");
        typed.ifPresent(scalar -> ExpressionReader.read(scalar.text()).problems().stream()
                .findFirst()
                .ifPresent(problem -> binding.report(
                        Problem.warning("view-filter", within(scalar.source(), problem), problem.words()))));
        return typed.map(Value.Scalar::text).orElse("");
    }

    /// The place of a problem in an expression, which is exact where it stands on one line and escapes nothing.
    private SourceLocation within(SourceLocation start, QueryProblem problem) {
        String line = text.content().lines().skip(start.line() - 1L).findFirst().orElse("");
        int at = Math.min(start.column() - 1, line.length());
        boolean quoted = line.startsWith("\"", at) || line.startsWith("'", at);
        int column = start.column() + problem.from() + (quoted ? 1 : 0);
        return new SourceLocation(start.file(), start.line(), Math.min(column, line.length() + 1));
    }

    private @Nullable Visibility collapsed() {
        return stated.get("collapsed")
                .filter(value -> value instanceof Value.Sequence)
                .map(value -> {
                    Set<String> boundaries = new TreeSet<>();
                    binding.items("collapsed", value)
                            .forEach(item -> binding.scalar("collapsed", item).ifPresent(id -> {
                                boundaries.add(id.text());
                                mentions.add(new Mention(NodeId.boundary(id.text()), id.source()));
                            }));
                    return new Visibility(boundaries);
                })
                .orElseGet(() -> {
                    stated.get("collapsed").ifPresent(value -> binding.items("collapsed", value));
                    return null;
                });
    }

    /// A text means a service; others are told by their sort, as in `{boundary: booking}`.
    private Optional<NodeId> node(String key, Value value) {
        Optional<NodeId> node;
        if (value instanceof Value.Mapping mapping) {
            binding.keys(mapping, SORTS.keySet());
            node = SORTS.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(sort ->
                            binding.text(mapping, sort.getKey()).stream().map(id -> new NodeId(sort.getValue(), id)))
                    .findFirst();
            if (node.isEmpty()) {
                binding.report(Problem.warning("view-node", value.source(), key));
            }
        } else {
            node = binding.text(key, value).map(NodeId::service);
        }
        node.ifPresent(found -> mentions.add(new Mention(found, value.source())));
        return node;
    }

    private Asked asked() {
        Optional<Value> focus = stated.get("focus");
        if (focus.isPresent()) {
            return focus(focus.get());
        }
        return binding.mapping(stated, "path")
                .flatMap(path -> {
                    binding.keys(path, Set.of("from", "to"));
                    Optional<NodeId> from = path.get("from").flatMap(value -> node("from", value));
                    Optional<NodeId> to = path.get("to").flatMap(value -> node("to", value));
                    if (from.isEmpty() || to.isEmpty()) {
                        binding.report(Problem.warning("view-path", path.source()));
                    }
                    return from.flatMap(start -> to.map(end -> (Asked) new Asked.Path(start, end)));
                })
                .orElse(Asked.NOTHING);
    }

    private Asked focus(Value value) {
        if (value instanceof Value.Mapping mapping && mapping.get("on").isPresent()) {
            binding.keys(mapping, Set.of("on", "hops"));
            int hops =
                    binding.whole(mapping, "hops", 1, Neighbourhood.MOST_HOPS).orElse(1);
            return mapping.get("on")
                    .flatMap(on -> node("on", on))
                    .map(on -> (Asked) new Asked.Focus(on, hops))
                    .orElse(Asked.NOTHING);
        }
        return node("focus", value).map(on -> (Asked) new Asked.Focus(on, 1)).orElse(Asked.NOTHING);
    }

    private Camera camera() {
        Optional<Value.Mapping> camera = binding.mapping(stated, "camera");
        if (camera.isPresent()) {
            return camera(camera.get());
        }
        return stated.get("fit")
                .map(value -> (Camera) new Camera.Fit(binding.items("fit", value).stream()
                        .flatMap(item -> node("fit", item).stream())
                        .toList()))
                .orElse(Camera.WHOLE);
    }

    private Camera camera(Value.Mapping camera) {
        binding.keys(camera, Set.of("from", "x", "y", "zoom"));
        Optional<NodeId> from = camera.get("from").flatMap(value -> node("from", value));
        Optional<Double> x = number(camera, "x", -FARTHEST, FARTHEST);
        Optional<Double> y = number(camera, "y", -FARTHEST, FARTHEST);
        Optional<Double> zoom = number(camera, "zoom", Camera.SMALLEST_ZOOM, Camera.LARGEST_ZOOM);
        return x.isPresent() && y.isPresent() && zoom.isPresent()
                ? new Camera.At(from.orElse(null), x.get(), y.get(), zoom.get())
                : Camera.WHOLE;
    }

    private Optional<Double> number(Value.Mapping in, String key, double least, double most) {
        Optional<Value> value = in.get(key);
        Optional<Double> number = value.flatMap(given ->
                        given instanceof Value.Scalar digits && digits.text().matches("-?\\d{1,9}(\\.\\d{1,9})?")
                                ? Optional.of(new BigDecimal(digits.text()).doubleValue())
                                : Optional.<Double>empty())
                .filter(found -> found >= least && found <= most);
        if (number.isEmpty()) {
            binding.report(Problem.warning(
                    "view-number", value.map(Value::source).orElse(in.source()), key, plain(least), plain(most)));
        }
        return number;
    }

    private static String plain(double bound) {
        return new BigDecimal(String.valueOf(bound)).stripTrailingZeros().toPlainString();
    }

    /// A path relative to the workspace's folder.
    private @Nullable String place(String key) {
        return binding.text(stated, key)
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .orElse(null);
    }
}
