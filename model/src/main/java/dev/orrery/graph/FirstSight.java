package dev.orrery.graph;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is collapsed when a topology is first looked at, while nobody has said what should be. A small one is all open.
/// Of a large one the boundaries open level by level from the outside in, as long as the boxes stay few enough to be
/// read; of the first level that does not fit as a whole, only the smaller boundaries open, those of one size alike.
/// The largest stay cards, and so do communities. What lies inside a card is collapsed too, so that opening it shows
/// the
/// next level and no more.
public final class FirstSight {
    /// Boxes whose names can be read at once, with the lines between them.
    static final int READABLE = 40;

    private final Topology topology;
    /// How many things lie directly inside each boundary that holds a service: services, and such boundaries.
    private final Map<String, Integer> inside = new HashMap<>();
    private final Map<String, List<Boundary>> innerOf = new HashMap<>();
    private final List<Boundary> outermost = new ArrayList<>();
    private final Set<String> opened = new HashSet<>();
    private int boxes;

    private FirstSight(Topology topology) {
        this.topology = topology;
    }

    /// @param topology with its communities, where it has any
    public static Visibility of(Topology topology) {
        return VisibleGraph.boxes(topology) <= Communities.LARGE
                ? Visibility.ALL
                : new FirstSight(topology).visibility();
    }

    private Visibility visibility() {
        count();
        boolean whole = true;
        for (List<Boundary> level = outermost; !level.isEmpty(); ) {
            int growth = level.stream().mapToInt(this::growth).sum();
            int widest = whole ? widest(level) : 0;
            whole = whole && boxes + growth <= READABLE;
            List<Boundary> next = new ArrayList<>();
            for (Boundary boundary : level) {
                if (whole || growth(boundary) <= widest) {
                    boxes += growth(boundary);
                    next.addAll(innerOf.getOrDefault(boundary.id(), List.of()));
                    opened.add(boundary.id());
                }
            }
            level = next;
        }
        return new Visibility(topology.boundaries().stream()
                .map(Boundary::id)
                .filter(id -> !opened.contains(id))
                .collect(Collectors.toSet()));
    }

    private void count() {
        boxes = VisibleGraph.missing(topology);
        Set<String> holding = new HashSet<>();
        for (Service service : topology.services()) {
            hold(service.boundary());
            for (Boundary boundary : topology.enclosing(service.boundary())) {
                if (!holding.add(boundary.id())) {
                    break;
                }
                hold(boundary.within());
                if (!boundary.isCommunity()) {
                    (boundary.within() == null
                                    ? outermost
                                    : innerOf.computeIfAbsent(boundary.within(), _ -> new ArrayList<>()))
                            .add(boundary);
                }
            }
        }
    }

    /// One thing more lies directly in this boundary; outside of all it is a box.
    private void hold(@Nullable String boundary) {
        if (boundary == null) {
            boxes++;
        } else {
            inside.merge(boundary, 1, Integer::sum);
        }
    }

    /// How many boxes more there are once a boundary is open.
    private int growth(Boundary boundary) {
        return inside.getOrDefault(boundary.id(), 1) - 1;
    }

    /// The largest growth up to which all boundaries of a level can be open.
    private int widest(List<Boundary> level) {
        SortedMap<Integer, Integer> sums = new TreeMap<>();
        level.stream().map(this::growth).forEach(growth -> sums.merge(growth, growth, Integer::sum));
        int widest = -1;
        int reached = boxes;
        for (Map.Entry<Integer, Integer> sum : sums.entrySet()) {
            reached += sum.getValue();
            if (reached > READABLE) {
                break;
            }
            widest = sum.getKey();
        }
        return widest;
    }
}
