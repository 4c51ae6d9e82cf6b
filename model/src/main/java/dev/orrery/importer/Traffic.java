package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who was seen to call whom. Both ends become services by the name under which they were seen; the same call seen ten
/// thousand times is one piece of evidence, at the first.
public final class Traffic {
    private final Draft.Builder draft;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Set<Seen> calls = new HashSet<>();

    private record Seen(String from, String to, String rule) {}

    /// @param scope the file, for people
    public Traffic(String format, String scope) {
        draft = Draft.of(format, scope);
    }

    /// A service was seen, whether or not it called anybody.
    public void service(String name, SourceLocation place) {
        services.putIfAbsent(name, Service.of(name, ServiceKind.SERVICE, place));
    }

    /// One service was seen to need another. What it does within itself is no dependency.
    ///
    /// @param kind null where it follows the target
    public void call(String from, String to, @Nullable DependencyKind kind, String rule, SourceLocation place) {
        service(from, place);
        service(to, place);
        if (!from.equals(to) && calls.add(new Seen(from, to, rule))) {
            Evidence evidence = new Evidence(Certainty.OBSERVED, rule, place);
            draft.add(new Draft.Need(from, to, kind, true, null, null, evidence));
        }
    }

    /// One service was seen to take messages through another.
    public void broker(String name, SourceLocation place) {
        services.put(name, Service.of(name, ServiceKind.QUEUE, place));
    }

    public Draft draft() {
        services.values().forEach(draft::add);
        return draft.build();
    }
}
