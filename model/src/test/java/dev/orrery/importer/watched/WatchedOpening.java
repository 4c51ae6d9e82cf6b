package dev.orrery.importer.watched;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketImpl;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// A process that opens a folder and tells what it reached meanwhile: sockets, names, processes,
/// files that it wrote, and files that it read outside the folder. Its own classes and the Java runtime do not count.
public final class WatchedOpening {
    private static final List<String> EVENTS =
            List.of("jdk.FileRead", "jdk.FileWrite", "jdk.SocketRead", "jdk.SocketWrite", "jdk.ProcessStart");

    private WatchedOpening() {}

    /// @param args the folder, and then perhaps a file: to read it, and to do all else that must be noticed
    public static void main(String[] args) throws IOException {
        watchSockets();
        Path folder = Path.of(args[0]);
        Path recorded = Files.createTempFile("opening", ".jfr");
        int services;
        try (Recording recording = new Recording()) {
            EVENTS.forEach(event ->
                    recording.enable(event).withThreshold(Duration.ZERO).withoutStackTrace());
            recording.start();
            Loaded loaded = TopologyLoader.standard().load(List.of(folder));
            loaded.problems().forEach(problem -> problem.message());
            services = loaded.topology().services().size();
            if (args.length > 1) {
                misbehave(Path.of(args[1]));
            }
            recording.stop();
            recording.dump(recorded);
        }
        TreeSet<String> told = new TreeSet<>(Reached.all());
        for (RecordedEvent event : RecordingFile.readAllEvents(recorded)) {
            String what = event.getEventType().getName();
            switch (what) {
                case "jdk.FileRead" -> {
                    Path file = Path.of(String.valueOf(event.getString("path"))).toAbsolutePath();
                    if (!isAllowed(folder, file)) {
                        told.add("read " + file);
                    }
                }
                case "jdk.FileWrite" -> {
                    // Without a path it is one of the standard streams, on which libraries may say something.
                    if (event.getString("path") != null) {
                        told.add("write " + event.getString("path"));
                    }
                }
                default -> told.add(what);
            }
        }
        Files.delete(recorded);
        System.out.println("services " + services);
        told.forEach(System.out::println);
    }

    @SuppressWarnings("deprecation") // the only way to see every socket that is made
    private static void watchSockets() throws IOException {
        Socket.setSocketImplFactory(WatchedOpening::refuse);
    }

    private static SocketImpl refuse() {
        Reached.add("socket");
        throw new IllegalStateException("no socket is opened here");
    }

    private static boolean isAllowed(Path folder, Path file) {
        Stream<Path> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath());
        // The last is where Java takes randomness from.
        Stream<Path> always = Stream.of(folder, Path.of(System.getProperty("java.home")), Path.of("/dev/urandom"));
        return Stream.concat(always, own).anyMatch(file::startsWith);
    }

    private static void misbehave(Path file) throws IOException {
        List<String> failed = new ArrayList<>();
        Files.readAllBytes(file);
        Files.writeString(file, "changed");
        for (Attempt attempt : List.<Attempt>of(
                () -> InetAddress.getAllByName("somewhere.example"),
                () -> new Socket(InetAddress.getLoopbackAddress(), 1).close(),
                () -> SocketChannel.open().close(),
                () -> new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-version")
                        .start()
                        .destroy())) {
            try {
                attempt.run();
            } catch (IOException | IllegalStateException refused) {
                failed.add(refused.toString());
            }
        }
        System.out.println("failed " + failed.size());
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }
}
