package dev.orrery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script that starts Orrery, with homes, folders and JDKs made up.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the script for other systems is tried on those")
class ScriptTest {
    private static final Path SCRIPT = Path.of("..", "orrery").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path tree = Path.of("");

    @BeforeEach
    void makeUp() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        tree = Files.createDirectories(folder.resolve("a tree with spaces"));
        Files.copy(SCRIPT, tree.resolve("orrery"));
    }

    @Test
    void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
        Ended ended = run(tree.resolve("orrery"), Map.of(), "demo");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).singleElement().asString().contains("no JDK 25 was found", "JAVA_HOME");
    }

    @Test
    void anotherJdkDoesNotDo() throws Exception {
        Path old = jdk("jdk-17", "17.0.15");
        jdk("jdk-250", "250.1");
        Ended ended = run(tree.resolve("orrery"), Map.of("JAVA_HOME", old.toString()), "--java-home");
        assertThat(ended.code()).isEqualTo(3);

        Ended named = run(tree.resolve("orrery"), Map.of("ORRERY_JAVA_HOME", old.toString()), "--java-home");
        assertThat(named.code()).isEqualTo(3);
        assertThat(named.err()).contains("ORRERY_JAVA_HOME is no JDK 25: " + old);
    }

    @Test
    void aJdkInAUsualPlaceIsFoundWhateverTheDefaultIs() throws Exception {
        Path old = jdk("jdk-17", "17.0.15");
        Path right = jdk("jdk 25", "25.0.3");
        Ended ended = run(tree.resolve("orrery"), Map.of("JAVA_HOME", old.toString()), "--java-home");
        assertThat(ended.out()).isEqualTo(right + "\n");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void javaHomeComesBeforeTheUsualPlaces() throws Exception {
        jdk("jdk-25", "25");
        Path own = jdk("elsewhere/mine", "25.0.1");
        assertThat(run(tree.resolve("orrery"), Map.of("JAVA_HOME", own.toString()), "--java-home")
                        .out())
                .isEqualTo(own + "\n");
    }

    @Test
    void theFirstBuildNeedsMavenAndOneSentenceSaysSo() throws Exception {
        jdk("jdk-25", "25.0.3");
        Ended ended = run(tree.resolve("orrery"), Map.of(), "show", "x.yaml");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err().lines()).singleElement().asString().contains("Maven 3.8.7");
    }

    @Test
    void anOldMavenDoesNotDo() throws Exception {
        jdk("jdk-25", "25.0.3");
        maven("3.6.3", "exit 0");
        assertThat(run(tree.resolve("orrery"), Map.of(), "show").err()).contains("Maven 3.8.7");
    }

    @Test
    void aFailedBuildNamesItsLogAndIsTriedAgain() throws Exception {
        jdk("jdk-25", "25.0.3");
        maven("3.9.9", "echo '[ERROR] nothing works'; exit 1");
        for (int attempt = 0; attempt < 2; attempt++) {
            Ended ended = run(tree.resolve("orrery"), Map.of(), "show");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains("Building Orrery", "[ERROR] nothing works", "target/orrery-build.log");
        }
    }

    @Test
    void itBuildsOnceAndHandsOverAllArguments() throws Exception {
        jdk("jdk-25", "25.0.3");
        maven("3.9.9", """
                echo "[INFO] Building Orrery app 0.1.0-SNAPSHOT                    [4/5]"
                echo built >> builds
                mkdir -p app/target/lib && touch app/target/orrery-app-1.jar app/target/lib/a.jar
                """);
        Files.createDirectories(tree.resolve("app/src/main"));
        Files.createDirectories(tree.resolve("samples"));
        Path link = Files.createSymbolicLink(folder.resolve("linked"), tree.resolve("orrery"));

        Ended first = run(link, Map.of(), "show", "a file.yaml", "--format=json");
        assertThat(first.code()).isEqualTo(7);
        assertThat(first.err()).contains("Building Orrery (first time", "[4/5] Orrery app");
        assertThat(first.out())
                .startsWith("java:")
                .contains("<dev.orrery.app.Main><show><a file.yaml><--format=json>")
                .contains(tree.resolve("app/target/orrery-app-1.jar") + ":" + tree.resolve("app/target/lib") + "/*");

        Ended second = run(link, Map.of(), "probe");
        assertThat(second.err()).isEmpty();
        assertThat(Files.readAllLines(tree.resolve("builds"))).hasSize(1);

        Path source = Files.writeString(tree.resolve("app/src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(
                source,
                FileTime.from(Files.getLastModifiedTime(tree.resolve("app/target/orrery-built"))
                        .toInstant()
                        .plusSeconds(1)));
        assertThat(run(link, Map.of(), "show").err()).contains("the sources have changed");
        assertThat(Files.readAllLines(tree.resolve("builds"))).hasSize(2);
    }

    @Test
    void aStartIsRememberedOnceAfterEachBuildWhereAWindowIsDrawn() throws Exception {
        built("echo remembered > \"${a#*=}\"");

        assertThat(run(tree.resolve("orrery"), Map.of(), "open").out()).doesNotContain("AOT");
        assertThat(run(tree.resolve("orrery"), Map.of("DISPLAY", ":7"), "show").out())
                .doesNotContain("AOT");
        Ended first = run(tree.resolve("orrery"), Map.of("DISPLAY", ":7"), "open", "a b.yaml");
        assertThat(first.err()).contains("Preparing fast starts");
        assertThat(first.out())
                .contains("<-XX:AOTCache=" + tree.resolve("app/target/orrery.aot") + ">")
                .endsWith("<dev.orrery.app.Main><open><a b.yaml>");
        assertThat(first.code()).isEqualTo(7);
        Ended second = run(tree.resolve("orrery"), Map.of(), "open");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("<-XX:AOTCache=");
    }

    @Test
    void whereAStartCannotBeRememberedItGoesOnWithoutAndIsNotTriedAgain() throws Exception {
        built("exit 1");

        Ended first = run(tree.resolve("orrery"), Map.of("DISPLAY", ":7"), "open");
        assertThat(first.err()).contains("Preparing fast starts");
        assertThat(first.out()).doesNotContain("AOTCache").endsWith("<dev.orrery.app.Main><open>");
        assertThat(first.code()).isEqualTo(7);
        assertThat(run(tree.resolve("orrery"), Map.of("DISPLAY", ":7"), "open").err())
                .isEmpty();
    }

    /// A tree that is built, and a JDK that does this where it is to remember a start.
    private void built(String remembering) throws IOException {
        Path java = jdk("jdk-25", "25.0.3").resolve("bin/java");
        String prints = Files.readString(java);
        Files.writeString(
                java,
                "for a in \"$@\"; do case $a in -XX:AOTCacheOutput=*) " + remembering + "; exit ;; esac; done\n"
                        + prints);
        Files.createDirectories(tree.resolve("app/target/lib"));
        Files.createDirectories(tree.resolve("target"));
        Files.createFile(tree.resolve("app/target/orrery-app-1.jar"));
        Files.createFile(tree.resolve("app/target/orrery-built"));
    }

    /// A folder that looks like a JDK; its `java` prints how it was called and exits with 7.
    private Path jdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve("jdks").resolve(name));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(jdk.resolve("bin"));
        executable(jdk.resolve("bin/java"), "printf 'java:'; for a in \"$@\"; do printf '<%s>' \"$a\"; done; exit 7");
        executable(jdk.resolve("bin/javac"), "exit 1");
        return jdk;
    }

    private void maven(String version, String does) throws IOException {
        Path bin = Files.createDirectories(home.resolve(".sdkman/candidates/maven/current/bin"));
        executable(
                bin.resolve("mvn"),
                "if [ \"$1\" = -v ]; then echo 'Apache Maven " + version + " (x)'; exit; fi\n" + does);
    }

    private static void executable(Path file, String does) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("ORRERY_JDK_DIRS", folder.resolve("jdks").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }

    /// The usual tools without java and mvn.
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of(
                "dirname",
                "readlink",
                "sed",
                "head",
                "find",
                "mkdir",
                "rm",
                "mv",
                "sleep",
                "grep",
                "tail",
                "touch",
                "sh")) {
            for (Path from : List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))) {
                if (Files.exists(from) && Files.notExists(tools.resolve(tool))) {
                    executable(tools.resolve(tool), "exec " + from + " \"$@\"");
                }
            }
        }
        return tools;
    }
}
