package dev.orrery.simulation;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.ServiceGraph.Follow;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What the demonstration plays: all is well, a data store dies, the failure spreads, it heals. Times suit checks at an
/// interval of two seconds.
///
/// @param victim id of the service that dies
/// @param steps in the order of their time
public record Story(String victim, List<Step> steps) {
    /// How often checks are asked while the story plays.
    public static final Duration INTERVAL = Duration.ofSeconds(2);

    /// How long a service goes on after one that it cannot do without has failed, so that one sees the failure spread.
    public static final Duration HOP = Duration.ofMillis(1500);

    public Story {
        steps = List.copyOf(steps);
    }

    /// Of so many services only a twentieth is to be hit.
    private static final int MANY = 400;

    /// Something that happens.
    public enum Scene {
        WELL,
        DIES,
        SPREADS,
        HEALS,
        END
    }

    /// @param at counted from the beginning
    /// @param caption one sentence for people
    public record Step(Duration at, Scene scene, String caption) {}

    /// The story of a topology; empty where no service could die.
    public static Optional<Story> of(Topology topology) {
        return victim(topology).map(victim -> new Story(victim.id(), steps(Untrusted.oneLine(victim.name()))));
    }

    /// Does to the fleet what happens in a step.
    public void perform(Step step, Fleet fleet) throws IOException {
        switch (step.scene()) {
            case DIES -> fleet.inject(victim, new Fault.Down());
            case HEALS -> fleet.heal(victim);
            case WELL, SPREADS, END -> {}
        }
    }

    private static List<Step> steps(String name) {
        return List.of(
                step(0, Scene.WELL, name),
                step(9, Scene.DIES, name),
                step(14, Scene.SPREADS, name),
                step(34, Scene.HEALS, name),
                step(46, Scene.END, name));
    }

    private static Step step(int seconds, Scene scene, String name) {
        String key = "story." + scene.name().toLowerCase(Locale.ROOT);
        return new Step(Duration.ofSeconds(seconds), scene, Messages.of(key, name));
    }

    /// Of the data stores that are simulated the one whose failure stops most services, but of very many not most of
    /// those; of any service where there is no data store; the first by id of several.
    private static Optional<Service> victim(Topology topology) {
        List<Service> own = topology.services().stream()
                .filter(service -> service.kind() != ServiceKind.EXTERNAL)
                .toList();
        List<Service> stores = own.stream().filter(Story::isStore).toList();
        ServiceGraph graph = ServiceGraph.of(topology);
        NavigableMap<Integer, List<Service>> byRequired = new TreeMap<>();
        for (Service service : stores.isEmpty() ? own : stores) {
            int stopped = graph.impact(service.id(), Follow.REQUIRED).size();
            byRequired.computeIfAbsent(stopped, _ -> new ArrayList<>()).add(service);
        }
        // Where half of thousands are down one sees no failure spread.
        int most = topology.services().size() > MANY ? topology.services().size() / 20 : Integer.MAX_VALUE;
        Map.Entry<Integer, List<Service>> worst = byRequired.floorEntry(most);
        return (worst == null ? List.<Service>of() : worst.getValue())
                .stream()
                        .min(Comparator.comparingInt((Service service) ->
                                        -graph.impact(service.id(), Follow.ALL).size())
                                .thenComparing(Service::id));
    }

    private static boolean isStore(Service service) {
        return service.kind() == ServiceKind.DATABASE || service.kind() == ServiceKind.CACHE;
    }
}
