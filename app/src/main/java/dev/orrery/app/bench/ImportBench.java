package dev.orrery.app.bench;

import dev.orrery.export.NativeText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How fast descriptors are read, and how much memory that takes.
public final class ImportBench {
    private static final long SEED = 20_26;

    private final Report.Draft draft = new Report.Draft();
    private final int runs;

    private ImportBench(int runs) {
        this.runs = runs;
    }

    /// @param more files and folders that are read too, each as a whole
    /// @param quick smaller inputs and fewer runs, within a minute
    public static Report run(List<Path> more, boolean quick) throws IOException, InterruptedException {
        ImportBench bench = new ImportBench(quick ? 5 : 15);
        Path folder = Files.createTempDirectory("orrery-bench-");
        try {
            for (int services : quick ? new int[] {100, 1_000} : new int[] {100, 1_000, 10_000}) {
                Topology topology = Generated.topology(services, SEED);
                Path file = Files.writeString(folder.resolve(services + ".yaml"), NativeText.of(topology));
                bench.measure("native", topology.name(), file, services);
            }
            int files = quick ? 200 : 2_000;
            Path many = GeneratedFolder.write(folder.resolve("folder"), files, SEED);
            int services = files * GeneratedFolder.SERVICES_IN_A_FILE;
            bench.measure("folder", services + " services in " + files + " files", many, services);
            bench.beside(folder.resolve("compose"), quick ? 100 : 1_000);
            for (Path path : more) {
                bench.measure("given", path.toString(), path, -1);
                if (Files.isDirectory(path)) {
                    bench.slowestFile(path);
                }
            }
        } finally {
            delete(folder);
        }
        return bench.draft.report("import", SEED);
    }

    private void slowestFile(Path folder) throws IOException {
        EachFile slowest = EachFile.slowest(folder);
        draft.add("slowest file alone", slowest.subject(), "time", "ms", slowest.time());
        draft.add("slowest file alone", slowest.subject(), "work", "ms", slowest.work());
    }

    /// @param expected services; negative where nobody knows
    private void measure(String what, String subject, Path path, int expected) throws IOException {
        List<Double> millis = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        int services = 0;
        for (int run = 0; run < runs; run++) {
            resetPeaks();
            long begin = System.nanoTime();
            Loaded loaded = TopologyLoader.standard().load(List.of(path));
            double time = (System.nanoTime() - begin) / 1e6;
            services = loaded.topology().services().size();
            if (expected >= 0 && services != expected) {
                throw new IllegalStateException("read " + services + " services of " + expected + " in " + subject);
            }
            millis.add(time);
            rates.add(services / time * 1e3);
            megabytes.add(peak() / 1e6);
        }
        draft.add(what, subject, "time", "ms", new Figures(millis));
        draft.add(what, subject, "services", "", Figures.of(services));
        draft.add(what, subject, "speed", "services/s", new Figures(rates));
        draft.add(what, subject, "peak heap", "MB", new Figures(megabytes));
        draft.add(what, subject, "size", "bytes", Figures.of(size(path)));
    }

    /// Other readers of Compose, where they are installed, on the same file.
    private void beside(Path folder, int services) throws IOException, InterruptedException {
        Path file = GeneratedFolder.compose(Files.createDirectories(folder), services, SEED);
        String subject = "compose-" + services;
        measure("compose", subject, file, services);
        for (OtherReader reader : OtherReader.ALL) {
            List<Double> millis = new ArrayList<>();
            for (int run = 0; run < Math.min(3, runs); run++) {
                reader.read(file).ifPresent(time -> millis.add(time / 1e6));
            }
            if (millis.isEmpty()) {
                draft.skip(reader.name(), "not installed");
            } else {
                draft.add(reader.name(), subject, "time", "ms", new Figures(millis));
            }
        }
    }

    private static void resetPeaks() {
        // Measured from a clean heap; what is reported is still what the collector let it grow to.
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static double peak() {
        return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static double size(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(ImportBench::bytes)
                    .sum();
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
