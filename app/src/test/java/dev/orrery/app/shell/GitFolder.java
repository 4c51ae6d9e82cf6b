package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A folder that is a repository, by the git of this machine; a test that wants one is skipped where there is none.
record GitFolder(Path folder) {
    /// Makes one of a folder, with all that is in it.
    static GitFolder of(Path folder) throws IOException, InterruptedException {
        GitFolder made = new GitFolder(folder);
        assumeTrue(made.isThere(), "git is not installed");
        made.git("init", "-q");
        made.commit();
        return made;
    }

    void commit() throws IOException, InterruptedException {
        git("add", ".");
        git("commit", "-q", "-m", "As it is");
    }

    /// What git says, line by line.
    List<String> git(String... arguments) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("orrery-git", ".txt");
        try {
            Process process = command(arguments).redirectOutput(answer.toFile()).start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(String.join(" ", arguments)).isZero();
            return Files.readAllLines(answer);
        } finally {
            Files.delete(answer);
        }
    }

    private boolean isThere() throws InterruptedException {
        try {
            return command("--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    }
}
