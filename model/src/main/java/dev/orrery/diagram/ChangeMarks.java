package dev.orrery.diagram;

import dev.orrery.comparison.Change;
import dev.orrery.comparison.Comparison;
import dev.orrery.comparison.Field;
import dev.orrery.comparison.FieldChange;
import dev.orrery.comparison.Union;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a comparison says on the picture of its union. Between the earlier and the later one nothing moves: what
/// is only in one of them fades.
public final class ChangeMarks {
    /// Where only the earlier one is to be seen, both, and only the later one.
    public static final double BEFORE = 0;

    public static final double BOTH = 0.5;
    public static final double AFTER = 1;

    private final Union union;
    private final double at;
    private final Map<NodeId, Mark> boxes = new HashMap<>();
    private final Map<EdgeId, Mark> edges = new HashMap<>();
    private final Set<NodeId> hidden = new HashSet<>();
    private final Set<EdgeId> hiddenEdges = new HashSet<>();

    private ChangeMarks(Union union, double at) {
        this.union = union;
        this.at = at;
    }

    /// @param graph of the union, or of its later topology
    /// @param at from [#BEFORE] over [#BOTH] to [#AFTER]
    public static Marks of(Union union, VisibleGraph graph, double at) {
        ChangeMarks marks = new ChangeMarks(union, Math.clamp(at, BEFORE, AFTER));
        marks.lines(graph);
        marks.boxes(graph);
        return new Marks(marks.boxes, marks.edges, marks.hidden, marks.hiddenEdges);
    }

    /// The signs of what became of a service, dependency or boundary; one that was renamed may have been moved and
    /// changed too. The first is the one that is shown.
    public static List<Sign> signs(Change<?> change) {
        return switch (change) {
            case Change.Added<?> _ -> List.of(Sign.ADDED);
            case Change.Removed<?> _ -> List.of(Sign.REMOVED);
            case Change.Kept<?> kept -> {
                List<Sign> signs = new ArrayList<>();
                if (kept.isRenamed()) {
                    signs.add(Sign.RENAMED);
                }
                if (kept.isMoved()) {
                    signs.add(Sign.MOVED);
                }
                if (kept.isChanged()) {
                    signs.add(Sign.CHANGED);
                }
                yield signs;
            }
        };
    }

    /// What is to be said of a change beside one of its signs, as in `was users`, `from Core` or `kind service →
    /// worker, links`; empty where it only came or went.
    public static String detail(Change<?> change, Sign sign, Comparison comparison) {
        if (!(change instanceof Change.Kept<?> kept)) {
            return "";
        }
        if (sign == Sign.RENAMED && kept.rename() != null) {
            return Messages.of("mark.was", Untrusted.oneLine(kept.rename().before()));
        }
        List<String> parts = new ArrayList<>();
        for (FieldChange field : kept.fields()) {
            if (field.field().isPlace() == (sign == Sign.MOVED)) {
                parts.add(field.field().isPlace() ? from(field, comparison) : detail(field, kept));
            }
        }
        return String.join(", ", parts);
    }

    private static String from(FieldChange place, Comparison comparison) {
        if (place.before().isEmpty()) {
            return Messages.of("mark.from-none");
        }
        String was = place.before().getFirst();
        return Messages.of(
                "mark.from",
                Untrusted.oneLine(
                        comparison.before().boundary(was).map(Boundary::name).orElse(was)));
    }

    /// Of what has many values, only that they are others: the inspector and `orrery diff` tell them.
    private static String detail(FieldChange change, Change.Kept<?> kept) {
        String field = change.field().words();
        return change.field().isList()
                ? field
                : Messages.of(
                        "mark.field.of",
                        field,
                        value(change, change.before(), kept.before()),
                        value(change, change.after(), kept.after()));
    }

