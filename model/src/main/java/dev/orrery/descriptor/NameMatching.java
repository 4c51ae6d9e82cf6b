package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes descriptions in different drafts for descriptions of one service where they share a name, and no other service
/// of one of the drafts has that name too.
final class NameMatching {
    private static final int MOST_NAMED = 5;

    /// @param draft in which there are several; -1 where two drafts say so together
    private record Doubt(Identity about, int draft, List<Identity> candidates) {}

    private record Described(Definition definition, Identity identity) {}

    /// Someone who goes by a name in a draft.
    ///
    /// @param isOwn whether that is its own name rather than another of its names
    private record Bearer(int draft, boolean isOwn, Identity identity) {}

    private final List<Described> described = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    /// @param definition in the order in which they count
    void add(Definition definition, Identity identity) {
        described.add(new Described(definition, identity));
    }

    /// @param own names that go before the others within a draft
    /// @param mayBe whether two may be one at all
    void match(
            Function<Service, Stream<String>> own,
            Function<Service, Stream<String>> other,
            BiPredicate<Identity, Identity> mayBe) {
        Map<String, List<Bearer>> byName = new LinkedHashMap<>();
        for (Described each : described) {
            Service service = each.definition().service();
            int draft = each.definition().draft();
            add(byName, own.apply(service), new Bearer(draft, true, each.identity()));
            add(byName, other.apply(service), new Bearer(draft, false, each.identity()));
        }
        byName.values().stream().filter(bearers -> bearers.size() > 1).forEach(bearers -> settle(bearers, mayBe));
    }

    private static void add(Map<String, List<Bearer>> byName, Stream<String> names, Bearer bearer) {
        names.forEach(
                name -> byName.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(bearer));
    }

    private void settle(List<Bearer> bearers, BiPredicate<Identity, Identity> mayBe) {
        SortedMap<Integer, List<Bearer>> byDraft =
                bearers.stream().collect(Collectors.groupingBy(Bearer::draft, TreeMap::new, Collectors.toList()));
        SortedMap<Integer, List<Identity>> several = new TreeMap<>();
        List<Identity> single = new ArrayList<>();
        byDraft.forEach((draft, inDraft) -> {
            List<Identity> called = called(inDraft);
            if (called.size() > 1) {
                several.put(draft, called);
            } else {
                single.add(called.getFirst());
            }
        });
        Optional<Identity> united = unite(single, mayBe);
        Identity about = united.orElseGet(() -> several.firstEntry().getValue().getFirst());
        several.forEach((draft, candidates) -> {
            List<Identity> possible = candidates.stream()
                    .filter(candidate -> mayBe.test(about, candidate))
                    .toList();
            if (!about.isIn(draft) && !possible.isEmpty()) {
                doubts.add(new Doubt(about, draft, possible));
            }
        });
    }

    /// Those whose own name it is; where there is none, those who are also called so.
    private static List<Identity> called(List<Bearer> inDraft) {
        boolean isAnyOwn = inDraft.stream().anyMatch(Bearer::isOwn);
        return inDraft.stream()
                .filter(bearer -> bearer.isOwn() == isAnyOwn)
                .map(bearer -> bearer.identity().now())
                .distinct()
                .toList();
    }

    private Optional<Identity> unite(List<Identity> candidates, BiPredicate<Identity, Identity> mayBe) {
        @Nullable Identity united = null;
        for (Identity candidate : candidates) {
            Identity next = candidate.now();
            if (united == null) {
                united = next;
            } else if (!united.equals(next) && mayBe.test(united, next)) {
                united = united(united, next);
            }
        }
        return Optional.ofNullable(united);
    }

    private Identity united(Identity one, Identity other) {
        if (one.sharesNoDraft(other)) {
            return one.unite(other);
        }
        doubts.add(new Doubt(other, -1, List.of(one)));
        return one;
    }

    /// Says what could not be told, and has not become clear since.
    void tellDoubts(Consumer<Problem> report) {
        doubts.stream().flatMap(doubt -> problem(doubt).stream()).distinct().forEach(report);
    }

    private static Optional<Problem> problem(Doubt doubt) {
        Identity about = doubt.about().now();
        List<Identity> candidates =
                doubt.candidates().stream().map(Identity::now).distinct().toList();
        boolean isClear = candidates.isEmpty() || candidates.contains(about) || about.isIn(doubt.draft());
        return isClear
                ? Optional.empty()
                : Optional.of(Problem.info(
                        "service-ambiguous", about.first().service().source(), about.id(), named(candidates)));
    }

    private static String named(List<Identity> candidates) {
        String names = candidates.stream()
                .map(candidate ->
                        candidate.id() + " (" + candidate.first().service().source() + ")")
                .sorted()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return candidates.size() > MOST_NAMED ? names + ", …" : names;
    }
}
