package dev.orrery.app.bench;

import dev.orrery.export.NativeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A file of 10,000 services and 30,000 dependencies: from the start of the process to its first picture, with a
/// heap of 512 MB, beside an empty JavaFX window started in the same way; and what is left of it in memory once it
/// was closed, again and again.
public final class OpenBench {
    private static final int SERVICES = 10_000;
    private static final int DEPENDENCIES = 30_000;
    private static final int IN_BOUNDARY = 50;
    private static final int LONGEST_SECONDS = 900;
    private static final List<String> HEAP = List.of("-Xmx512m");

    private OpenBench() {}

    /// @param main class that takes `open` and a file
    /// @param hasDisplay where there is none, windows are drawn on JavaFX's headless platform
    /// @param quick fewer runs
    public static Report run(String main, boolean hasDisplay, boolean quick) throws IOException, InterruptedException {
        Report.Draft draft = new Report.Draft();
        Path folder = Files.createTempDirectory("orrery-bench-open");
        Path nested = folder.resolve("nested.yaml");
        Path flat = folder.resolve("flat.yaml");
        try {
            Files.writeString(
                    nested,
                    NativeText.of(Generated.topology(SERVICES, DEPENDENCIES, IN_BOUNDARY, true, FramesBench.SEED)));
            Files.writeString(
                    flat,
                    NativeText.of(Generated.unbounded(
                            Generated.topology(SERVICES, DEPENDENCIES, IN_BOUNDARY, true, FramesBench.SEED))));
            first(main, "in boundaries", nested, hasDisplay, quick, draft);
            first(main, "without boundaries", flat, hasDisplay, quick, draft);
            again(nested, quick ? 5 : 100, draft);
        } finally {
            Files.deleteIfExists(nested);
            Files.deleteIfExists(flat);
            Files.deleteIfExists(folder);
        }
        return draft.report("open", FramesBench.SEED);
    }

    private static void first(
            String main, String subject, Path file, boolean hasDisplay, boolean quick, Report.Draft draft)
            throws IOException, InterruptedException {
        List<Double> empty = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        // The first pair only warms the disk.
        for (int run = 0; run <= (quick ? 1 : 5); run++) {
            OptionalDouble without = StartBench.start(hasDisplay, HEAP, List.of(EmptyWindow.class.getName()));
            OptionalDouble with = StartBench.start(hasDisplay, HEAP, List.of(main, "open", file.toString()));
            if (without.isEmpty() || with.isEmpty()) {
                draft.skip(subject, "it said nothing of a first frame");
                return;
            }
            if (run > 0) {
                empty.add(without.getAsDouble());
                ours.add(with.getAsDouble());
                between.add(with.getAsDouble() - without.getAsDouble());
            }
        }
        draft.add("empty window", "", "process start to first frame", "ms", new Figures(empty));
        draft.add("orrery", subject, "process start to first frame", "ms", new Figures(ours));
        draft.add("orrery", subject, "more than the empty window", "ms", new Figures(between));
    }

    private static void again(Path file, int times, Report.Draft draft) throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        OwnProcess.run(
                HEAP,
                OpeningWindow.class,
                List.of(file.toString(), Integer.toString(times)),
                LONGEST_SECONDS,
                told::add);
        List<String[]> heaps = told.stream()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 3 && words[0].equals(OpeningWindow.HEAP))
                .toList();
        for (String[] words : heaps) {
            draft.add(
                    "orrery",
                    "after closing " + words[1] + " times",
                    "heap",
                    "MB",
                    Figures.of(Double.parseDouble(words[2]) / 1e6));
        }
        if (heaps.isEmpty()) {
            draft.skip("opened again and again", "it said nothing of its heap");
        }
    }
}
