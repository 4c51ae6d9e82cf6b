package dev.orrery.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.AllFormats;
import dev.orrery.importer.Loaded;
import dev.orrery.problem.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random damage to good descriptors of every format gives problems with a place, never an exception and never a long
/// wait. The same for minutes, guided by coverage: [FuzzJob].
class FuzzTest {
    private static final int ROUNDS = 150;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "&a ",
            "*a",
            "<<: *a",
            "!!str ",
            "!reset ",
            "? ",
            "|\n",
            ">-\n",
            "'",
            "\"",
            "#",
            " #",
            "---\n",
            "...\n",
            "~",
            "null",
            "${",
            "${X:-",
            "}",
            "$",
            "\u0000",
            "\uFEFF",
            "🚀",
            "\r",
            "\r\n",
            "\u2028",
            "99999",
            "-1",
            "services:\n",
            "topology: x\n",
            "depends_on: ",
            "within: a",
            "%YAML 1.2\n",
            "\uD800");

    static Stream<String> formats() {
        return Seeds.formats().stream().map(Seeds::format);
    }

    static Stream<String> all() {
        return Seeds.all().stream().map(Seeds::format);
    }

    @Test
    void everyFormatThatIsReadHasSeeds() {
        Set<String> read = new TreeSet<>();
        for (Seeds seeds : Seeds.formats()) {
            for (String text : seeds.texts()) {
                List<String> formats = FuzzTarget.load(seeds.fileName(), text)
                        .readings()
                        .getFirst()
                        .formats();
                assertThat(formats).as(seeds.format()).allMatch(seeds.format()::startsWith);
                read.addAll(formats);
            }
        }
        assertThat(read).containsExactlyElementsOf(new TreeSet<>(AllFormats.names()));
        assertThat(all()).contains("door-body", "door-json", "door-xml", "structurizr-dsl", "cyclonedx-xml");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSeedsAreGood(String format) {
        Seeds seeds = Seeds.of(format);
        assertThat(seeds.texts()).isNotEmpty().allSatisfy(text -> {
            Loaded loaded = FuzzTarget.load(seeds.fileName(), text);
            assertThat(loaded.topology().services()).isNotEmpty();
            assertThat(loaded.problems())
                    .noneMatch(problem -> problem.severity() == Severity.ERROR
                            && problem.code().startsWith("yaml"));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void damageGivesProblemsAndNothingElse(String format) {
        Random random = new Random(20_261);
        Seeds seeds = Seeds.of(format);
        List<String> texts = seeds.texts();
        assertTimeout(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                String damaged = damage(texts.get(round % texts.size()), random);
                FuzzTarget.read(seeds, damaged);
            }
        });
    }

    private static String damage(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(text.length() + 1);
            int until = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, until);
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, until));
                default -> text.replace(at, Math.min(text.length(), at + 1), PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
