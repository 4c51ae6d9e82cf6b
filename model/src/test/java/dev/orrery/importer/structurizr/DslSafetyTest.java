package dev.orrery.importer.structurizr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading a text in the DSL runs nothing, fetches nothing, leaves the root alone, and ends.
class DslSafetyTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsRunOrFetchedAndTheRestIsRead() throws IOException {
        Path root = folder.resolve("root");
        Files.createDirectories(root.resolve(".git"));
        Path made = folder.resolve("made-by-script");
        Files.writeString(folder.resolve("outside.dsl"), "stolen = softwareSystem \"Stolen\"\n");
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/1.md"), "# Doc\n");
        Files.writeString(root.resolve("run.groovy"), "new File('" + made + "').text = 'x'\n");
        Files.createDirectories(root.resolve("plugins"));
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + listening.getLocalPort();
            Path file = root.resolve("workspace.dsl");
            Files.writeString(file, """
                    workspace "W" {
                      !docs docs
                      !adrs docs
                      !include %1$s/more.dsl
                      model {
                        a = softwareSystem "A" {
                          url %1$s/a
                          !docs docs
                          !components {
                            classes "."
                          }
                        }
                        !script groovy {
                          [1].each { new File('%2$s').text = 'x' }
                          if (true) {
                        }
                        !script run.groovy
                        !plugin com.example.Plugin {
                          url %1$s/plugin
                        }
                        !include %1$s/model.dsl
                        !include ../outside.dsl
                        !include /etc/passwd
                        !include docs
                        b = softwareSystem "B"
                        a -> b
                      }
                      views {
                        theme %1$s/theme.json
                        image * {
                          plantuml %1$s/puml
                          image %1$s/image.png
                        }
                        styles {
                          element "Element" {
                            icon %1$s/icon.png
                          }
                        }
                        !script groovy {
                          new File('%2$s').text = 'x'
                        }
                      }
                      configuration {
                        visibility private
                      }
                    }
                    """.formatted(url, made));
            Path extending = root.resolve("extending.dsl");
            Files.writeString(
                    extending, "workspace extends " + url + "/base.dsl {\n model {\n  c = softwareSystem C\n }\n}\n");
            Loaded loaded = TopologyLoader.standard().load(List.of(file, extending));
            assertThat(Told.ids(loaded)).containsExactly("A", "B", "C");
            assertThat(Told.edges(loaded)).containsExactly("A -> B");
            assertThat(loaded.problems().stream()
                            .map(problem ->
                                    problem.code() + " " + problem.source().line())
                            .toList())
                    .containsExactlyInAnyOrder(
                            "structurizr-remote 1",
                            "structurizr-remote 4",
                            "structurizr-code 13",
                            "structurizr-code 17",
                            "structurizr-code 18",
                            "structurizr-remote 21",
                            "structurizr-file-outside 22",
                            "structurizr-file-outside 23",
                            "structurizr-file-missing 24",
                            "structurizr-code 39");
            assertThat(made).doesNotExist();
            listening.setSoTimeout(1);
            assertThat(connected(listening)).isFalse();
        }
    }

    @Test
    void filesThatIncludeEachOtherEnd() {
        Loaded loaded = Told.read(
                "w.dsl",
                "workspace {\nmodel {\n!include a.dsl\n}\n}\n",
                Map.of(
                        "a.dsl", "a = softwareSystem A\n!include b.dsl\n",
                        "b.dsl", "b = softwareSystem B\n!include a.dsl\n!include w.dsl\n"));
        assertThat(Told.ids(loaded)).containsExactly("A", "B");
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "structurizr-include-cycle b.dsl:2:1 [a.dsl]", "structurizr-include-cycle b.dsl:3:1 [w.dsl]");
    }

    @Test
    void workspacesThatExtendEachOtherEnd() {
        Loaded loaded = Told.read(
                "w.dsl",
                "workspace extends v.dsl {\nmodel {\na = softwareSystem A\n}\n}\n",
                Map.of("v.dsl", "workspace extends w.dsl {\nmodel {\nb = softwareSystem B\n}\n}\n"));
        assertThat(Told.ids(loaded)).containsExactly("A", "B");
        assertThat(Told.problems(loaded)).containsExactly("structurizr-include-cycle v.dsl:1:1 [w.dsl]");
    }

    @Test
    void includesThatMultiplyEnd() {
        Map<String, String> beside = IntStream.range(0, 19)
                .boxed()
                .collect(Collectors.toMap(
                        level -> level + ".dsl", level -> ("!include " + (level + 1) + ".dsl\n").repeat(10)));
        Loaded loaded = within(
                Duration.ofSeconds(20),
                () -> Told.read("w.dsl", "workspace {\nmodel {\n!include 0.dsl\n}\n}\n", beside));
        assertThat(loaded.problems()).extracting(Problem::code).contains("structurizr-dsl-too-long");
    }

    @Test
    void constantsThatMultiplyEnd() {
        String constants = IntStream.range(1, 60)
                .mapToObj(number -> "!const c" + number + " \"" + ("${c" + (number - 1) + "}").repeat(10) + "\"\n")
                .collect(Collectors.joining());
        Loaded loaded = within(
                Duration.ofSeconds(20),
                () -> Told.read(
                        "w.dsl",
                        "!const c0 0123456789\n" + constants
                                + "workspace {\nmodel {\na = softwareSystem \"A ${c1}\"\nb = softwareSystem \"${c9}\"\n}\n}\n"));
        assertThat(loaded.problems()).extracting(Problem::code).contains("structurizr-dsl-too-big");
        assertThat(Told.ids(loaded)).contains("A " + "0123456789".repeat(10));
    }

    @Test
    void bracesWithoutEndEnd() {
        String nested = IntStream.range(0, 20_000)
                .mapToObj(number -> "g" + number + " = group \"G\" {\n")
                .collect(Collectors.joining());
        Loaded loaded = within(Duration.ofSeconds(20), () -> Told.read("w.dsl", "workspace {\nmodel {\n" + nested));
        assertThat(loaded.problems()).extracting(Problem::code).contains("structurizr-dsl-too-deep");
    }

    @Test
    void moreElementsThanAnyoneCanDrawAreCutOff() {
        String many = IntStream.range(0, 20_000)
                .mapToObj(number -> "e" + number + " = softwareSystem \"S" + number + "\"\n")
                .collect(Collectors.joining());
        Loaded loaded =
                within(Duration.ofSeconds(6), () -> Told.read("w.dsl", "workspace {\nmodel {\n" + many + "}\n}\n"));
        assertThat(loaded.topology().services()).hasSizeBetween(1_000, 5_000);
        assertThat(loaded.problems()).extracting(Problem::code).contains("structurizr-dsl-too-many");
    }

    @Test
    void damageGivesProblemsAndNothingElse() {
        String good = """
                !const A "x"
                workspace "W" {
                  model {
                    group "G" {
                      a = softwareSystem "A" {
                        b = container "B" "d" "t" "x,y"
                      }
                    }
                    c = softwareSystem "C"
                    b -> c "uses" "HTTP"
                    deploymentEnvironment "L" {
                      deploymentNode "N" {
                        containerInstance b {
                          healthCheck "h" "http://h.example" 1 2
                        }
                      }
                    }
                  }
                }
                """;
        List<String> pieces = List.of(
                "{",
                "}",
                "\n",
                "\"",
                "\"\"\"",
                "\\",
                "\\\n",
                "->",
                "=",
                "/*",
                "*/",
                "#",
                "${A}",
                "${",
                "!element *",
                "!include .",
                "!ref",
                "\u0000",
                "\uD800",
                "\r",
                "this",
                "*",
                "group",
                "workspace",
                "model {",
                "!script x {");
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder(good);
            for (int hit = 0; hit <= random.nextInt(4); hit++) {
                int at = random.nextInt(text.length());
                String piece = pieces.get(random.nextInt(pieces.size()));
                text.replace(at, Math.min(text.length(), at + random.nextInt(6)), piece);
            }
            Loaded loaded = within(Duration.ofSeconds(10), () -> Told.read("w.dsl", text.toString()));
            assertThat(loaded.problems())
                    .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        }
    }

    @Test
    void theLibraryItselfRefusesWhatIsSwitchedOff() {
        DslLibrary library = new DslLibrary();
        library.accept("workspace {");
        library.accept("model {");
        assertThat(List.of(
                        "!include /etc/passwd",
                        "!include http://127.0.0.1:1/x",
                        "!script groovy {",
                        "!script x.groovy",
                        "!plugin com.example.Plugin"))
                .allSatisfy(statement ->
                        assertThat(library.accept(statement)).isInstanceOf(DslLibrary.Outcome.Refused.class));
        assertThat(new DslLibrary().accept("workspace extends http://127.0.0.1:1/x {"))
                .isInstanceOf(DslLibrary.Outcome.Refused.class);
        assertThat(new DslLibrary().accept("workspace extends /etc/passwd {"))
                .isInstanceOf(DslLibrary.Outcome.Refused.class);
    }

    @Test
    void theSmallestDamageIsNoMoreThanAWarningElsewhere() {
        Loaded loaded = Told.read("w.dsl", "workspace {\nmodel {\n!script groovy {\n}\n}\n}\n");
        assertThat(loaded.problems()).noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /// Counts the processor's time, so that a busy machine fails nothing.
    private static Loaded within(Duration bound, Supplier<Loaded> reading) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        Loaded loaded = reading.get();
        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(bound);
        return loaded;
    }

    private static boolean connected(ServerSocket listening) throws IOException {
        try {
            listening.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }
}
