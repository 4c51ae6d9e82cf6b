package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random damage to good descriptors gives problems with a place, never an exception and never a long wait.
class FuzzTest {
    private static final int ROUNDS = 600;
    private static final Path ROOT = Path.of("fuzz").toAbsolutePath();
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
    private static final String NATIVE = """
            topology: Shop
            boundaries:
              a: {within: b, kind: system}
              b: {}
            services:
              web: &web
                kind: web
                boundary: a
                tags: [x, "y"]
                health: [{url: "http://localhost:8080/health", interval: 5s}]
                depends_on: {db: {kind: data, required: false}, mail: }
                releases: {"1.0": {weight: 95, health: {url: "tcp://localhost:1"}}}
              db: {<<: *web, kind: database, depends_on: []}
              mail: {links: {a: b}, provides: {api: v1}}
            """;
    private static final String COMPOSE = """
            x-a: &a {image: "x:${TAG:-1}", ports: ["80:80", {target: 1, published: 2}]}
            include: [other.yaml]
            services:
              web:
                <<: *a
                depends_on: {db: {condition: service_healthy}}
                healthcheck: {test: [CMD, curl, "http://localhost/x"], interval: 1m}
                links: ["db:x"]
              db:
                image: postgres
                profiles: [p]
                network_mode: service:web
            """;
    private static final String JSON = """
            {"topology": "T", "services": {"a": {"depends_on": ["b"], "kind": "web"}, "b": {"tags": ["\\u00e9"]}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {NATIVE, COMPOSE, JSON})
    void damageGivesProblemsAndNothingElse(String good) {
        Random random = new Random(20_261);
        assertThat(read(good))
                .as("the undamaged text")
                .noneMatch(problem -> problem.code().startsWith("yaml"));
        assertTimeout(Duration.ofSeconds(40), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                String damaged = damage(good, random);
                List<Problem> problems = read(damaged);
                assertThat(problems).allSatisfy(problem -> {
                    assertThat(problem.source().file()).isEqualTo("fuzz.yaml");
                    assertThat(problem.source().line())
                            .isLessThanOrEqualTo((int) damaged.chars()
                                            .filter(unit -> unit == '\n' || unit == '\r')
                                            .count()
                                    + 1);
                    assertThat(problem.message()).isNotBlank();
                });
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

    private static List<Problem> read(String content) {
        SourceText text = new SourceText("fuzz.yaml", content);
        SourceFile file = new SourceFile(ROOT.resolve("fuzz.yaml"), SourceFile.Role.NAMED, text, List.of());
        return TopologyLoader.standard().read(ROOT, List.of(file)).problems();
    }
}
