package dev.orrery.app;

import dev.orrery.app.cli.Cli;
import dev.orrery.app.cli.Surroundings;
import dev.orrery.app.runtime.KeptFiles;
import dev.orrery.app.runtime.Remembering;
import dev.orrery.app.sample.Samples;
import dev.orrery.history.History;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.SecretsFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the program starts: gives the command line its surroundings and the arguments.
public final class Main {
    /// Orrery's own samples, where it runs from its sources; set by the script that starts it.
    private static final String SAMPLES = "orrery.samples";

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        DataFolder data = DataFolder.at(
                System.getenv(DataFolder.VARIABLE),
                Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
        Samples samples =
                Samples.bundled(folder(System.getProperty(SAMPLES)), data.path().resolve("samples"));
        InstantSource clock = InstantSource.system();
        Window window = new Window(data, samples, clock);
        Surroundings surroundings = new Surroundings(
                out,
                err,
                clock,
                hasDisplay(),
                samples,
                root -> new KeptFiles(data, Main::inHistory).trusts(root),
                new SecretsFile(data, System::getenv),
                named -> history(data, named, clock, err),
                (named, environment) -> new KeptFiles(data, Main::inHistory)
                        .attention(List.of(named), environment)
                        .attention(),
                window,
                new Pictures(),
                Main::keep);
        System.exit(new Cli(surroundings).run(arguments));
    }

    /// Only X11 and Wayland may be missing; elsewhere there is always a screen, if a locked one.
    private static boolean hasDisplay() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean always = system.startsWith("windows") || system.startsWith("mac");
        // Where JavaFX was told to draw for nobody, a window can always be opened: so are starts measured and tested.
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
        return always || headless || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    private static @Nullable Path folder(@Nullable String path) {
        return path == null ? null : Path.of(path);
    }

    /// The addresses as declared have no name.
    private static String inHistory(@Nullable String environment) {
        return environment == null ? History.NO_ENVIRONMENT : environment;
    }

    /// A watching program is ended from outside; what it saw last is written all the same.
    private static History history(DataFolder data, Path named, InstantSource clock, PrintWriter err) {
        History history = Remembering.open(data.histories(), named, clock, words -> {
            err.println(words);
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(history::close));
        return history;
    }

    /// Keeps the details of a failure in a file of its own.
    private static String keep(Throwable failure) {
        try {
            Path file = Files.createTempFile("orrery-failure-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                failure.printStackTrace(writer);
            }
            return file.toString();
        } catch (IOException _) {
            return "-";
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
