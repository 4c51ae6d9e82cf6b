package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.session.Editing;
import dev.orrery.session.Texts;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ends a program that saves by force, again and again. More rounds: `-Dorrery.save.kills=500`; they take longer than a
/// test may, so `-Djunit.jupiter.execution.timeout.mode=disabled`.
class SaveKillTest {
    private static final int ROUNDS = Integer.getInteger("orrery.save.kills", 4);
    private static final int LONGEST_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void noFileIsTornAndNoEditIsLost() throws Exception {
        Random random = new Random(Long.getLong("orrery.save.seed", 5));
        Path file = folder.resolve(Saver.FILE);
        Files.writeString(file, Saver.content(0));
        int now = 0;
        int edits = 0;
        int recovered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> said = run(now, random);
            int edited = last(said, "edited ").orElse(now);
            int saved = last(said, "saved ").orElse(now);
            edits += edited - now;

            String content = Files.readString(file);
            int held = Integer.parseInt(content.substring("service-".length(), content.indexOf(':')));
            assertThat(content).as("whole after round %s", round).isEqualTo(Saver.content(held));
            assertThat(held).as("round %s", round).isBetween(saved, edited + 1);
            if (held < edited) {
                Editing.Recovered kept = Saver.journal(folder)
                        .read(Saver.texts(held))
                        .orElseThrow(() -> new AssertionError("an edit is lost"));
                assertThat(kept.texts()).as("round %s", round).isEqualTo(Saver.texts(edited));
                recovered++;
            }
            now = held;
        }
        System.getLogger(SaveKillTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        ROUNDS + " ends by force, " + edits + " edits, " + recovered + " had back from the journal");
        assertThat(AtomicFile.shared().write(file, "end: {}\n").isDone()).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("what was left half written is swept away by the next who writes")
                    .containsExactly(file);
        }
    }

    /// A file with two names is filled anew where it lies, so that an end in the middle leaves it torn. Then the
    /// content before lies beside it and the edits are in the journal.
    @Test
    void ofAFileWithSeveralNamesNothingIsLostEither() throws Exception {
        Random random = new Random(Long.getLong("orrery.save.seed", 7));
        Path file = folder.resolve(Saver.FILE);
        Files.writeString(file, Saver.content(0));
        Path name = folder.resolve("other-name.yaml");
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | IOException unable) {
            assumeTrue(false, "no hard links here");
        }
        int now = 0;
        int torn = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> said = run(now, random);
            int edited = last(said, "edited ").orElse(now);
            int saved = last(said, "saved ").orElse(now);

            String content = Files.readString(file);
            assertThat(Files.readString(name)).as("still one file").isEqualTo(content);
            Optional<Integer> held = whole(content, saved, edited + 1);
            if (held.isEmpty()) {
                torn++;
                assertThat(backups())
                        .as("what it held before lies beside it")
                        .anySatisfy(backup -> assertThat(whole(Files.readString(backup), saved, edited + 1))
                                .isPresent());
                Editing.Recovered kept = Saver.journal(folder)
                        .read(new Texts(new TreeMap<>(Map.of(Saver.FILE, content))))
                        .orElseThrow(() -> new AssertionError("an edit is lost"));
                assertThat(whole(kept.texts().contents().get(Saver.FILE), edited, edited + 1))
                        .isPresent();
                // As somebody who takes the edits up and saves.
                Files.writeString(file, kept.texts().contents().get(Saver.FILE));
                held = whole(Files.readString(file), edited, edited + 1);
            }
            now = held.orElseThrow();
            for (Path backup : backups()) {
                Files.delete(backup);
            }
        }
        System.getLogger(SaveKillTest.class.getName())
                .log(System.Logger.Level.INFO, ROUNDS + " ends by force in place, torn and had back: " + torn);
    }

    /// Which of the contents it is, if it is one of them as a whole.
    private static Optional<Integer> whole(@Nullable String content, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .boxed()
                .filter(number -> Saver.content(number).equals(content))
                .findFirst();
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".bak")).toList();
        }
    }

    /// What a program says that it did, until it is ended at a random moment.
    private List<String> run(int first, Random random) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        Saver.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            for (int wanted = random.nextInt(12); wanted > 0; wanted--) {
                said.add(String.valueOf(out.readLine()));
            }
            long until = System.nanoTime() + random.nextInt(30_000_000);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            program.toHandle().destroyForcibly();
            assertThat(program.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            // What it said before its end and nobody has read yet; of the last line there may be a half.
            out.lines()
                    .filter(line -> line.matches("(edited|saved) \\d{1,9}"))
                    .filter(line -> isNext(line, said, first))
                    .forEach(said::add);
            return said;
        } finally {
            program.destroyForcibly();
        }
    }

    private static boolean isNext(String line, List<String> said, int first) {
        int before = said.isEmpty() ? first : number(said.getLast());
        return number(line) == before || number(line) == before + 1;
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
    }

    private static Optional<Integer> last(List<String> said, String what) {
        return said.reversed().stream()
                .filter(line -> line.startsWith(what))
                .map(SaveKillTest::number)
                .findFirst();
    }

    /// Where the classes that the program needs lie, however they came to this one.
    private static String classPath() {
        return Stream.of(
                                "dev.orrery.persistence.AtomicFile",
                                "dev.orrery.persistence.Saver",
                                "tools.jackson.core.json.JsonFactory",
                                "tools.jackson.databind.ObjectMapper",
                                "com.fasterxml.jackson.annotation.JsonFormat")
                        .map(SaveKillTest::place)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + Path.of("src", "main", "resources").toAbsolutePath();
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
