package dev.orrery.probe.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Faults of this side, in a process of their own that is short of everything, and in a network of its own with a
/// name server that misbehaves. The network needs Linux and the right to make namespaces, as most desktops give it;
/// elsewhere those tests say that they were skipped.
class OwnLimitsTest {
    @TempDir
    private Path folder;

    @Test
    void isNoVerdictWhereThisProcessMayOpenNoMoreFilesAndGoesOnOnceItMay() throws Exception {
        assumeThat(Path.of("/proc/self/fd")).isDirectory();

        List<String> told = told(List.of("sh", "-c", "ulimit -n 200; exec \"$@\"", "sh"), "descriptors");

        assertThat(told)
                .containsExactly(
                        "before PASS answers Answers with status 200",
                        "http GAP too-many-open-files This computer lets Orrery open no more connections",
                        "https GAP too-many-open-files This computer lets Orrery open no more connections",
                        "tcp GAP too-many-open-files This computer lets Orrery open no more connections",
                        "after PASS answers Answers with status 200");
    }

    @Test
    void isNoVerdictWhereNoPortIsFreeAndGoesOnOnceOneIs() throws Exception {
        List<String> told = told(namespace("echo '40000 40007' > /proc/sys/net/ipv4/ip_local_port_range"), "ports");

        assertThat(told)
                .containsExactly(
                        "before PASS answers Answers with status 200",
                        "http GAP too-many-open-files This computer lets Orrery open no more connections",
                        "after PASS answers Answers with status 200");
    }

    @Test
    void tellsWhatANameServerSaysFromWhatItDoesNotSay() throws Exception {
        Path servers = Files.writeString(folder.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
        List<String> told = told(namespace("mount --bind " + servers + " /etc/resolv.conf"), "names");

        assertThat(told)
                .containsExactly(
                        "exists GAP no-route No route from this computer to exists.example",
                        "nobody FAIL nxdomain The name nobody.example does not exist",
                        "failing GAP resolver-silent The name service of this computer does not answer for"
                                + " failing.example",
                        "silent GAP resolver-silent The name service of this computer does not answer for"
                                + " silent.example",
                        "unserved GAP resolver-silent The name service of this computer does not answer for"
                                + " unserved.example",
                        "address GAP no-route No route from this computer to 10.1.2.3",
                        "in time true",
                        "threads true");
    }

    /// A network with nothing but its own loopback.
    private static List<String> namespace(String prepared) throws IOException, InterruptedException {
        List<String> command =
                List.of("unshare", "-rmn", "sh", "-c", "ip link set lo up && " + prepared + " && exec \"$@\"", "sh");
        List<String> tried = new ArrayList<>(command);
        tried.add("true");
        assumeThat(succeeds(tried)).as("a network namespace can be made").isTrue();
        return command;
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /// What the other process says, without how long it took.
    private List<String> told(List<String> before, String what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                classPath(),
                Castaway.class.getName(),
                what));
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(out);
    }

    /// However this process was started: where the classes and files are that the other one needs.
    private static String classPath() {
        return Stream.of(
                        "dev/orrery/probe/faults/Castaway.class",
                        "dev/orrery/probe/Probe.class",
                        "dev/orrery/text/messages.properties",
                        "okhttp3/OkHttpClient.class",
                        "okio/Buffer.class",
                        "kotlin/Unit.class",
                        "tools/jackson/core/json/JsonFactory.class",
                        "org/jspecify/annotations/Nullable.class")
                .map(OwnLimitsTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(String resource) {
        String url = String.valueOf(OwnLimitsTest.class.getClassLoader().getResource(resource));
        String root = url.startsWith("jar:")
                ? url.substring("jar:".length(), url.indexOf("!/"))
                : url.substring(0, url.length() - resource.length());
        return Path.of(URI.create(root)).toString();
    }
}
