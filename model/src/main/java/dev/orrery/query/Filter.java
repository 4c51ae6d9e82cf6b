package dev.orrery.query;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.ServiceGraph.Follow;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.ServiceHealth;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An expression, asked of one topology. What does not depend on health is asked once; health is then asked only of the
/// services that are left. Safe for several threads.
public final class Filter {
    public static final Filter EVERYTHING =
            new Filter(Expression.EVERYTHING, Topology.EMPTY, ServiceGraph.of(Topology.EMPTY));

    private final Expression expression;
    private final Topology topology;
    private final ServiceGraph graph;
    private final List<Term> passing;
    /// Those that are meant whatever their health; found when it is first asked, by whoever asks.
    private volatile @Nullable SortedSet<String> lasting;

    private Filter(Expression expression, Topology topology, ServiceGraph graph) {
        this.expression = expression;
        this.topology = topology;
        this.graph = graph;
        this.passing = expression.terms().stream()
                .filter(term -> term.key().followsHealth())
                .toList();
    }

    /// @param graph of the same topology
    public static Filter of(Expression expression, Topology topology, ServiceGraph graph) {
        return expression.isEverything() ? EVERYTHING : new Filter(expression, topology, graph);
    }

    public Expression expression() {
        return expression;
    }

    public boolean isEverything() {
        return expression.isEverything();
    }

    /// Whether another answer of a service can change what is meant.
    public boolean followsHealth() {
        return !passing.isEmpty();
    }

    /// The ids of all services that are meant.
    ///
    /// @param now at which an acknowledgement or maintenance has to hold
    public SortedSet<String> matching(HealthBoard board, Attention attention, Instant now) {
        SortedSet<String> left = lasting();
        if (passing.isEmpty()) {
            return left;
        }
        List<Predicate<String>> tests =
                passing.stream().map(term -> test(term, board, attention, now)).toList();
        SortedSet<String> meant = new TreeSet<>();
        for (String id : left) {
            if (tests.stream().allMatch(test -> test.test(id))) {
                meant.add(id);
            }
        }
        return Collections.unmodifiableSortedSet(meant);
    }

    private SortedSet<String> lasting() {
        SortedSet<String> known = lasting;
        if (known == null) {
            List<Predicate<Service>> tests = expression.terms().stream()
                    .filter(term -> !term.key().followsHealth())
                    .map(this::test)
                    .toList();
            SortedSet<String> found = new TreeSet<>();
            for (Service service : topology.services()) {
                if (tests.stream().allMatch(test -> test.test(service))) {
                    found.add(service.id());
                }
            }
            known = Collections.unmodifiableSortedSet(found);
            lasting = known;
        }
        return known;
    }

    private Predicate<Service> test(Term term) {
        Predicate<Service> any = switch (term.key()) {
            case TEXT -> anyOf(term.values().stream().map(Facet::mentions).toList());
            case KIND, OWNER, TAG, TECHNOLOGY, BOUNDARY -> {
                Predicate<String> fits =
                        anyOf(term.values().stream().map(Facet::fits).toList());
                yield service ->
                        Facet.values(term.key(), service, topology).stream().anyMatch(fits);
            }
            case COUPLING -> {
                Map<String, CouplingStep> steps = CouplingStep.of(topology);
                yield service -> term.values()
                        .contains(steps.getOrDefault(service.id(), CouplingStep.NONE)
                                .word());
            }
            case REACH, IMPACT, NEEDS, NEEDEDBY -> {
                Set<String> related = related(term);
                yield service -> related.contains(service.id());
            }
            case HEALTH, IS, LATENCY -> throw new IllegalArgumentException(term.key() + " follows health");
        };
        return term.negated() ? any.negate() : any;
    }

    private Set<String> related(Term term) {
        Set<String> related = new HashSet<>();
        for (String id : named(term.values())) {
            related.addAll(
                    switch (term.key()) {
                        case REACH -> graph.reach(id, Follow.ALL);
                        case IMPACT -> graph.impact(id, Follow.ALL);
                        case NEEDS -> graph.dependents(id);
                        default -> graph.dependencies(id);
                    });
            if (term.key() == Key.REACH || term.key() == Key.IMPACT) {
                related.add(id);
            }
        }
        return related;
    }

    /// Services by id or name; an id that nothing defines may be needed all the same.
    private Set<String> named(List<String> values) {
        Set<String> ids = new TreeSet<>(values);
        Predicate<String> fits = anyOf(values.stream().map(Facet::fits).toList());
        for (Service service : topology.services()) {
            if (fits.test(service.id()) || fits.test(service.name())) {
                ids.add(service.id());
            }
        }
        return ids;
    }

    private static Predicate<String> test(Term term, HealthBoard board, Attention attention, Instant now) {
        Predicate<String> any = switch (term.key()) {
            case HEALTH -> {
                Set<String> states = Set.copyOf(term.values());
                yield id -> states.contains(state(board.service(id)));
            }
            case LATENCY -> {
                Set<String> steps = Set.copyOf(term.values());
                yield id -> steps.contains(LatencyStep.of(board.service(id)).word());
            }
            default -> {
                List<Standing> standings = term.values().stream()
                        .map(word -> Standing.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList();
                yield id -> {
                    ServiceHealth service = board.service(id);
                    return standings.stream().anyMatch(standing -> standing.holds(service, attention, now));
                };
            }
        };
        return term.negated() ? any.negate() : any;
    }

    /// What cannot be asked is in no state.
    private static String state(@Nullable ServiceHealth service) {
        return service == null || !service.isAsked() ? Key.NONE : Key.word(service.health());
    }

    private static <T> Predicate<T> anyOf(List<Predicate<T>> tests) {
        return value -> tests.stream().anyMatch(test -> test.test(value));
    }
}
