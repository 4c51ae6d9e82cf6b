package dev.orrery.app.bench;

import dev.orrery.importer.TopologyLoader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Every file of a folder opened by itself, and which one takes the longest.
///
/// @param subject relative to the folder
/// @param work milliseconds of the processor: what a busy machine does not change
record EachFile(String subject, Figures time, Figures work) {
    /// Of so many that were slow the first time it is worth knowing whether they are.
    private static final int CLOSE_LOOKS = 20;

    private static final int RUNS = 3;

    static EachFile slowest(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Comparator<EachFile> byWork =
                Comparator.comparingDouble(file -> file.work().median());
        return files.stream()
                .map(file -> of(folder, file, 1))
                .sorted(byWork.reversed())
                .limit(CLOSE_LOOKS)
                .map(file -> of(folder, folder.resolve(file.subject()), RUNS))
                .max(byWork)
                .orElseThrow(() -> new IOException("no file in " + folder));
    }

    private static EachFile of(Path folder, Path file, int runs) {
        List<Double> time = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            TopologyLoader.standard().load(List.of(file));
            work.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e6);
            time.add((System.nanoTime() - begin) / 1e6);
        }
        return new EachFile(folder.relativize(file).toString(), new Figures(time), new Figures(work));
    }
}
