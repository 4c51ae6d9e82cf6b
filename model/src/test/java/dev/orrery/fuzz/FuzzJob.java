package dev.orrery.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fuzzes every format for a while, each in a process of its own, and fails where one gives a finding, or where hardly
/// any code was covered, which means that the instrumentation was lost and the run proved nothing.
///
/// `mvn -Pfuzz -pl model -am -DskipTests verify`, with `-Dfuzz.seconds=600` for longer and `-Dfuzz.format=compose` for
/// one format.
public final class FuzzJob {
    private static final int DEFAULT_SECONDS = 30;
    /// A format that reads its seeds at all goes through more branches than this; without instrumentation it is 0. Most
    /// of a door is a library, which is not instrumented.
    private static final int LEAST_COVERAGE = 1_000;

    private static final int LEAST_COVERAGE_OF_A_DOOR = 50;

    /// The target itself counts a second of work; this is for what never comes back.
    private static final int SECONDS_OF_A_HANG = 30;

    private static final Pattern COVERAGE = Pattern.compile("\\bcov: (\\d+)");

    private FuzzJob() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = Integer.getInteger("fuzz.seconds", DEFAULT_SECONDS);
        String only = System.getProperty("fuzz.format", "");
        List<String> failures = new ArrayList<>();
        for (Seeds seeds : Seeds.all()) {
            if (only.isEmpty() || only.equals(seeds.format())) {
                run(seeds, seconds, System.out, failures);
            }
        }
        failures.forEach(System.err::println);
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static void run(Seeds seeds, int seconds, PrintStream out, List<String> failures)
            throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of("target", "fuzz", seeds.format()));
        Path corpus = Files.createDirectories(work.resolve("corpus"));
        for (Path seed : seeds.files()) {
            Files.write(corpus.resolve(String.valueOf(seed.getFileName())), Files.readAllBytes(seed));
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzTarget.class.getName(),
                        "--target_args=" + seeds.format(),
                        "--instrumentation_includes=dev.orrery.**",
                        "--custom_hook_includes=dev.orrery.**:com.structurizr.**",
                        "--reproducer_path=" + work,
                        "-artifact_prefix=" + work + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=" + SECONDS_OF_A_HANG,
                        "-rss_limit_mb=2048",
                        "-max_len=20000",
                        "-seed=1",
                        corpus.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        }
        int exit = process.waitFor();
        Files.write(work.resolve("log.txt"), said);
        int coverage = said.stream()
                .map(COVERAGE::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
        out.printf("%-16s %s, coverage %d%n", seeds.format(), exit == 0 ? "no finding" : "FINDING", coverage);
        if (exit != 0) {
            failures.add(seeds.format() + ": a finding, see " + work.resolve("log.txt"));
        }
        int least = seeds.format().startsWith("door-") ? LEAST_COVERAGE_OF_A_DOOR : LEAST_COVERAGE;
        if (coverage < least) {
            failures.add(seeds.format() + ": coverage " + coverage + " is below " + least);
        }
    }
}
