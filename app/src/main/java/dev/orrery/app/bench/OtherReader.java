package dev.orrery.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Another program that reads Compose files, where it is installed.
///
/// @param command the program and its arguments; the file comes where `FILE` stands
record OtherReader(String name, List<String> command) {
    static final List<OtherReader> ALL = List.of(
            new OtherReader("docker compose config", List.of("docker", "compose", "-f", "FILE", "config", "--quiet")),
            new OtherReader("kompose", List.of("kompose", "convert", "--stdout", "-f", "FILE")));

    private static final int LONGEST_SECONDS = 120;

    /// How long it took, in nanoseconds; empty where it is not there, fails, or takes too long.
    Optional<Long> read(Path file) throws InterruptedException {
        List<String> words = command.stream()
                .map(word -> word.equals("FILE") ? file.toString() : word)
                .toList();
        long begin = System.nanoTime();
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0 ? Optional.of(System.nanoTime() - begin) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
