package dev.orrery.app.bench;

import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Random edits by the ten thousand. Ends with a fault where one of them does something else than it should.
public final class EditsBench {
    private static final long SEED = 20_26;
    private static final int ALL = 100_000;
    private static final int QUICK = 2_000;
    private static final int CHAIN = 5;
    /// Larger ones take their time for each edit, and show nothing new.
    private static final int LARGEST = 200_000;

    private final Report.Draft draft = new Report.Draft();

    private EditsBench() {}

    /// @param samples files or folders
    /// @param more folders whose files are opened one by one
    public static Report run(List<Path> samples, List<Path> more, boolean quick) throws IOException {
        EditsBench bench = new EditsBench();
        Map<String, List<Path>> subjects = new LinkedHashMap<>();
        subjects.put("samples", samples);
        for (Path folder : more) {
            subjects.put(folder.getFileName().toString(), files(folder));
        }
        int each = (quick ? QUICK : ALL) / (2 * subjects.size());
        subjects.forEach((name, paths) -> {
            bench.topologies(name, paths, each);
            bench.texts(name, paths, each);
        });
        return bench.draft.report("edits", SEED);
    }

    private void topologies(String subject, List<Path> paths, int edits) {
        List<Loaded> opened = paths.stream()
                .map(path -> TopologyLoader.standard().load(List.of(path)))
                .filter(loaded -> !loaded.topology().services().isEmpty())
                .filter(loaded -> loaded.sources().stream()
                                .mapToInt(source -> source.text().content().length())
                                .sum()
                        < LARGEST)
                .toList();
        if (opened.isEmpty()) {
            draft.skip(subject + ", topologies", "none there");
            return;
        }
        EditTrial trial = new EditTrial(SEED);
        long begin = System.nanoTime();
        for (int done = 0; done < edits; done += CHAIN) {
            trial.topology(opened.get(done / CHAIN % opened.size()), CHAIN);
        }
        report("topologies", subject, trial, begin, opened.size());
    }

    private void texts(String subject, List<Path> paths, int edits) {
        List<SourceText> opened = new ArrayList<>();
        for (Path path : paths) {
            text(path).filter(text -> text.content().length() < LARGEST).ifPresent(opened::add);
        }
        if (opened.isEmpty()) {
            draft.skip(subject + ", texts", "none there");
            return;
        }
        EditTrial trial = new EditTrial(SEED);
        long begin = System.nanoTime();
        for (int done = 0; done < edits; done += CHAIN) {
            trial.tree(opened.get(done / CHAIN % opened.size()), CHAIN);
        }
        report("texts", subject, trial, begin, opened.size());
    }

    private void report(String what, String subject, EditTrial trial, long begin, int files) {
        double millis = (System.nanoTime() - begin) / 1e6;
        int refused =
                trial.refused().values().stream().mapToInt(Integer::intValue).sum();
        draft.add(what, subject, "files", "", Figures.of(files));
        draft.add(what, subject, "edits", "", Figures.of(trial.made() + refused));
        draft.add(what, subject, "made", "", Figures.of(trial.made()));
        draft.add(what, subject, "kept in a workspace", "", Figures.of(trial.kept()));
        draft.add(what, subject, "time an edit", "ms", Figures.of(millis / (trial.made() + refused)));
        draft.add(what, subject, "splices an edit", "", Figures.of((double) trial.splices() / trial.made()));
        draft.add(what, subject, "characters an edit", "", Figures.of((double) trial.characters() / trial.made()));
        trial.refused().forEach((code, count) -> draft.add(what, subject, "refused: " + code, "", Figures.of(count)));
    }

    private static Optional<SourceText> text(Path path) {
        try {
            return Files.isRegularFile(path)
                            && SourceText.decode(path.getFileName().toString(), Files.readAllBytes(path))
                                    instanceof Decoded.Text(SourceText text)
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// YAML and JSON, whatever it is called in a collection of odd ones.
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        }
    }
}
