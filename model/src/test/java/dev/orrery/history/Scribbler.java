package dev.orrery.history;

import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// A program that writes and says what is written, until it is ended by force.
final class Scribbler {
    static final String TOPOLOGY = "scribble";
    static final String SERVICE = "s";

    private Scribbler() {}

    /// @param arguments the folder, and the first number
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        HandClock clock = new HandClock(at(Integer.parseInt(arguments[1])));
        History history = History.open(
                Path.of(arguments[0]), TOPOLOGY, Limits.DEFAULT, clock, _ -> {}, words -> out.println(words));
        Recorder recorder = history.recorder(History.NO_ENVIRONMENT);
        out.println("ready");
        for (int number = Integer.parseInt(arguments[1]); ; number++) {
            clock.pass(Duration.between(clock.instant(), at(number)));
            recorder.stands(board(number));
            recorder.observed(
                    List.of(Fleet.answer(SERVICE, clock.instant(), Verdict.PASS, Duration.ofMillis(number % 90))));
            if (history.flush(Duration.ofSeconds(30))) {
                out.println(number);
                out.flush();
            }
        }
    }

    /// When a number is written.
    static Instant at(int number) {
        return Fleet.START.plusSeconds(number);
    }

    private static HealthBoard board(int number) {
        TreeMap<String, ServiceHealth> services = new TreeMap<>();
        services.put(
                SERVICE,
                Fleet.of(1)
                        .hears(List.of(Fleet.answer("service-00000", at(number), Verdict.PASS, Duration.ZERO)))
                        .service("service-00000"));
        ServiceHealth like = Objects.requireNonNull(services.get(SERVICE));
        services.put(
                SERVICE,
                new ServiceHealth(
                        SERVICE,
                        number % 2 == 0 ? Health.UP : Health.DOWN,
                        Reason.of("answers", "200"),
                        at(number),
                        like.checks()));
        return new HealthBoard(services);
    }
}
