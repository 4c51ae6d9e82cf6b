package dev.orrery.fuzz;

import com.sun.management.ThreadMXBean;
import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.probe.body.BodyHealth;
import dev.orrery.probe.body.BodyReader;
import dev.orrery.probe.body.BodyReading;
import dev.orrery.problem.Problem;
import dev.orrery.xml.ParsedXml;
import dev.orrery.xml.XmlReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/// What a coverage-guided fuzzer calls. Any bytes must end as services and typed problems with a place: an exception is
/// a finding, and so are more than a second of work, or more than 64 MB. Work is the time of the processor, so that a
/// busy machine is not taken for a slow reader; bytes are counted as they are allocated, which is more than what is
/// held at once.
public final class FuzzTarget {
    private static final Path ROOT = Path.of("fuzz").toAbsolutePath();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_NANOS = 1_000_000_000;
    private static Seeds seeds = Seeds.of("native");

    private FuzzTarget() {}

    /// @param args the format, or the door
    public static void fuzzerInitialize(String[] args) {
        // Loading and instrumenting the classes is not the input's fault, and an input may turn into any format.
        Seeds.all().forEach(all -> all.texts().forEach(text -> read(all, text)));
        seeds = Seeds.of(args[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        // Once more, because the first time may have compiled or loaded something.
        if (Cost.of(input).isTooHigh()) {
            Cost again = Cost.of(input);
            if (again.isTooHigh()) {
                throw new IllegalStateException(input.length + " bytes cost " + again);
            }
        }
    }

    /// What reading took.
    private record Cost(long nanos, long bytes) {
        static Cost of(byte[] input) {
            long nanos = THREADS.getCurrentThreadCpuTime();
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            fuzz(input);
            return new Cost(
                    THREADS.getCurrentThreadCpuTime() - nanos, THREADS.getCurrentThreadAllocatedBytes() - bytes);
        }

        boolean isTooHigh() {
            return nanos > MOST_NANOS || bytes > MOST_BYTES;
        }
    }

    private static void fuzz(byte[] input) {
        switch (SourceText.decode(seeds.fileName(), input)) {
            case Decoded.Text(SourceText text) -> read(seeds, text.content());
            case Decoded.Refused(Problem problem) -> check(problem, seeds.fileName(), Integer.MAX_VALUE);
        }
    }

    /// Reads a text as what the seeds are, and throws where what comes of it is not as promised.
    static void read(Seeds seeds, String text) {
        switch (seeds.format()) {
            case "door-json" -> {
                if (JsonReader.read(text) instanceof ParsedJson.Broken(String why, int line, int column)) {
                    check(why, line, column, lines(text));
                }
            }
            case "door-body" -> check(BodyReader.read(text, "", true));
            case "door-xml" -> {
                switch (XmlReader.read(text)) {
                    case ParsedXml.Whole _ -> {}
                    case ParsedXml.Doctype(int line, int column) -> check("doctype", line, column, lines(text));
                    case ParsedXml.Broken(String why, int line, int column) -> check(why, line, column, lines(text));
                }
            }
            default -> check(load(seeds.fileName(), text), text);
        }
    }

    /// What a body says is bounded and on one line, whatever it is.
    private static void check(BodyReading reading) {
        if (reading instanceof BodyReading.Said(BodyHealth health)) {
            boolean isTame = health.components().size() <= 500
                    && health.badParts().size() <= 4
                    && health.word().length() <= 241
                    && health.word().indexOf('\n') < 0;
            if (!isTame || health.format().isBlank()) {
                throw new IllegalStateException("a wild reading: " + health.format() + " " + health.word());
            }
        }
    }

    static Loaded load(String file, String content) {
        SourceText text = new SourceText(file, content);
        return TopologyLoader.standard()
                .read(ROOT, List.of(new SourceFile(ROOT.resolve(file), SourceFile.Role.NAMED, text, List.of())));
    }

    /// Every problem says something, about a place that there is.
    static void check(Loaded loaded, String content) {
        int lines = lines(content);
        String file = loaded.sources().getFirst().text().file();
        loaded.problems().forEach(problem -> check(problem, file, lines));
        loaded.topology().services().forEach(service -> {
            if (!service.source().file().equals(file) || service.source().line() > lines) {
                throw new IllegalStateException("a service without a place: " + service);
            }
        });
    }

    private static int lines(String text) {
        return 1
                + (int) text.chars()
                        .filter(unit -> unit == '\n' || unit == '\r')
                        .count();
    }

    private static void check(String why, int line, int column, int lines) {
        if (why.isBlank() || line < 1 || line > lines || column < 1) {
            throw new IllegalStateException("no words or place: " + why + " @ " + line + ":" + column);
        }
    }

    private static void check(Problem problem, String file, int lines) {
        boolean isPlaced = problem.source().line() >= 1 && problem.source().line() <= lines;
        if (!isPlaced
                || !problem.source().file().equals(file)
                || problem.message().isBlank()) {
            throw new IllegalStateException("a problem without words or place: " + problem);
        }
    }
}
