package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Puts boundaries into each other. A boundary that would enclose itself, directly or around others, is reported, and
/// all that stand in the circle become outermost.
final class BoundaryNesting {
    /// Nobody can see deeper; it also keeps whoever walks outwards from walking far.
    private static final int DEEPEST = 50;

    private BoundaryNesting() {}

    static Map<String, Boundary> resolve(List<Draft> drafts, Consumer<Problem> report) {
        Map<String, Boundary> boundaries = new TreeMap<>();
        Map<String, Draft.Reference> within = new LinkedHashMap<>();
        drafts.stream()
                .flatMap(draft -> draft.boundaries().stream())
                .forEach(boundary -> boundaries.putIfAbsent(boundary.id(), boundary));
        for (Draft draft : drafts) {
            for (Draft.Reference nesting : draft.nestings()) {
                if (boundaries.containsKey(nesting.to())) {
                    within.putIfAbsent(nesting.from(), nesting);
                } else {
                    report.accept(Problem.error("unknown-boundary", nesting.source(), nesting.to()));
                }
            }
        }
        breakCircles(within, report);
        within.forEach((id, nesting) -> boundaries.computeIfPresent(id, (_, inner) -> inside(inner, nesting.to())));
        return boundaries;
    }

    private static void breakCircles(Map<String, Draft.Reference> within, Consumer<Problem> report) {
        Map<String, Integer> depths = new HashMap<>();
        for (String start : List.copyOf(within.keySet())) {
            SequencedMap<String, Draft.Reference> path = new LinkedHashMap<>();
            String at = start;
            for (Draft.Reference next = within.get(at);
                    next != null && !path.containsKey(at) && !depths.containsKey(at);
                    next = within.get(at)) {
                path.put(at, next);
                at = next.to();
            }
            if (path.containsKey(at)) {
                List<String> walked = List.copyOf(path.keySet());
                List<String> circle = walked.subList(walked.indexOf(at), walked.size());
                report.accept(Problem.error(
                        "boundary-cycle", path.get(at).source(), String.join(" → ", circle) + " → " + at));
                circle.forEach(within::remove);
            }
            settle(path, within, depths, report);
        }
    }

    /// Notes how deep each boundary of a path lies, from the outermost inwards.
    private static void settle(
            SequencedMap<String, Draft.Reference> path,
            Map<String, Draft.Reference> within,
            Map<String, Integer> depths,
            Consumer<Problem> report) {
        for (String id : path.sequencedKeySet().reversed()) {
            Draft.Reference nesting = within.get(id);
            int depth = nesting == null ? 0 : depths.getOrDefault(nesting.to(), 0) + 1;
            if (nesting != null && depth > DEEPEST) {
                report.accept(Problem.error("boundaries-too-deep", nesting.source(), id, String.valueOf(DEEPEST)));
                within.remove(id);
                depth = 0;
            }
            depths.put(id, depth);
        }
    }

    private static Boundary inside(Boundary inner, String outer) {
        return new Boundary(inner.id(), inner.name(), inner.kind(), outer, inner.owner(), inner.source());
    }
}
