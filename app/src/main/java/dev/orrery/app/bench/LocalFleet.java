package dev.orrery.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Many endpoints on this computer, each with an address of its own, all served by one other process.
final class LocalFleet implements AutoCloseable {
    private static final String PATH = "/actuator/health";

    private final Process process;
    private final int answering;
    private final int silent;

    private LocalFleet(Process process, int answering, int silent) {
        this.process = process;
        this.answering = answering;
        this.silent = silent;
    }

    /// With more room than is ever needed.
    static LocalFleet start() throws IOException {
        return start(4_096);
    }

    /// @param line how many may wait to be let in; what wants to connect beyond is dropped
    static LocalFleet start(int line) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnsweringServer.class.getName(),
                        Integer.toString(line)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ports = said.readLine();
        if (ports == null) {
            process.destroyForcibly();
            throw new IOException("the process that is to answer ended at once");
        }
        int blank = ports.indexOf(' ');
        return new LocalFleet(
                process, Integer.parseInt(ports.substring(0, blank)), Integer.parseInt(ports.substring(blank + 1)));
    }

    /// Whether every address that begins with 127 is this computer, as on Linux; elsewhere only the first is.
    boolean hasAddresses() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(9_999), answering), 1_000);
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    /// Whether there is a port that drops what wants to connect.
    boolean canBeSilent() {
        return silent > 0;
    }

    /// @param mute true for one that lets nobody connect, without a word
    String url(int index, boolean mute) {
        return "http://" + address(index) + ":" + (mute ? silent : answering) + PATH;
    }

    /// Drops what wants to connect to any of them, once the line is full: as where a cable was pulled.
    void cut() throws IOException {
        tell(AnsweringServer.CUT);
    }

    /// Answers again.
    void heal() throws IOException {
        tell(AnsweringServer.HEAL);
    }

    private void tell(char command) throws IOException {
        OutputStream commands = process.getOutputStream();
        commands.write(command);
        commands.flush();
    }

    private static String address(int index) {
        return "127.1." + index / 250 + "." + (1 + index % 250);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
