package dev.orrery.inspection;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for the one dependency that all circles of a knot run through.
final class CircleBreak {
    /// In a larger knot there is hardly ever one, and to look for it would take long.
    private static final int MOST = 400;

    /// Of several the one that is missed least: what is not required, then what nobody waits for, then by place.
    private static final Comparator<Dependency> LEAST_MISSED = Comparator.comparing(Dependency::required)
            .thenComparing(dependency -> dependency.kind() != DependencyKind.ASYNC)
            .thenComparing(dependency -> Words.place(dependency))
            .thenComparing(Dependency::from)
            .thenComparing(Dependency::to);

    private CircleBreak() {}

    /// The dependency without which no circle is left; empty where it takes more than one.
    ///
    /// @param within all dependencies inside a knot
    static Optional<Dependency> of(List<Dependency> within) {
        if (within.size() > MOST) {
            return Optional.empty();
        }
        return circle(within).stream()
                .sorted(LEAST_MISSED)
                .filter(open -> {
                    List<Dependency> left = new ArrayList<>(within);
                    left.remove(open);
                    return circle(left).isEmpty();
                })
                .findFirst();
    }

    /// Any circle; empty where there is none. A service that needs itself is none.
    private static List<Dependency> circle(List<Dependency> dependencies) {
        Map<String, List<Dependency>> needs = new HashMap<>();
        for (Dependency dependency : dependencies) {
            if (!dependency.from().equals(dependency.to())) {
                needs.computeIfAbsent(dependency.from(), _ -> new ArrayList<>()).add(dependency);
            }
        }
        // Whoever was left for good cannot be on a circle.
        Map<String, Boolean> onWay = new HashMap<>();
        for (String start : List.copyOf(needs.keySet())) {
            if (!onWay.containsKey(start)) {
                List<Dependency> found = circle(start, needs, onWay);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static List<Dependency> circle(
            String start, Map<String, List<Dependency>> needs, Map<String, Boolean> onWay) {
        Deque<String> way = new ArrayDeque<>();
        Deque<Dependency> steps = new ArrayDeque<>();
        Map<String, Integer> next = new HashMap<>();
        way.push(start);
        onWay.put(start, true);
        while (!way.isEmpty()) {
            String here = way.element();
            Dependency step = step(needs.getOrDefault(here, List.of()), next.merge(here, 1, Integer::sum) - 1);
            if (step == null) {
                onWay.put(way.pop(), false);
                steps.poll();
                continue;
            }
            Boolean met = onWay.get(step.to());
            if (met == null) {
                way.push(step.to());
                onWay.put(step.to(), true);
                steps.push(step);
            } else if (met) {
                return closed(step, steps);
            }
        }
        return List.of();
    }

    private static @Nullable Dependency step(List<Dependency> all, int at) {
        return at < all.size() ? all.get(at) : null;
    }

    /// @param steps the newest first
    private static List<Dependency> closed(Dependency last, Deque<Dependency> steps) {
        List<Dependency> circle = new ArrayList<>(List.of(last));
        for (Dependency step : steps) {
            if (circle.getLast().from().equals(last.to())) {
                break;
            }
            circle.add(step);
        }
        return circle;
    }
}
