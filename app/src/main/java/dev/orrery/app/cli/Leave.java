package dev.orrery.app.cli;

import dev.orrery.app.runtime.Probing;
import dev.orrery.health.HealthBoard;
import dev.orrery.probe.Limits;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Round;
import dev.orrery.probe.SecretUse;
import dev.orrery.probe.Trust;
import dev.orrery.probe.prometheus.ObservedCalls;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.io.PrintWriter;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Whom to ask and what to send, and the asking. Where an origin that the files name is not allowed, nothing at all is
/// asked; a secret that is not allowed is not sent, and all else is asked.
final class Leave {
    @Option(names = "--allow-origin", paramLabel = "ORIGIN", description = "${bundle:cli.allow-origin}")
    private List<String> allowed = List.of();

    @Option(names = "--allow-all", description = "${bundle:cli.allow-all}")
    private boolean all;

    @Option(names = "--allow-secret", paramLabel = "NAME", description = "${bundle:cli.allow-secret}")
    private List<String> secrets = List.of();

    /// Asks every check once and judges at once.
    HealthBoard ask(Topology topology, Trust trust, Surroundings surroundings) throws InterruptedException {
        try (Probing probing = new Probing(() -> trust, surroundings.secrets(), surroundings.clock())) {
            return HealthBoard.ofOneRound(
                    topology, Round.ask(probing.probe(), ProbeTarget.of(topology), Limits.DEFAULT));
        }
    }

    /// Asks the servers that keep measurements who was seen to call whom.
    ObservedCalls.Seen observed(Topology topology, Trust trust, Surroundings surroundings) {
        try (Probing probing = new Probing(() -> trust, surroundings.secrets(), surroundings.clock())) {
            return probing.calls().of(topology);
        }
    }

    /// What may be asked and sent: what was allowed before, and what the options allow. Says which secrets will not be
    /// sent.
    ///
    /// @throws Refusal where an origin is not allowed
    Trust trust(Topology topology, Trust remembered, PrintWriter err) {
        Trust wanted = Trust.wantedBy(topology);
        Trust trust = remembered.and(given(wanted));
        Trust missing = trust.missing(wanted);
        if (!missing.origins().isEmpty()) {
            String list = missing.origins().stream()
                    .map(origin ->
                            "  " + origin + "  (" + Messages.of(origin.group().messageKey()) + ")")
                    .collect(Collectors.joining("\n"));
            throw new Refusal(Exit.USAGE, Messages.of("cli.allow-origin.missing") + "\n" + list);
        }
        if (!missing.secrets().isEmpty()) {
            err.println(Messages.of("cli.allow-secret.missing"));
            missing.secrets().forEach(use -> err.println("  " + use.words()));
        }
        return trust;
    }

    private Trust given(Trust wanted) {
        NavigableSet<Origin> origins = new TreeSet<>(all ? wanted.origins() : Set.of());
        for (String written : allowed) {
            origins.add(Origin.of(written)
                    .orElseThrow(() -> new Refusal(Exit.USAGE, Messages.of("cli.allow-origin.bad", written))));
        }
        NavigableSet<SecretUse> uses = new TreeSet<>(wanted.secrets());
        uses.removeIf(use -> !secrets.contains(use.secret()));
        return new Trust(origins, uses);
    }
}
