package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Elements of a model that hold others. An element that holds others is opened: it becomes a boundary, and what is
/// said of it is said of some member. A statement that ends at an opened element is dropped where a statement between
/// members makes it good; where none does it is reported, because nobody can tell which member is meant.
public final class OpenElements {
    /// As deep as boundaries are drawn.
    private static final int DEEPEST = 50;

    private final Map<String, String> holders;
    private final Set<String> opened;

    /// @param holders element to the one that holds it
    public OpenElements(Map<String, String> holders) {
        this.holders = Map.copyOf(holders);
        this.opened = Set.copyOf(holders.values());
    }

    public boolean isOpened(String element) {
        return opened.contains(element);
    }

    /// The statements that hold between services.
    ///
    /// @param report told of every statement about an opened element that no statement about its members makes good
    public List<Draft.Need> between(List<Draft.Need> stated, Consumer<Problem> report) {
        List<Draft.Need> kept = new ArrayList<>();
        Map<String, Map<String, List<Draft.Need>>> rising = new LinkedHashMap<>();
        for (Draft.Need need : stated) {
            if (isOpened(need.from()) || isOpened(need.to())) {
                rising.computeIfAbsent(need.from(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(need.to(), _ -> new ArrayList<>())
                        .add(need);
            } else {
                kept.add(need);
            }
        }
        forget(rising, kept);
        rising.values().stream()
                .flatMap(to -> to.values().stream())
                .forEach(unmet -> unmet.forEach(need -> report(need, report)));
        return kept;
    }

    /// Lets go of every statement that one of those between services makes good.
    private void forget(Map<String, Map<String, List<Draft.Need>>> rising, List<Draft.Need> kept) {
        Set<Map.Entry<String, String>> seen = new HashSet<>();
        Map<String, List<String>> around = new HashMap<>();
        for (Draft.Need need : kept) {
            if (rising.isEmpty() || !seen.add(Map.entry(need.from(), need.to()))) {
                continue;
            }
            List<String> targets = around.computeIfAbsent(need.to(), this::around);
            for (String from : around.computeIfAbsent(need.from(), this::around)) {
                Map<String, List<Draft.Need>> to = rising.get(from);
                if (to != null) {
                    targets.forEach(to::remove);
                    if (to.isEmpty()) {
                        rising.remove(from);
                    }
                }
            }
        }
    }

    /// An element and all that hold it, from the inside outwards.
    private List<String> around(String element) {
        List<String> around = new ArrayList<>();
        @Nullable String at = element;
        while (at != null && around.size() < DEEPEST) {
            around.add(at);
            at = holders.get(at);
        }
        return around;
    }

    private void report(Draft.Need need, Consumer<Problem> report) {
        String at = isOpened(need.to()) ? need.to() : need.from();
        report.accept(Problem.info("relation-with-opened", need.evidence().source(), need.from(), need.to(), at));
    }
}
