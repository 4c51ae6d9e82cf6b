package dev.orrery.app.cli;

import dev.orrery.app.runtime.Probing;
import dev.orrery.health.HealthBoard;
import dev.orrery.importer.Loaded;
import dev.orrery.probe.Limits;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Round;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.prometheus.ObservedCalls;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Which origins may be asked, and the asking. Where one that the files name is not allowed, nothing at all is asked.
final class Leave {
    @Option(names = "--allow-origin", paramLabel = "ORIGIN", description = "${bundle:cli.allow-origin}")
    private List<String> allowed = List.of();

    @Option(names = "--allow-all", description = "${bundle:cli.allow-all}")
    private boolean all;

    /// Asks every check once and judges at once.
    HealthBoard ask(Loaded loaded, Trust remembered, Secrets secrets, InstantSource clock) throws InterruptedException {
        Topology topology = loaded.topology();
        Trust trust = trust(loaded, remembered);
        try (Probing probing = new Probing(() -> trust, secrets, clock)) {
            return HealthBoard.ofOneRound(
                    topology, Round.ask(probing.probe(), ProbeTarget.of(topology), Limits.DEFAULT));
        }
    }

    /// Asks the servers that keep measurements who was seen to call whom.
    ObservedCalls.Seen observed(Loaded loaded, Trust remembered, Secrets secrets, InstantSource clock) {
        Trust trust = trust(loaded, remembered);
        try (Probing probing = new Probing(() -> trust, secrets, clock)) {
            return probing.calls().of(loaded.topology());
        }
    }

    /// @throws Refusal where an origin is not allowed
    Trust trust(Loaded loaded, Trust remembered) {
        Collection<Origin> wanted = Origin.of(loaded.topology());
        if (all) {
            return Trust.of(wanted);
        }
        Set<Origin> given = new HashSet<>();
        for (String written : allowed) {
            given.add(Origin.of(written)
                    .orElseThrow(() -> new Refusal(Exit.USAGE, Messages.of("cli.allow-origin.bad", written))));
        }
        Trust trust = remembered.allow(given);
        Collection<Origin> missing = trust.missing(wanted);
        if (!missing.isEmpty()) {
            String list = missing.stream()
                    .map(origin ->
                            "  " + origin + "  (" + Messages.of(origin.group().messageKey()) + ")")
                    .collect(Collectors.joining("\n"));
            throw new Refusal(Exit.USAGE, Messages.of("cli.allow-origin.missing") + "\n" + list);
        }
        return trust;
    }
}
