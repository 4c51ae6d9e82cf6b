package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out which services of different drafts are the same: by id, then by the names that a source states, then by
/// names that are alike. Where a name could mean several, none is joined, and that is said.
///
/// Every step looks names up; no pair of services is compared with every other.
final class Identity {
    private static final int MOST_HOLDERS = 20;

    private final List<Draft> drafts;
    private final Consumer<Problem> report;
    private final List<Described> all = new ArrayList<>();
    /// For each draft, its own ids.
    private final List<Map<String, Described>> own = new ArrayList<>();
    private final Map<String, Described> byId = new HashMap<>();
    private final Map<Described, String> ids = new HashMap<>();
    /// Those that were found to be another one's namesake; nothing but their own draft knows them by that name.
    private final Set<Described> apart = new HashSet<>();

    private final Map<String, Set<Described>> byAlias = new HashMap<>();
    private final Map<String, Set<Described>> byName = new HashMap<>();

    /// @param stated names that the user declares to be one service's, by any of that service's names
    Identity(List<Draft> drafts, Map<String, List<String>> stated, Consumer<Problem> report) {
        this.drafts = drafts;
        this.report = report;
        for (int draft = 0; draft < drafts.size(); draft++) {
            own.add(new HashMap<>());
            collect(draft);
        }
        index(byAlias, Identity::stated);
        joinStated(stated);
        join(byAlias, Described::mayBe);
        byAlias.clear();
        index(byAlias, Identity::stated);
        index(byName, Identity::alike);
        join(byName, (one, other) -> one.mayBe(other) && one.isOfOtherFormats(other));
        byName.clear();
        index(byName, Identity::alike);
    }

    /// Every service by the id that the topology knows it by, with its descriptions in the order in which they count.
    SortedMap<String, List<Service>> services() {
        SortedMap<String, List<Service>> services = new TreeMap<>();
        for (Described described : all) {
            services.putIfAbsent(id(described), described.current().services());
        }
        return services;
    }

    /// The id of the service that a draft means by a name: its own ids come first, then its own aliases, then
    /// everybody's ids, aliases and names that are alike.
    Optional<String> find(int draft, String name) {
        return Optional.ofNullable(own.get(draft).get(name))
                .or(() -> only(byAlias.get(ServiceNames.folded(name)), draft))
                .or(() -> Optional.ofNullable(byId.get(name)))
                .or(() -> only(byAlias.get(ServiceNames.folded(name)), null))
                .or(() -> alikeElsewhere(draft, name))
                .map(this::id);
    }

    /// A source knows its own services by name, and one that says of which namespace or kind means no other.
    private Optional<Described> alikeElsewhere(int draft, String name) {
        boolean isQualified = name.indexOf('/') >= 0 || name.indexOf(':') >= 0;
        return isQualified
                ? Optional.empty()
                : only(byName.get(ServiceNames.normalised(name)), null).filter(found -> !found.isIn(draft));
    }

    private void collect(int draft) {
        Map<String, Described> known = own.get(draft);
        for (Service service : drafts.get(draft).services()) {
            Described twice = known.get(service.id());
            if (twice != null) {
                reportTwice(service, twice.first());
                continue;
            }
            Described.Description description =
                    new Described.Description(draft, drafts.get(draft).format(), service);
            Described same = byId.get(service.id());
            if (same == null) {
                known.put(service.id(), make(description, service.id()));
            } else if (contradicts(same, description)) {
                String id = free(drafts.get(draft).scope() + "/" + service.id());
                report.accept(Problem.info(
                        "service-apart",
                        service.source(),
                        service.id(),
                        same.first().source().toString(),
                        id));
                Described other = make(description, id);
                apart.add(other);
                known.put(service.id(), other);
            } else {
                if (drafts.get(same.firstDraft()).format().equals(description.format())) {
                    reportTwice(service, same.first());
                }
                same.add(description);
                known.put(service.id(), same);
            }
        }
    }

    private Described make(Described.Description description, String id) {
        Described made = new Described(description);
        all.add(made);
        byId.put(id, made);
        ids.put(made, id);
        return made;
    }

    private String free(String wanted) {
        String id = wanted;
        for (int more = 2; byId.containsKey(id); more++) {
            id = wanted + "-" + more;
        }
        return id;
    }

