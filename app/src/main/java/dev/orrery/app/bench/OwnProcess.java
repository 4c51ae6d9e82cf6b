package dev.orrery.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A Java process of its own on JavaFX's headless platform, so that what is measured in it begins with nothing. It ends
/// by itself, or is ended after a while.
final class OwnProcess {
    private OwnProcess() {}

    /// Runs to the end of the process.
    ///
    /// @param options of Java, beside those that every window here needs
    /// @param main with a main method
    /// @param line takes what it says on standard output, line by line
    static void run(
            List<String> options, Class<?> main, List<String> arguments, int longestSeconds, Consumer<String> line)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread watchdog = Thread.ofVirtual().start(() -> endAfterAWhile(process, longestSeconds));
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said.lines().forEach(line);
        } finally {
            process.destroy();
            process.waitFor();
            watchdog.interrupt();
        }
    }

    static void endAfterAWhile(Process process, int longestSeconds) {
        try {
            if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            // It has ended by itself.
        }
    }
}
