package dev.orrery.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// From the start of the process to the first frame with a sample drawn, beside an empty JavaFX window started in the
/// same way and in turn with it.
public final class StartBench {
    /// Set in the measured process: the window says [#FIRST_FRAME] on standard output once its first frame with
    /// everything drawn is there, and ends.
    public static final String PROPERTY = "orrery.bench.start";

    public static final String FIRST_FRAME = "orrery: first frame";

    private static final int LONGEST_SECONDS = 30;
    /// When only figures of a minute are wanted, no further pair is begun after this.
    private static final Duration QUICK_RUNS = Duration.ofSeconds(35);

    private StartBench() {}

    /// @param main class that takes the sample as its only argument
    /// @param hasDisplay where there is none, both windows are drawn on JavaFX's headless platform
    public static Report run(String main, Path sample, boolean hasDisplay, boolean quick)
            throws IOException, InterruptedException {
        Report.Draft draft = new Report.Draft();
        List<Double> empty = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        long begin = System.nanoTime();
        // The first pair only warms the disk.
        for (int run = 0; run <= (quick ? 3 : 10) && (!quick || run < 2 || isEarly(begin)); run++) {
            OptionalDouble emptyMillis = start(hasDisplay, List.of(EmptyWindow.class.getName()));
            OptionalDouble ourMillis = start(hasDisplay, List.of(main, "open", sample.toString()));
            if (emptyMillis.isEmpty() || ourMillis.isEmpty()) {
                draft.skip(
                        emptyMillis.isEmpty() ? "empty window" : "window with a sample",
                        "it said nothing of a first frame");
                return draft.report("start", 0);
            }
            if (run > 0) {
                empty.add(emptyMillis.getAsDouble());
                ours.add(ourMillis.getAsDouble());
            }
        }
        String subject = String.valueOf(sample.getFileName());
        draft.add("empty window", "", "process start to first frame", "ms", new Figures(empty));
        draft.add("orrery", subject, "process start to first frame", "ms", new Figures(ours));
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / empty.get(i));
        }
        draft.add("orrery", subject, "ratio to the empty window", "", new Figures(ratios));
        return draft.report("start", 0);
    }

    private static OptionalDouble start(boolean hasDisplay, List<String> what)
            throws IOException, InterruptedException {
        return start(hasDisplay, List.of(), what);
    }

    /// Milliseconds from the start of the process to its first frame; empty where it said nothing of one.
    ///
    /// @param options of Java, in addition to our own
    static OptionalDouble start(boolean hasDisplay, List<String> options, List<String> what)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.add("-D" + PROPERTY + "=true");
        if (!hasDisplay) {
            command.add("-Dglass.platform=Headless");
            command.add("-Dprism.order=sw");
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(what);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread watchdog = Thread.ofVirtual().start(() -> OwnProcess.endAfterAWhile(process, LONGEST_SECONDS));
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Optional<String> frame = said.lines().filter(FIRST_FRAME::equals).findFirst();
            return frame.isPresent() ? OptionalDouble.of((System.nanoTime() - begin) / 1e6) : OptionalDouble.empty();
        } finally {
            process.destroy();
            process.waitFor();
            watchdog.interrupt();
        }
    }

    private static boolean isEarly(long begin) {
        return System.nanoTime() - begin < QUICK_RUNS.toNanos();
    }
}
