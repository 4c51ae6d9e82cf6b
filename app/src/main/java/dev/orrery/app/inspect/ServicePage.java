package dev.orrery.app.inspect;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.health.Health;
import dev.orrery.health.ReportedHealth;
import dev.orrery.health.ServiceHealth;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// All about one service.
final class ServicePage extends Page {
    private final Heading heading = new Heading();
    private final Label impact = new Label();
    private final Said said;
    private final Facts facts = new Facts();
    private final OtherNames names = new OtherNames();
    private final LastDay lastDay;
    private final Checks checks;
    private final FoundHere found;
    private final Neighbours needs;
    private final Neighbours neededBy;
    private final Links links;
    private final Described described;
    private final Noted noted;

    ServicePage(Outside outside) {
        said = new Said(outside.performer());
        lastDay = new LastDay(outside.days());
        checks = new Checks(outside.copy());
        found = new FoundHere(outside.performer());
        needs = new Neighbours("inspect.depends-on", outside);
        neededBy = new Neighbours("inspect.used-by", outside);
        links = new Links(outside.browse());
        impact.getStyleClass().add("impact-words");
        impact.setWrapText(true);
        impact.setId("inspector-impact");
        described = new Described(outside.actions());
        noted = new Noted(outside.performer());
        getChildren()
                .setAll(
                        new VBox(6, heading, impact, said),
                        noted,
                        facts,
                        lastDay,
                        checks,
                        found,
                        needs,
                        neededBy,
                        links,
                        names,
                        described);
    }

    @Override
    void render(Session session, Opened opened, String id) {
        opened.topology().service(id).ifPresent(service -> render(session, opened, service));
    }

    private void render(Session session, Opened opened, Service service) {
        Topology topology = opened.topology();
        ServiceHealth health = session.board().service(service.id());
        Health state = health == null ? Health.UNKNOWN : health.health();
        String stands = health == null ? "" : Standing.of(health, session.now());
        String why = health == null ? "" : Standing.why(health);
        heading.show(state, service.name(), stands, why);
        impact.setText(impact(opened.graph(), service.id(), state));
        said.render(session, opened, health == null ? ServiceHealth.unasked(service, 0) : health);
        noted.render(session, NodeId.service(service.id()));
        facts.show(facts(topology, service));
        lastDay.render(session, service);
        checks.render(service, session, why.isEmpty() ? stands : why);
        Map<String, ReportedHealth> reported = health == null
                ? Map.of()
                : ReportedHealth.of(topology, health).stream()
                        .collect(Collectors.toMap(ReportedHealth::to, Function.identity()));
        needs.show(topology.dependencies().stream()
                .filter(dependency -> dependency.from().equals(service.id()))
                .map(dependency -> target(session, topology, dependency).reportedAs(reported.get(dependency.to())))
                .toList());
        neededBy.show(topology.dependencies().stream()
                .filter(dependency -> dependency.to().equals(service.id()))
                .flatMap(dependency -> topology.service(dependency.from()).stream()
                        .map(from -> Standing.neighbour(session, from, dependency)))
                .toList());
        found.render(opened, service.id());
        links.show(service.links());
        names.show(OtherNames.of(service));
        described.show(Described.places(opened.loaded(), service));
    }

    private static List<Facts.Fact> facts(Topology topology, Service service) {
        String boundary = service.boundary() == null ? null : Standing.path(topology, service.boundary());
        return new Facts.Known()
                .and("inspect.id", service.id().equals(service.name()) ? null : service.id())
                .and("inspect.owner", service.owner())
                .and("inspect.technology", service.technology())
                .and(
                        "inspect.kind",
                        Standing.capital(Messages.of("kind." + service.kind().word())))
                .and("inspect.boundary", boundary)
                .and(
                        "inspect.release",
                        service.releases().stream().map(ServicePage::release).collect(Collectors.joining(", ")))
                .and("inspect.provides", provided(service.provides()))
                .and("inspect.owns", String.join(", ", service.owns()))
                .and("inspect.tags", String.join(", ", service.tags()))
                .and("inspect.profile", service.active() ? null : Messages.of("inspect.inactive"))
                .facts();
    }

    /// @param apis API to version, which may be empty
    static String provided(Map<String, String> apis) {
        return apis.entrySet().stream()
                .map(api -> (api.getKey() + " " + api.getValue()).strip())
                .collect(Collectors.joining(", "));
    }

    private static String release(Release release) {
        return Messages.of("inspect.release.share", release.version(), Integer.toString(release.weight()));
    }

    private static Neighbours.Neighbour target(Session session, Topology topology, Dependency dependency) {
        Optional<Service> target = topology.service(dependency.to());
        return target.map(service -> Standing.neighbour(session, service, dependency))
                .orElseGet(() -> new Neighbours.Neighbour(
                        NodeId.missing(dependency.to()),
                        dependency.to(),
                        Health.UNKNOWN,
                        Messages.of("card.missing"),
                        dependency.evidence(),
                        new Pair(dependency.from(), dependency.to())));
    }

    /// Whom its failure hits, or would hit: those that cannot do without it, and those that can.
    private static String impact(ServiceGraph graph, String id, Health health) {
        int hit = graph.impact(id, ServiceGraph.Follow.REQUIRED).size();
        int lessened = graph.impact(id, ServiceGraph.Follow.ALL).size() - hit;
        String when = health == Health.DOWN ? "inspect.hit" : "inspect.impact";
        if (hit == 0 && lessened == 0) {
            return Messages.of(when + ".none");
        }
        String first = Messages.of(hit == 1 ? when + ".one" : when, Integer.toString(hit));
        return lessened == 0 ? first : first + " " + Messages.of("inspect.impact.lessened", Integer.toString(lessened));
    }
}
