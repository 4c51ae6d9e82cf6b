package dev.orrery.edit;

import dev.orrery.descriptor.Refusal;
import dev.orrery.descriptor.SourceDocument;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.TreeEdited;
import dev.orrery.descriptor.TreeEditing;
import dev.orrery.importer.FileReading;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The texts while one edit is made. Homes plan splices on the trees; [#settle] makes them, and whoever needs a second
/// round takes the pages anew.
final class Desk {
    private final Loaded loaded;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Map<String, SourceTree> trees;
    private final Map<String, TreeEditing> editings = new LinkedHashMap<>();
    private final Map<String, List<String>> formats = new HashMap<>();
    private final List<Splices> splices = new ArrayList<>();

    Desk(Loaded loaded) {
        this(loaded, new HashMap<>());
    }

    private Desk(Loaded loaded, Map<String, SourceTree> trees) {
        this.loaded = loaded;
        this.trees = trees;
        loaded.sources().forEach(source -> files.put(source.text().file(), source));
        for (FileReading reading : loaded.readings()) {
            formats.put(reading.file(), reading.formats());
        }
    }

    /// For the next edit, with the trees that still hold.
    Desk with(Loaded next) {
        Map<String, SourceTree> kept = new HashMap<>();
        for (SourceFile source : next.sources()) {
            SourceTree tree = trees.get(source.text().file());
            if (tree != null && tree.text().content().equals(source.text().content())) {
                kept.put(source.text().file(), tree);
            }
        }
        return new Desk(next, kept);
    }

    /// As it was before the edit.
    Topology topology() {
        return loaded.topology();
    }

    /// The formats in which a file was read.
    List<String> formats(String file) {
        return formats.getOrDefault(file, List.of());
    }

    /// All formats that were read, sorted.
    List<String> formats() {
        return formats.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /// The documents of all files that were read in a format, in the order in which the files count.
    List<Page> pages(String format) {
        return files.values().stream()
                .filter(file -> file.isRead() && formats(file.text().file()).contains(format))
                .flatMap(file -> pages(file).stream())
                .toList();
    }

    /// The documents of the files that lie beside descriptors.
    List<Page> besides() {
        return files.values().stream()
                .filter(file -> file.isRead() && file.role() == SourceFile.Role.SIDE)
                .flatMap(file -> pages(file).stream())
                .toList();
    }

    private List<Page> pages(SourceFile file) {
        String name = file.text().file();
        SourceTree tree = trees.computeIfAbsent(name, _ -> SourceTreeReader.read(file.text()));
        List<Page> pages = new ArrayList<>();
        for (SourceDocument document : tree.documents()) {
            if (document.root() instanceof SourceNode.Mapping root) {
                pages.add(new Page(name, tree, document, root, this));
            }
        }
        return pages;
    }

    TreeEditing editing(Page page) {
        return editings.computeIfAbsent(page.file(), _ -> new TreeEditing(page.tree()));
    }

    /// Makes what is planned so far.
    void settle() {
        editings.forEach((file, editing) -> {
            switch (editing.finish()) {
                case TreeEdited.Refused(Refusal refusal) ->
                    throw new Unmeant(refusal.code(), refusal.arguments().toArray(String[]::new));
                case TreeEdited.Done done -> {
                    splices.add(new Splices(file, done.edits()));
                    trees.put(file, done.tree());
                    files.computeIfPresent(
                            file,
                            (_, before) -> before.withContent(done.tree().text().content()));
                }
            }
        });
        editings.clear();
    }

    /// All sources after what was planned.
    List<SourceFile> settled() {
        settle();
        return List.copyOf(files.values());
    }

    /// All rounds so far.
    List<Splices> splices() {
        return List.copyOf(splices);
    }

    Optional<SourceFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
