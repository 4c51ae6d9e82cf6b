package dev.orrery.app.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.cli.Cli;
import dev.orrery.app.cli.Demonstration;
import dev.orrery.app.cli.PictureWriter;
import dev.orrery.app.cli.Surroundings;
import dev.orrery.app.cli.WindowLauncher;
import dev.orrery.app.runtime.LogFinder;
import dev.orrery.app.runtime.Remembering;
import dev.orrery.app.sample.Samples;
import dev.orrery.health.Attention;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.SecretsFile;
import dev.orrery.probe.Origin;
import dev.orrery.probe.SecretUse;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A topology whose every service is asked with a secret of its own, with the folders of a user: one for the files, one
/// for what is kept.
final class Run {
    /// The files of the user in which the secrets are.
    private static final String TOKEN = ".token";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Path files;
    final Path data;
    final SortedMap<String, Canary> canaries = new TreeMap<>();
    private final String origin;
    private final PictureWriter pictures;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Throwable> failures = new ArrayList<>();

    /// @param folder for all that there is
    /// @param origin where all services are
    /// @param pictures draws pixels
    Run(Path folder, String origin, int services, Random random, PictureWriter pictures) throws IOException {
        this.files = Files.createDirectories(folder.resolve("files"));
        this.data = Files.createDirectories(folder.resolve("data"));
        this.origin = origin;
        this.pictures = pictures;
        StringBuilder topology = new StringBuilder("topology: Canaries\nservices:\n");
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            String name = String.format("s%04d", i);
            canaries.put(name, Canary.random(random));
            String expected =
                    random.nextInt(4) == 0 ? ", expect: {header: {X-Echo: quiet}, identity: " + name + "}" : "";
            topology.append("  %s: {health: {url: \"%s/%s\", headers: {X-Api-Key: %s}, interval: 1s%s}}\n"
                    .formatted(name, origin, name, name, expected));
            secrets.add("{\"name\": \"%s\", \"origins\": [\"%s\"], \"file\": \"%s%s\"}"
                    .formatted(name, origin, name, TOKEN));
            AtomicFile.ownerOnly()
                    .write(
                            data.resolve(name + TOKEN),
                            Objects.requireNonNull(canaries.get(name)).value());
        }
        Files.writeString(files.resolve("shop.yaml"), topology);
        AtomicFile.ownerOnly()
                .write(new DataFolder(data).secrets(), "{\"secrets\": [" + String.join(",", secrets) + "]}");
    }

    /// Every way in which a command line tells what came back, and leaves something behind.
    void commands() throws InterruptedException {
        Path shop = files.resolve("shop.yaml");
        run("probe", shop, "--allow-all");
        run("probe", shop, "--allow-all", "--format", "json");
        run("render", shop, "--probe", "--allow-all", "-o", files.resolve("shop.svg"));
        run("render", shop, "--probe", "--allow-all", "-o", files.resolve("shop.png"), "--scale", "0.5");
        watch(shop, "--format", "json");
        watch(shop);
    }

    /// Until something was said of every service.
    private void watch(Object... arguments) throws InterruptedException {
        List<Object> all = new ArrayList<>(List.of("probe", "--watch", "--allow-all"));
        all.addAll(Arrays.asList(arguments));
        StringWriter said = new StringWriter();
        Thread watching = Thread.ofPlatform().start(() -> run(said, all.toArray()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!canaries.keySet().stream().allMatch(said.toString()::contains)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
        watching.interrupt();
        watching.join();
        out.append(said.toString());
    }

    private void run(Object... arguments) {
        run(out, arguments);
    }

    private void run(StringWriter to, Object... arguments) {
        WindowLauncher nowhere = new WindowLauncher() {
            @Override
            public int open(List<Path> paths) {
                throw new AssertionError(paths.toString());
            }

            @Override
            public int open(Demonstration demonstration) {
                throw new AssertionError(demonstration.toString());
            }
        };
        Surroundings surroundings = new Surroundings(
                new PrintWriter(to),
                new PrintWriter(err),
                InstantSource.system(),
                false,
                Samples.bundled(null, data.resolve("samples")),
                _ -> Trusts.ofDeclared(allowed()),
                secrets(),
                named -> Remembering.open(
                        new DataFolder(data).histories(), named, InstantSource.system(), words -> err.append(words)),
                (_, _) -> Attention.NONE,
                nowhere,
                pictures,
                failure -> {
                    failures.add(failure);
                    return "the log";
                });
        new Cli(surroundings).run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    /// Where the services are, and that each may be sent its secret.
    Trust allowed() {
        Origin at = Origin.of(origin).orElseThrow();
        return new Trust(
                new TreeSet<>(List.of(at)),
                canaries.keySet().stream()
                        .map(name -> new SecretUse(name, at))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private SecretsFile secrets() {
        return new SecretsFile(new DataFolder(data), System::getenv);
    }

    List<Throwable> failures() {
        return failures;
    }

    String said() {
        return out.toString();
    }

    /// Each place with all that is in it, byte by byte: what was printed, the log, and every file.
    Map<String, String> places() throws IOException {
        Map<String, String> places = new TreeMap<>();
        places.put("printed", bytes(out + "\n" + err));
        places.put("log", bytes(String.join("\n", LogFinder.book().lines())));
        places.put("failures", bytes(failures.toString()));
        for (Path root : List.of(files, data)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(TOKEN))
                        .toList()) {
                    places.put(
                            root.getParent().relativize(file).toString(),
                            new String(Files.readAllBytes(file), ISO_8859_1));
                }
            }
        }
        return places;
    }

    /// Where which service's secret is seen.
    List<String> leaks() throws IOException {
        List<String> leaks = new ArrayList<>();
        places().forEach((place, content) -> canaries.forEach((name, canary) -> {
            for (String spelling : canary.seenIn(content)) {
                leaks.add(place + ": " + name + " as " + spelling);
            }
        }));
        return leaks;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
