package dev.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ends a program that writes by force, again and again. More rounds: `-Dorrery.history.kills=60`.
class KillTest {
    private static final int ROUNDS = Integer.getInteger("orrery.history.kills", 3);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        Random random = new Random(Long.getLong("orrery.history.seed", 11));
        List<Integer> acknowledged = new ArrayList<>();
        int next = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> said = run(next, random);
            acknowledged.addAll(said);
            next = acknowledged.isEmpty() ? 0 : acknowledged.getLast() + 2;
            check(acknowledged, round);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
        System.getLogger(KillTest.class.getName())
                .log(System.Logger.Level.INFO, ROUNDS + " ends by force, " + acknowledged.size() + " writes kept");
    }

    /// What a program says that it wrote, until it is ended: after so many writes, and a random moment more.
    private List<Integer> run(int first, Random random) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        Scribbler.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            List<Integer> said = new ArrayList<>();
            int wanted = random.nextInt(60);
            String line = "";
            while (line != null && said.size() < wanted) {
                line = out.readLine();
                said.add(Integer.valueOf(String.valueOf(line)));
            }
            long until = System.nanoTime() + random.nextInt(12_000_000);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            // Its handle leaves the pipe open, in which there may be more.
            program.toHandle().destroyForcibly();
            assertThat(program.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            // What it said before its end and nobody has read yet; the last line may be half of one.
            out.lines()
                    .filter(rest -> rest.matches("\\d+"))
                    .map(Integer::valueOf)
                    .forEach(number -> {
                        if (said.isEmpty() || number == said.getLast() + 1) {
                            said.add(number);
                        }
                    });
            return said;
        } finally {
            program.destroyForcibly();
        }
    }

    private void check(List<Integer> acknowledged, int round) throws IOException, InterruptedException {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        HandClock clock = new HandClock(Scribbler.at(1_000_000));
        History history = History.open(folder, Scribbler.TOPOLOGY, Limits.DEFAULT, clock, _ -> {}, told::add);
        try {
            assertThat(history.flush(LONGEST)).isTrue();
            Set<Instant> kept = history.changes(History.NO_ENVIRONMENT, Fleet.START, clock.instant()).stream()
                    .map(Change::at)
                    .collect(Collectors.toSet());
            assertThat(kept)
                    .as("after round %s", round)
                    .containsAll(acknowledged.stream().map(Scribbler::at).toList());
            long answers = history
                    .rollups(History.NO_ENVIRONMENT, new CheckId(Scribbler.SERVICE, 0), Fleet.START, clock.instant())
                    .stream()
                    .mapToLong(Rollup::count)
                    .sum();
            assertThat(answers).as("after round %s", round).isGreaterThanOrEqualTo(acknowledged.size());
            assertThat(told).isEmpty();
        } finally {
            history.close();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains(".broken-")))
                    .isEmpty();
        }
    }

    /// Where the classes that the program needs lie, however they came to this one.
    private static String classPath() {
        return Stream.of(
                        "dev.orrery.history.History",
                        "dev.orrery.history.Scribbler",
                        "org.sqlite.JDBC",
                        "tools.jackson.core.json.JsonFactory",
                        "org.slf4j.Logger")
                .map(KillTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(String type) {
        try {
            return Path.of(Class.forName(type)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
