package dev.orrery.fuzz;

import com.sun.management.ThreadMXBean;
import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/// What a coverage-guided fuzzer calls. Any bytes must end as services and typed problems with a place: an exception is
/// a finding, and so are more than a second, which the job sets as a limit, or more than 64 MB: what is allocated in
/// all
/// is counted, which is more than what is held at once.
public final class FuzzTarget {
    private static final Path ROOT = Path.of("fuzz").toAbsolutePath();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_BYTES = 64L << 20;
    private static String fileName = "seed.yaml";

    private FuzzTarget() {}

    /// @param args the format
    public static void fuzzerInitialize(String[] args) {
        Seeds seeds = Seeds.of(args[0]);
        fileName = seeds.fileName();
        // Loading and instrumenting the classes is not the input's fault.
        seeds.texts().forEach(text -> read(fileName, text));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        // The first time may load classes, which is not the input's fault.
        if (allocated(input) > MOST_BYTES) {
            long allocated = allocated(input);
            if (allocated > MOST_BYTES) {
                throw new IllegalStateException("allocated " + allocated + " bytes for " + input.length);
            }
        }
    }

    private static long allocated(byte[] input) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        fuzz(input);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void fuzz(byte[] input) {
        switch (SourceText.decode(fileName, input)) {
            case Decoded.Text(SourceText text) -> check(read(fileName, text.content()), text.content());
            case Decoded.Refused(Problem problem) -> check(problem, fileName, Integer.MAX_VALUE);
        }
    }

    static Loaded read(String file, String content) {
        SourceText text = new SourceText(file, content);
        return TopologyLoader.standard()
                .read(ROOT, List.of(new SourceFile(ROOT.resolve(file), SourceFile.Role.NAMED, text, List.of())));
    }

    /// Every problem says something, about a place that there is.
    static void check(Loaded loaded, String content) {
        int lines = 1
                + (int) content.chars()
                        .filter(unit -> unit == '\n' || unit == '\r')
                        .count();
        String file = loaded.sources().getFirst().text().file();
        loaded.problems().forEach(problem -> check(problem, file, lines));
        loaded.topology().services().forEach(service -> {
            if (!service.source().file().equals(file) || service.source().line() > lines) {
                throw new IllegalStateException("a service without a place: " + service);
            }
        });
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
