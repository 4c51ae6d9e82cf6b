package dev.orrery.app.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.runtime.PngWriter;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Secrets that a server repeats in every way, looked for in all that a command prints, draws, logs and keeps. More
/// runs with `-Dorrery.canary.runs=10000`, where a run is one secret sent and one answer told.
class CanaryTest {
    private static final int RUNS = Integer.getInteger("orrery.canary.runs", 200);
    private static final int SERVICES = RUNS < 2_000 ? 50 : 250;
    private static final String SPELT = "Bearer a/b=c&d<e>f'0123456789abc";

    @TempDir
    private Path folder;

    @Test
    void noSecretIsSeenOffItsOriginNorInAnythingThatIsPrintedDrawnLoggedOrKept() throws Exception {
        int sent = 0;
        for (int session = 0; sent < RUNS; session++) {
            try (Parrot away = new Parrot(1, "http://127.0.0.1:1");
                    Parrot home = new Parrot(session, away.origin())) {
                Run run = new Run(
                        folder.resolve("" + session), home.origin(), SERVICES, new Random(session), CanaryTest::draw);

                run.commands();

                assertThat(run.failures()).isEmpty();
                assertThat(run.said()).contains("•••");
                assertThat(run.places().keySet())
                        .contains("files/shop.svg", "files/shop.png")
                        .anyMatch(place -> place.startsWith("data/history/"));
                assertThat(run.leaks()).as("session " + session).isEmpty();
                assertThat(away.connections()).isZero();
                assertThat(home.repeated()).isGreaterThanOrEqualTo(SERVICES);
                sent += home.repeated();
            }
        }
        System.getLogger(CanaryTest.class.getName()).log(System.Logger.Level.INFO, sent + " secrets sent");
    }

    @Test
    void aSecretThatIsNotMaskedIsFoundInEveryPlace() throws Exception {
        Canary planted = Canary.random(new Random(99));
        try (Parrot away = new Parrot(1, "http://127.0.0.1:1");
                Parrot home = new Parrot(5, away.origin(), planted)) {
            Run run = new Run(folder, home.origin(), 20, new Random(5), CanaryTest::draw);
            run.commands();
            System.getLogger(CanaryTest.class.getName()).log(System.Logger.Level.INFO, "planted: {0}", planted.value());

            assertThat(run.leaks()).isEmpty();
            assertThat(run.places().entrySet().stream()
                            .filter(place -> !planted.seenIn(place.getValue()).isEmpty())
                            .map(Map.Entry::getKey))
                    .contains("printed", "log")
                    .anyMatch(place -> place.startsWith("data/history/"));
        }
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void everySpellingOfASecretIsRecognised(String spelling) {
        assertThat(new Canary(SPELT).seenIn("before " + spelling + " after")).isNotEmpty();
        assertThat(new Canary(SPELT).seenIn(spelling.substring(0, spelling.length() - 4)))
                .isNotEmpty();
        assertThat(new Canary("another-secret-zyxwvu").seenIn("before " + spelling + " after"))
                .isEmpty();
    }

    static Stream<String> spellings() {
        Canary canary = new Canary(SPELT);
        return Stream.of(
                canary.value(),
                canary.secret(),
                canary.base64(),
                canary.hex(),
                canary.hex().toUpperCase(Locale.ROOT),
                canary.inUrl(),
                canary.escaped(),
                canary.slashed(),
                canary.inHtml(),
                new String(canary.secret().getBytes(UTF_16LE), ISO_8859_1));
    }

    private static void draw(Diagram diagram, Palette palette, double scale, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.write(diagram, palette, scale, out);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
