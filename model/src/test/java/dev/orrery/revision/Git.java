package dev.orrery.revision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes repositories by the real git, with nobody's configuration.
final class Git {
    private final Path folder;
    private int minute;

    private Git(Path folder) {
        this.folder = folder;
    }

    static boolean isHere() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Git init(Path folder, String... options) throws IOException {
        Files.createDirectories(folder);
        Git git = new Git(folder);
        List<String> words = new ArrayList<>(List.of("init", "-q", "-b", "main"));
        words.addAll(List.of(options));
        git.run(words.toArray(String[]::new));
        return git;
    }

    Git in(Path other) {
        return new Git(other);
    }

    Git write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /// Everything that there is.
    ///
    /// @return the id
    String commit(String message) throws IOException {
        run("add", "-A");
        run("commit", "-q", "--allow-empty", "-m", message);
        return run("rev-parse", "HEAD").strip();
    }

    String run(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("GIT_"));
        environment.put("HOME", folder.toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_AUTHOR_NAME", "A");
        environment.put("GIT_AUTHOR_EMAIL", "a@example");
        environment.put("GIT_COMMITTER_NAME", "A");
        environment.put("GIT_COMMITTER_EMAIL", "a@example");
        String date = "2026-01-01T%02d:%02d:00Z".formatted(minute / 60 % 24, minute++ % 60);
        environment.put("GIT_AUTHOR_DATE", date);
        environment.put("GIT_COMMITTER_DATE", date);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            assertThat(process.waitFor())
                    .as(String.join(" ", command) + ": " + said)
                    .isZero();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return said;
    }
}
