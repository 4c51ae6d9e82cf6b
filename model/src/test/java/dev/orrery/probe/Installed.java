package dev.orrery.probe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of this computer that a test starts in a folder of its own, and that end with it.
public final class Installed implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(100);

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    public Installed(Path folder) {
        this.folder = folder;
    }

    /// Where a program is; the test is skipped, and says so, where it is not installed.
    public static Path program(String name) {
        Optional<Path> found = Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin")
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), name + " is not installed, so it is not tried out");
        return found.orElseThrow();
    }

    /// A port of 127.0.0.1 at which nobody listens.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /// Starts it; what it prints goes to a file of its name.
    public void run(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        processes.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(program).toFile())
                .start());
    }

    /// What it printed.
    public String said(Path program) throws IOException {
        return Files.readString(log(program), StandardCharsets.UTF_8);
    }

    /// Lets a moment pass, in which the one that was started last goes on; false where it has ended.
    public boolean goesOn() throws InterruptedException {
        return !processes.getLast().waitFor(BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private Path log(Path program) {
        return folder.resolve(program.getFileName() + ".log");
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
