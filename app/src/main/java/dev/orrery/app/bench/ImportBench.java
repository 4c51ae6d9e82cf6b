package dev.orrery.app.bench;

import dev.orrery.export.NativeText;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How fast descriptors are read.
public final class ImportBench {
    private static final long SEED = 20_26;

    private ImportBench() {}

    /// @param quick smaller files and fewer runs, within a minute
    public static Report run(boolean quick) throws IOException {
        Report.Draft draft = new Report.Draft();
        Path folder = Files.createTempDirectory("orrery-bench-");
        for (int services : quick ? new int[] {100, 1_000} : new int[] {100, 1_000, 10_000}) {
            Topology topology = Generated.topology(services, SEED);
            Path file = Files.writeString(folder.resolve(services + ".yaml"), NativeText.of(topology));
            List<Double> millis = new ArrayList<>();
            for (int run = 0; run < (quick ? 5 : 15); run++) {
                long begin = System.nanoTime();
                int read = TopologyLoader.standard()
                        .load(List.of(file))
                        .topology()
                        .services()
                        .size();
                millis.add((System.nanoTime() - begin) / 1e6);
                if (read != services) {
                    throw new IllegalStateException("read " + read + " services of " + services);
                }
            }
            draft.add("native", topology.name(), "time", "ms", new Figures(millis));
            draft.add("native", topology.name(), "size", "bytes", Figures.of((double) Files.size(file)));
            Files.delete(file);
        }
        Files.delete(folder);
        return draft.report("import", SEED);
    }
}
