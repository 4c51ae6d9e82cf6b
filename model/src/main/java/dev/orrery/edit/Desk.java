package dev.orrery.edit;

import dev.orrery.descriptor.DocumentEdits;
import dev.orrery.descriptor.Overlay;
import dev.orrery.descriptor.Refusal;
import dev.orrery.descriptor.SourceDocument;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.TextEdit;
import dev.orrery.descriptor.TreeEdited;
import dev.orrery.descriptor.TreeEditing;
import dev.orrery.importer.FileReading;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.WorkspaceMerge;
import dev.orrery.problem.Problem;
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
    private final boolean through;
    private final Map<String, TreeEditing> editings = new LinkedHashMap<>();
    private final Map<String, List<String>> formats = new HashMap<>();
    private final List<Splices> splices = new ArrayList<>();

    Desk(Loaded loaded) {
        this(loaded, new HashMap<>(), false);
    }

    /// @param through whether what stands behind an alias is changed where its anchor is
    private Desk(Loaded loaded, Map<String, SourceTree> trees, boolean through) {
        this.loaded = loaded;
        this.through = through;
        this.trees = trees;
        loaded.files().forEach(source -> files.put(source.text().file(), source));
        for (FileReading reading : loaded.readings()) {
            formats.put(reading.file(), reading.formats());
        }
        files.values().stream()
                .filter(WorkspaceMerge::isWorkspace)
                .forEach(source -> formats.put(source.text().file(), List.of(OverlayHome.FORMAT)));
    }

    /// For the next edit, with the trees that still hold.
    Desk with(Loaded next) {
        Map<String, SourceTree> kept = new HashMap<>();
        for (SourceFile source : next.files()) {
            SourceTree tree = trees.get(source.text().file());
            if (tree != null && tree.text().content().equals(source.text().content())) {
                kept.put(source.text().file(), tree);
            }
        }
        return new Desk(next, kept, false);
    }

    /// The same, in which what stands behind an alias is changed where its anchor is.
    Desk throughAliases() {
        return new Desk(loaded, new HashMap<>(trees), true);
    }

    /// A value as it is to be changed.
    SourceNode entered(Page page, SourceNode value) {
        return through ? page.follow(value) : value;
    }

    /// As it was before the edit.
    Topology topology() {
        return loaded.topology();
    }

    /// The formats in which a file was read.
    List<String> formats(String file) {
        return formats.getOrDefault(file, List.of());
    }

    /// All formats of descriptors that were read, sorted.
    List<String> formats() {
        return formats.values().stream()
                .flatMap(List::stream)
                .filter(format -> !format.equals(OverlayHome.FORMAT))
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

    /// What workspaces say of services, each as if it were a document of its own.
    List<Page> overlays() {
        return besides().stream()
                .filter(page -> isWorkspace(page.file()))
                .flatMap(page -> page.section(Overlay.KEY).stream()
                        .map(overlays -> new Page(page.file(), page.tree(), page.document(), overlays, this)))
                .toList();
    }

    static boolean isWorkspace(String file) {
        return file.endsWith("workspace.yaml");
    }

    /// The document of the workspace in which edits are kept that have no other place.
    ///
    /// @param fresh what one begins with that has no document yet
    /// @throws Unmeant where it cannot be read whole
    Page workspace(String fresh) {
        SourceFile workspace = loaded.workspace();
        if (workspace == null) {
            throw new Unmeant("no-place");
        }
        String name = workspace.text().file();
        SourceFile file = files.getOrDefault(name, workspace);
        if (!file.isRead()) {
            Problem why = file.problems().getFirst();
            throw new Unmeant(
                    "text-broken", why.message(), String.valueOf(why.source().line()));
        }
        if (trees.computeIfAbsent(name, _ -> SourceTreeReader.read(file.text()))
                .documents()
                .isEmpty()) {
            String content = file.text().content();
            String begin = content.isEmpty() || content.endsWith("\n") ? fresh : "\n" + fresh;
            splice(file, new TextEdit(content.length(), content.length(), begin));
        }
        return pages(files.getOrDefault(name, file)).stream().findFirst().orElseThrow(() -> new Unmeant("no-place"));
    }

    /// A workspace that says nothing goes as a whole.
    ///
    /// @param nothing the text of one that says nothing
    void forget(String nothing) {
        for (SourceFile file : List.copyOf(files.values())) {
            if (WorkspaceMerge.isWorkspace(file)
                    && isChanged(file.text().file())
                    && file.text().content().equals(nothing)) {
                splice(file, new TextEdit(0, nothing.length(), ""));
            }
        }
    }

    private void splice(SourceFile file, TextEdit edit) {
        String name = file.text().file();
        SourceFile after = file.withContent(TextEdit.apply(file.text().content(), List.of(edit)));
        splices.add(new Splices(name, List.of(edit)));
        trees.put(name, SourceTreeReader.read(after.text()));
        files.put(name, after);
    }

    /// Whether a file was changed since the edit began.
    boolean isChanged(String file) {
        return splices.stream().anyMatch(round -> round.file().equals(file));
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
        return editings.computeIfAbsent(page.file(), _ -> new TreeEditing(page.tree(), through));
    }

    /// Takes a whole document out, after what is planned so far.
    void drop(Page page) {
        int index = page.tree().documents().indexOf(page.document());
        settle();
        SourceTree now = trees.getOrDefault(page.file(), page.tree());
        made(page.file(), DocumentEdits.delete(now, now.documents().get(index)));
    }

    /// Makes what is planned so far.
    void settle() {
        editings.forEach((file, editing) -> made(file, editing.finish()));
        editings.clear();
    }

    private void made(String file, TreeEdited edited) {
        switch (edited) {
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
