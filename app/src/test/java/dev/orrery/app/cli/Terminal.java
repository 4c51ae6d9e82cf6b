package dev.orrery.app.cli;

import dev.orrery.app.runtime.Remembering;
import dev.orrery.app.sample.Samples;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.health.Attention;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trusts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Runs commands as a terminal would, and keeps what they say.
final class Terminal implements WindowLauncher, PictureWriter {
    final List<List<Path>> opened = new ArrayList<>();
    final List<Demonstration> demonstrations = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    boolean hasDisplay;
    Trusts remembered = Trusts.NONE;
    Secrets secrets = Secrets.NONE;
    volatile Attention attention = Attention.NONE;

    static final Path HISTORIES = Path.of("target", "histories");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                InstantSource.system(),
                hasDisplay,
                Samples.bundled(null, Path.of("target", "samples")),
                _ -> remembered,
                secrets,
                named -> Remembering.open(HISTORIES, named, InstantSource.system(), words -> err.append(words)),
                (_, _) -> attention,
                this,
                this,
                this::keep);
        return new Cli(surroundings)
                .run(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    long lines() {
        return out().lines().count();
    }

    String err() {
        return err.toString();
    }

    Json.Obj json() {
        return (Json.Obj) any();
    }

    Json any() {
        return switch (JsonReader.read(out())) {
            case ParsedJson.Whole(Json value) -> value;
            case ParsedJson.Broken broken -> throw new AssertionError(broken + " in " + out());
        };
    }

    @Override
    public int open(List<Path> paths) {
        opened.add(paths);
        return 0;
    }

    @Override
    public int open(Demonstration demonstration) {
        demonstrations.add(demonstration);
        return 0;
    }

    @Override
    public void write(Diagram diagram, Palette palette, double scale, Path file) throws IOException {
        Files.writeString(file, palette + " " + scale + " " + diagram.title());
    }

    private String keep(Throwable failure) {
        failures.add(failure);
        return "the log";
    }
}