    private static String value(FieldChange change, List<String> values, Object of) {
        if (!values.isEmpty()) {
            return Untrusted.oneLine(values.getFirst(), 40);
        }
        // Who has no name of its own goes by its id.
        return switch (of) {
            case Service service when change.field() == Field.NAME -> Untrusted.oneLine(service.id(), 40);
            case Boundary boundary when change.field() == Field.NAME -> Untrusted.oneLine(boundary.id(), 40);
            default -> Messages.of("mark.nothing");
        };
    }

    private double opacity(@Nullable Sign sign) {
        if (sign == Sign.ADDED) {
            return Math.min(1, 2 * at);
        }
        return sign == Sign.REMOVED ? Math.min(1, 2 * (1 - at)) : 1;
    }

    private void boxes(VisibleGraph graph) {
        for (VisibleGraph.Node node : graph.nodes()) {
            switch (node.id().of()) {
                case SERVICE -> box(node.id(), union.services().get(node.id().id()));
                case BOUNDARY -> {
                    Change<Boundary> own = union.boundaries().get(node.id().id());
                    if (own == null) {
                        several(node.id(), members(node.members()));
                    } else {
                        box(node.id(), own);
                    }
                }
                case MISSING -> missing(node.id(), graph);
            }
        }
        for (VisibleGraph.Frame frame : graph.boundaries()) {
            box(NodeId.boundary(frame.id()), union.boundaries().get(frame.id()));
        }
    }

    private List<Change<Service>> members(List<String> ids) {
        return ids.stream()
                .map(id -> union.services().get(id))
                .filter(Objects::nonNull)
                .toList();
    }

    private void box(NodeId id, @Nullable Change<?> change) {
        if (change != null && !signs(change).isEmpty()) {
            Sign sign = signs(change).getFirst();
            put(id, sign, detail(change, sign, union.comparison()));
        }
    }

    private void put(NodeId id, Sign sign, String detail) {
        double opacity = opacity(sign);
        if (opacity > 0) {
            boxes.put(id, new Mark(sign, detail, opacity));
        } else {
            hidden.add(id);
        }
    }

    /// A collapsed boundary in which something is different.
    private void several(NodeId id, Collection<? extends Change<?>> changes) {
        if (!changes.isEmpty()) {
            boxes.put(id, new Mark(Sign.CHANGED, counted(changes), 1));
        }
    }

    /// As in `2 added, 1 moved`.
    private static String counted(Collection<? extends Change<?>> changes) {
        Map<Sign, Integer> counts = new EnumMap<>(Sign.class);
        changes.forEach(change -> signs(change).forEach(sign -> counts.merge(sign, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(count -> Messages.of(
                        "mark.count",
                        Integer.toString(count.getValue()),
                        count.getKey().words()))
                .collect(Collectors.joining(", "));
    }

    /// What nothing defines is there as long as something needs it.
    private void missing(NodeId id, VisibleGraph graph) {
        boolean seen =
                graph.edges().stream().anyMatch(edge -> edge.id().to().equals(id) && !hiddenEdges.contains(edge.id()));
        if (!seen) {
            hidden.add(id);
        }
    }

    private void lines(VisibleGraph graph) {
        for (VisibleGraph.Edge edge : graph.edges()) {
            List<Change<Dependency>> changes = edge.dependencies().stream()
                    .map(each -> union.dependencies().get(new Pair(each.from(), each.to())))
                    .filter(Objects::nonNull)
                    .toList();
            if (changes.isEmpty()) {
                continue;
            }
            Sign first = signs(changes.getFirst()).getFirst();
            boolean alike = changes.size() == edge.dependencies().size()
                    && changes.stream().allMatch(change -> signs(change).getFirst() == first);
            Sign sign = alike ? first : Sign.CHANGED;
            double opacity = opacity(sign);
            if (opacity > 0) {
                String detail = edge.dependencies().size() == 1
                        ? detail(changes.getFirst(), sign, union.comparison())
                        : counted(changes);
                edges.put(edge.id(), new Mark(sign, detail, opacity));
            } else {
                hiddenEdges.add(edge.id());
            }
        }
    }
}