    private void reportTwice(Service service, Service first) {
        report.accept(Problem.info(
                "service-defined-twice",
                service.source(),
                service.id(),
                first.source().toString()));
    }

    /// Two drafts of one format that use an id for different products speak of different services.
    private static boolean contradicts(Described same, Described.Description description) {
        String technology = description.service().technology();
        return technology != null
                && same.services().stream()
                        .map(Service::technology)
                        .anyMatch(other -> other != null && !product(other).equals(product(technology)))
                && same.isOfFormat(description.format());
    }

    /// The technology without its version.
    private static String product(String technology) {
        String first = technology.split("[:@]", 2)[0];
        return ServiceNames.folded(first);
    }

    private void index(Map<String, Set<Described>> index, Function<Service, Stream<String>> names) {
        for (Described described : all) {
            if (apart.contains(described)) {
                continue;
            }
            Described current = described.current();
            current.services()
                    .forEach(service -> names.apply(service)
                            .forEach(name -> index.computeIfAbsent(name, _ -> new LinkedHashSet<>())
                                    .add(current)));
        }
    }

    private static Stream<String> stated(Service service) {
        return Stream.concat(Stream.of(service.id()), service.aliases().stream())
                .map(ServiceNames::folded);
    }

    private static Stream<String> alike(Service service) {
        return Stream.of(service.id(), service.name())
                .map(ServiceNames::normalised)
                .filter(name -> !name.isEmpty());
    }

    private void joinStated(Map<String, List<String>> stated) {
        new TreeMap<>(stated).forEach((name, others) -> {
            Set<Described> meant = new LinkedHashSet<>();
            Stream.concat(Stream.of(name), others.stream())
                    .map(ServiceNames::folded)
                    .forEach(each -> meant.addAll(byAlias.getOrDefault(each, Set.of())));
            joinAll(meant.stream().map(Described::current).distinct().toList());
        });
    }

    private void join(Map<String, Set<Described>> index, BiPredicate<Described, Described> may) {
        Set<Set<Described>> told = new HashSet<>();
        new TreeMap<>(index).forEach((_, holders) -> {
            List<Described> current =
                    holders.stream().map(Described::current).distinct().toList();
            // A name that very many share tells nobody apart; to look at all pairs would only take long.
            if (current.size() < 2 || current.size() > MOST_HOLDERS) {
                return;
            }
            long pairs = (long) current.size() * (current.size() - 1) / 2;
            long possible = pairs(current, may);
            if (possible == pairs) {
                joinAll(current);
            } else if (possible > 0 && told.add(new HashSet<>(current))) {
                reportAmbiguous(current);
            }
        });
    }

    private void reportAmbiguous(List<Described> holders) {
        Service first = holders.getFirst().first();
        List<String> others = holders.stream().skip(1).map(this::id).toList();
        report.accept(Problem.info("service-ambiguous", first.source(), first.id(), String.join(", ", others)));
    }

    /// How many pairs may be one.
    private static long pairs(List<Described> holders, BiPredicate<Described, Described> may) {
        long pairs = 0;
        for (int i = 0; i < holders.size(); i++) {
            for (int j = i + 1; j < holders.size(); j++) {
                pairs += may.test(holders.get(i), holders.get(j)) ? 1 : 0;
            }
        }
        return pairs;
    }

    private void joinAll(Collection<Described> same) {
        List<Described> order = same.stream()
                .sorted((one, other) -> {
                    int byDraft = Integer.compare(one.firstDraft(), other.firstDraft());
                    return byDraft != 0 ? byDraft : id(one).compareTo(id(other));
                })
                .toList();
        order.stream().skip(1).forEach(other -> order.getFirst().join(other));
    }

    private String id(Described described) {
        String id = ids.get(described.current());
        if (id == null) {
            throw new IllegalStateException("no id for " + described.first().id());
        }
        return id;
    }

    /// The one of these, in a draft where one is given; empty where there are several.
    private static Optional<Described> only(@Nullable Set<Described> found, @Nullable Integer draft) {
        if (found == null) {
            return Optional.empty();
        }
        List<Described> of = found.stream()
                .map(Described::current)
                .distinct()
                .filter(described -> draft == null || described.isIn(draft))
                .limit(2)
                .toList();
        return of.size() == 1 ? Optional.of(of.getFirst()) : Optional.empty();
    }
}
