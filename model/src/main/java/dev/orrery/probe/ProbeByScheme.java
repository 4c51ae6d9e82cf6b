package dev.orrery.probe;

import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.text.ShownUrl;
import dev.orrery.text.Untrusted;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Hands each target to the probe for its URL's scheme. What no probe can ask is unknown, for a reason that says
/// so.
public final class ProbeByScheme implements Probe {
    /// For targets that a server of measurements answers for, whatever its scheme.
    public static final String PROMETHEUS = "prometheus";

    private final Map<String, Probe> probes;
    private final InstantSource clock;

    /// @param probes by scheme in lower case, or by [#PROMETHEUS]
    public ProbeByScheme(Map<String, Probe> probes, InstantSource clock) {
        this.probes = Map.copyOf(probes);
        this.clock = clock;
    }

    @Override
    public Observation ask(ProbeTarget target) {
        String url = target.check().url();
        boolean measured = target.check().request().measured() != null;
        Probe probe = probes.get(measured ? PROMETHEUS : scheme(url));
        if (probe != null) {
            return probe.ask(target);
        }
        Optional<Origin> origin = Origin.of(url);
        return unasked(
                target,
                origin.isEmpty()
                        ? Reason.of("bad-url", Untrusted.oneLine(ShownUrl.of(url)))
                        : Reason.of("scheme-not-asked", origin.get().scheme()));
    }

    /// What each probe makes of the rest of the URL is its own matter.
    private static String scheme(String url) {
        return url.substring(0, Math.max(0, url.indexOf("://"))).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Subscription> subscription(ProbeTarget target) {
        boolean direct = target.check().request().measured() == null;
        return Origin.of(target.check().url())
                .filter(_ -> direct)
                .map(origin -> probes.get(origin.scheme()))
                .flatMap(probe -> probe.subscription(target));
    }

    @Override
    public void prepare(Collection<ProbeTarget> all) {
        probes.values().forEach(probe -> probe.prepare(all));
    }

    private Observation unasked(ProbeTarget target, Reason reason) {
        return new Observation(
                target.id(), clock.instant(), Duration.ZERO, Verdict.NONE, reason, null, null, List.of(), null);
    }
}
