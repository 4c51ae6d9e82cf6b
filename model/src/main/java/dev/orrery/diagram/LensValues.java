package dev.orrery.diagram;

import dev.orrery.health.HealthBoard;
import dev.orrery.query.CouplingStep;
import dev.orrery.query.Key;
import dev.orrery.query.LatencyStep;
import dev.orrery.query.Owner;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The value that each service has under a lens, as an expression writes it.
///
/// @param key under which an expression asks for it
/// @param of every service by id; [Key#NONE] where it has none
/// @param title of a value for people
record LensValues(Key key, Map<String, String> of, Function<String, String> title) {
    private static final Pattern PARTS = Pattern.compile("\\s*[,;/]\\s*");
    private static final int LONGEST = 40;

    static LensValues of(Lens lens, Topology topology, HealthBoard board) {
        return switch (lens) {
            case HEALTH -> throw new IllegalArgumentException("health has colours of its own");
            case OWNER -> of(topology, Key.OWNER, service -> Owner.of(service, topology), LensValues::plain);
            case KIND ->
                of(
                        topology,
                        Key.KIND,
                        service -> service.kind().word(),
                        word -> ServiceKind.of(word).map(KindWords::of).orElse(word));
            case TECHNOLOGY -> of(topology, Key.TECHNOLOGY, LensValues::language, LensValues::plain);
            case BOUNDARY -> boundaries(topology);
            case COUPLING -> {
                Map<String, CouplingStep> steps = CouplingStep.of(topology);
                yield of(
                        topology,
                        Key.COUPLING,
                        service -> steps.getOrDefault(service.id(), CouplingStep.NONE)
                                .word(),
                        word -> Messages.of("lens.coupling." + word));
            }
            case LATENCY ->
                of(
                        topology,
                        Key.LATENCY,
                        service -> LatencyStep.of(board.service(service.id())).word(),
                        word -> Messages.of("lens.latency." + word));
        };
    }

    private static LensValues of(
            Topology topology, Key key, Function<Service, @Nullable String> value, Function<String, String> title) {
        Map<String, String> values = HashMap.newHashMap(topology.services().size());
        for (Service service : topology.services()) {
            String found = value.apply(service);
            values.put(service.id(), found == null || found.isBlank() ? Key.NONE : found);
        }
        return new LensValues(key, values, title);
    }

    /// What stands first counts: `Java, Spring Boot` is Java.
    private static @Nullable String language(Service service) {
        String written = service.technology();
        return written == null ? null : PARTS.split(written.strip(), 2)[0];
    }

    private static String plain(String value) {
        return Untrusted.oneLine(value, LONGEST);
    }

    /// The outermost boundaries, or where one is around everything those inside it, and so on.
    private static LensValues boundaries(Topology topology) {
        Map<String, List<Boundary>> paths = new HashMap<>();
        for (Boundary boundary : topology.boundaries()) {
            paths.put(boundary.id(), topology.enclosing(boundary.id()).reversed());
        }
        for (int depth = 0; ; depth++) {
            Set<String> seen = new HashSet<>();
            int level = depth;
            boolean deeper = false;
            LensValues values = of(
                    topology,
                    Key.BOUNDARY,
                    service -> at(
                            service.boundary() == null ? List.of() : paths.getOrDefault(service.boundary(), List.of()),
                            level),
                    id -> topology.boundary(id)
                            .map(Boundary::name)
                            .map(LensValues::plain)
                            .orElse(id));
            for (Service service : topology.services()) {
                seen.add(values.of().getOrDefault(service.id(), Key.NONE));
                deeper |= service.boundary() != null
                        && paths.getOrDefault(service.boundary(), List.of()).size() > level + 1;
            }
            if (seen.size() > 1 || !deeper) {
                return values;
            }
        }
    }

    private static @Nullable String at(List<Boundary> path, int level) {
        return path.isEmpty()
                ? null
                : path.get(Math.min(level, path.size() - 1)).id();
    }
}
