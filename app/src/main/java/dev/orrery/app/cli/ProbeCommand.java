package dev.orrery.app.cli;

import dev.orrery.app.runtime.Probing;
import dev.orrery.export.ProbeJson;
import dev.orrery.health.Circumstances;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.ServiceHealth;
import dev.orrery.history.History;
import dev.orrery.history.Recorder;
import dev.orrery.importer.Loaded;
import dev.orrery.probe.ObserverState;
import dev.orrery.probe.Trust;
import dev.orrery.probe.prometheus.ObservedCalls;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks every endpoint.
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.probe}")
final class ProbeCommand implements Callable<Integer> {
    /// From which state on the command fails.
    enum FailOn {
        DOWN,
        DEGRADED,
        UNKNOWN;

        boolean isMetBy(ServiceHealth service) {
            return switch (service.health()) {
                case DOWN -> true;
                case DEGRADED -> this != DOWN;
                case UNKNOWN -> this == UNKNOWN && service.isAsked();
                case PENDING, UP -> false;
            };
        }
    }

    /// How often.
    static final class Times {
        @SuppressWarnings("UnusedVariable") // What is done anyway; it is there to be written, and excludes the other.
        @Option(names = "--once", description = "${bundle:cli.probe.once}")
        private boolean once;

        @Option(names = "--watch", description = "${bundle:cli.probe.watch}")
        private boolean watch;
    }

    /// How often the history is told that somebody watches, and what people said is looked at.
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final Surroundings surroundings;

    @Mixin
    private final Reading reading = new Reading();

    @Mixin
    private final Leave leave = new Leave();

    @Mixin
    private final Output output = new Output();

    @ArgGroup
    private final Times times = new Times();

    @Option(
            names = "--fail-on",
            paramLabel = "down|degraded|unknown",
            defaultValue = "down",
            description = "${bundle:cli.probe.fail-on}")
    private FailOn failOn = FailOn.DOWN;

    ProbeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Loaded loaded = reading.load();
        Reading.tellErrors(loaded.problems(), surroundings.err());
        reading.tellEnvironment(surroundings.err());
        return times.watch ? watch(loaded) : once(loaded);
    }

    private int once(Loaded loaded) throws InterruptedException {
        Topology topology = loaded.topology();
        Trust trust = trust(loaded);
        HealthBoard board = leave.ask(topology, trust, surroundings);
        ObservedCalls.Seen seen = leave.observed(topology, trust, surroundings);
        seen.silent().forEach(surroundings.err()::println);
        output.answer(
                surroundings.out(),
                () -> reading.inEnvironment(
                        ProbeJson.of(
                                new Circumstances(
                                        topology,
                                        board,
                                        reading.attention(surroundings),
                                        surroundings.clock().instant()),
                                seen),
                        loaded),
                () -> HealthText.of(board));
        return board.services().values().stream().anyMatch(failOn::isMetBy) ? Exit.PROBLEMS : Exit.FINE;
    }

    private Trust trust(Loaded loaded) {
        return leave.trust(loaded.topology(), reading.remembered(loaded, surroundings), surroundings.err());
    }

    /// Until the program is ended from outside.
    private int watch(Loaded loaded) {
        Trust trust = trust(loaded);
        Topology topology = loaded.topology();
        try (History history = surroundings.history().apply(reading.paths().getFirst());
                Probing probing = new Probing(() -> trust, surroundings.secrets(), surroundings.clock())) {
            Recorder recorder = history.recorder(reading.environment());
            recorder.stands(HealthBoard.of(topology));
            Changes changes = new Changes(
                    topology,
                    () -> reading.attention(surroundings),
                    surroundings.clock(),
                    output.isJson(),
                    surroundings.out());
            try (Asking _ = new Asking(
                    topology,
                    probing.probe(),
                    trust,
                    HealthPolicy.DEFAULT,
                    report -> recorder.observed(report.answers(), report.gaps()),
                    (_, after) -> {
                        recorder.stands(after);
                        changes.stands(after);
                    },
                    this::tell)) {
                while (true) {
                    Thread.sleep(BEAT.toMillis());
                    // Silence would look as if this computer had been asleep.
                    recorder.observed(List.of());
                    changes.look();
                }
            }
        } catch (InterruptedException stopped) {
            return Exit.FINE;
        }
    }

    private void tell(ObserverState observer) {
        String words = observer.text();
        surroundings.err().println(words.isEmpty() ? Messages.of("observer.online") : words);
        surroundings.err().flush();
    }
}
