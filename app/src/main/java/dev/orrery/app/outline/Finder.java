package dev.orrery.app.outline;

import dev.orrery.app.action.EnvironmentActions;
import dev.orrery.app.action.Excursions;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.action.Views;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.Rollup;
import dev.orrery.health.ServiceHealth;
import dev.orrery.query.Expression;
import dev.orrery.query.ExpressionReader;
import dev.orrery.query.Filter;
import dev.orrery.query.Key;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds services, boundaries and actions by a few letters, and services by an expression.
final class Finder {
    static final int MOST = 40;
    private static final int LESS_FOR_DETAIL = 120;
    /// What an expression means comes first, and then the filter by it.
    private static final int MEANT = 3_000;

    private static final int FILTERED = 2_000;

    private record Hit(Found found, int score) {}

    private Finder() {}

    /// Best first. With nothing typed: what is wrong, worst first, then all actions.
    ///
    /// @param typed letters in order; they need not stand next to each other
    static List<Found> find(Session session, String typed) {
        String wanted = typed.strip();
        if (wanted.isEmpty()) {
            return Stream.concat(troubled(session), doable(session)).limit(MOST).toList();
        }
        List<Hit> hits = new ArrayList<>();
        Opened opened = session.opened();
        if (opened != null) {
            Topology topology = opened.topology();
            Expression expression = ExpressionReader.read(wanted).expression();
            if (isMore(expression)) {
                hits.addAll(meant(session, opened, wanted, expression));
            }
            for (Service service : topology.services()) {
                score(wanted, service, topology).ifPresent(score -> hits.add(new Hit(thing(session, service), score)));
            }
            for (Boundary boundary : topology.boundaries()) {
                best(Fuzzy.score(wanted, boundary.name()), Fuzzy.score(wanted, boundary.id()))
                        .ifPresent(score -> hits.add(new Hit(thing(session, boundary), score)));
            }
        }
        doable(session)
                .forEach(action -> Fuzzy.score(wanted, action.title())
                        // What can be done comes after what there is, where both fit alike.
                        .ifPresent(score -> hits.add(new Hit(action, score - 1))));
        return hits.stream()
                .sorted(Comparator.comparingInt((Hit hit) -> -hit.score())
                        .thenComparing(hit -> hit.found().title()))
                .map(Hit::found)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /// Whether it says more than words to look for, which letters in order find better.
    private static boolean isMore(Expression expression) {
        return expression.terms().stream().anyMatch(term -> term.key() != Key.TEXT || term.negated());
    }

    /// Those that an expression means, in the order of their names, and that the picture could be filtered so.
    private static List<Hit> meant(Session session, Opened opened, String typed, Expression expression) {
        SortedSet<String> ids = Filter.of(expression, opened.pictured(), opened.graph())
                .matching(session.board(), session.attention(), session.now());
        List<Hit> hits = new ArrayList<>();
        for (String id : ids.stream().limit(MOST - 1).toList()) {
            opened.topology().service(id).ifPresent(service -> hits.add(new Hit(thing(session, service), MEANT)));
        }
        String all = Integer.toString(opened.topology().services().size());
        String note = Messages.of("palette.filter.note", Integer.toString(ids.size()), all);
        hits.add(new Hit(new Found.Filtered(typed, Messages.of("palette.filter", expression.text()), note), FILTERED));
        return hits;
    }

    private static Stream<Found> troubled(Session session) {
        if (session.opened() == null) {
            return Stream.empty();
        }
        Topology topology = session.opened().topology();
        return session.board().services().values().stream()
                .filter(service -> service.health() == Health.DOWN || service.health() == Health.DEGRADED)
                .sorted(Comparator.comparing(ServiceHealth::health))
                .flatMap(service -> topology.service(service.service()).stream())
                .map(service -> thing(session, service));
    }

    private static Stream<Found> doable(Session session) {
        return Stream.of(
                        UiActions.ALL, EnvironmentActions.of(session), Excursions.scenarios(session), Views.of(session))
                .flatMap(List::stream)
                .map(action -> new Found.Doable(
                        action,
                        action.words().apply(session),
                        action.keyWords().stream().findFirst().orElse(""),
                        action.isPossible(session)));
    }

    private static Found thing(Session session, Service service) {
        ServiceHealth health = session.board().service(service.id());
        String kind = Messages.of("kind." + service.kind().word());
        return new Found.Thing(
                NodeId.service(service.id()),
                service.name(),
                Objects.requireNonNullElse(service.technology(), kind),
                health == null || !health.isAsked() ? null : health.health());
    }

    private static Found thing(Session session, Boundary boundary) {
        List<String> members = Objects.requireNonNull(session.opened()).topology().services().stream()
                .filter(service -> session.opened()
                        .topology()
                        .enclosing(service.boundary())
                        .contains(boundary))
                .map(Service::id)
                .toList();
        Rollup rollup = session.board().rollup(members);
        return new Found.Thing(
                NodeId.boundary(boundary.id()),
                boundary.name(),
                boundary.kind(),
                rollup.asked() == 0 ? null : rollup.health());
    }

    private static OptionalInt score(String wanted, Service service, Topology topology) {
        OptionalInt named = best(Fuzzy.score(wanted, service.name()), Fuzzy.score(wanted, service.id()));
        OptionalInt detail = best(detail(wanted, service.technology()), detail(wanted, service.owner()));
        String boundary = service.boundary() == null
                ? null
                : topology.boundary(service.boundary()).map(Boundary::name).orElse(null);
        return best(named, best(detail, detail(wanted, boundary)));
    }

    /// Only whole parts of a detail count: letters strewn over one would find everything.
    private static OptionalInt detail(String wanted, @Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        OptionalInt score = Fuzzy.score(wanted, text);
        return score.isPresent() && score.getAsInt() > LESS_FOR_DETAIL
                ? OptionalInt.of(score.getAsInt() - LESS_FOR_DETAIL)
                : OptionalInt.empty();
    }

    private static OptionalInt best(OptionalInt one, OptionalInt other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()));
    }
}
