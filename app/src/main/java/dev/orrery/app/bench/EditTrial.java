package dev.orrery.app.bench;

import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.TextEdit;
import dev.orrery.descriptor.TreeEdited;
import dev.orrery.edit.BehindAlias;
import dev.orrery.edit.EditedSources;
import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.SourceEditor;
import dev.orrery.edit.Splices;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes random edits and looks at the texts afterwards by itself: no character outside the splices is another one, the
/// services and dependencies are those that were meant, and taking the splices back gives the text that there was.
public final class EditTrial {
    private static final TopologyLoader LOADER = TopologyLoader.standard();
    private static final List<BehindAlias> BEHIND = List.of(BehindAlias.values());

    private final Random random;
    private final RandomEdits edits;
    private final RandomTreeEdits treeEdits;
    private final SortedMap<String, Integer> refused = new TreeMap<>();
    private int made;
    private int unchanged;
    private int kept;
    private long splices;
    private long characters;

    public EditTrial(long seed) {
        this.random = new Random(seed);
        this.edits = new RandomEdits(random);
        this.treeEdits = new RandomTreeEdits(random);
    }

    /// Edits that were made.
    public int made() {
        return made;
    }

    /// Those of them after which no text was another one: it said so before.
    public int unchanged() {
        return unchanged;
    }

    /// Those that are kept in a workspace.
    public int kept() {
        return kept;
    }

    /// Edits that were refused, by the code of the reason.
    public SortedMap<String, Integer> refused() {
        return refused;
    }

    /// Splices of all edits that were made.
    public long splices() {
        return splices;
    }

    /// What all splices put in and took out.
    public long characters() {
        return characters;
    }

    /// A few edits, each on what the one before left.
    public void topology(Loaded opened, int most) {
        Loaded now = opened;
        for (int at = 0; at < most; at++) {
            TopologyEdit edit = draw(now.topology());
            BehindAlias behind = BEHIND.get(random.nextInt(BEHIND.size()));
            switch (new SourceEditor(LOADER).apply(now, List.of(edit), behind)) {
                case EditedSources.Refused no ->
                    refused.merge(no.refused().getFirst().refusal().code(), 1, Integer::sum);
                case EditedSources.Done done -> {
                    check(now, done, edit, behind);
                    kept += done.kept().size();
                    count(done.splices().stream()
                            .flatMap(round -> round.edits().stream())
                            .toList());
                    now = done.loaded();
                }
            }
        }
    }

    /// Mostly one that makes sense; one that never can is soon refused, and shows little.
    private TopologyEdit draw(Topology topology) {
        TopologyEdit drawn = edits.next(topology);
        for (int again = 0; again < 5; again++) {
            if (EditedTopology.apply(topology, drawn) instanceof EditedTopology.Intended.Meant) {
                return drawn;
            }
            drawn = edits.next(topology);
        }
        return drawn;
    }

    /// The same with any YAML text.
    public void tree(SourceText opened, int most) {
        SourceTree now = SourceTreeReader.read(opened);
        for (int at = 0; at < most; at++) {
            switch (treeEdits.next(now)) {
                case TreeEdited.Refused no -> refused.merge(no.refusal().code(), 1, Integer::sum);
                case TreeEdited.Done done -> {
                    String before = now.text().content();
                    String after = done.tree().text().content();
                    require(spliced(before, done.edits()).equals(after), before, after);
                    require(
                            spliced(after, TextEdit.inverse(before, done.edits()))
                                    .equals(before),
                            before,
                            after);
                    count(done.edits());
                    now = done.tree();
                }
            }
        }
    }

    private void count(List<TextEdit> all) {
        made++;
        unchanged += all.isEmpty() ? 1 : 0;
        splices += all.size();
        all.forEach(edit -> characters += edit.text().length() + edit.end() - edit.start());
    }

    private static void check(Loaded before, EditedSources.Done done, TopologyEdit edit, BehindAlias behind) {
        Map<String, String> texts = texts(before);
        for (Splices round : done.splices()) {
            String old = String.valueOf(texts.get(round.file()));
            String now = spliced(old, round.edits());
            require(spliced(now, TextEdit.inverse(old, round.edits())).equals(old), old, now);
            texts.put(round.file(), now);
        }
        Map<String, String> after = texts(done.loaded());
        // What nothing takes values from any more is no source.
        after.forEach((file, text) -> require(text.equals(texts.get(file)), text, String.valueOf(texts.get(file))));
        Topology read = LOADER.read(before.root(), done.loaded().files()).topology();
        if (EditedTopology.apply(before.topology(), edit) instanceof EditedTopology.Intended.Meant(Topology meant)) {
            require(names(read).equals(names(meant)), names(meant), names(read));
            // With an anchor the same is meant of others.
            boolean isOfAll = behind == BehindAlias.ANCHOR;
            require(isOfAll || ends(read).equals(ends(meant)), ends(meant), ends(read));
        } else {
            throw new IllegalStateException("made what cannot be meant: " + edit);
        }
    }

    /// Puts splices in one by one from the end, unlike the editor.
    private static String spliced(String text, List<TextEdit> all) {
        StringBuilder spliced = new StringBuilder(text);
        for (TextEdit edit : all.reversed()) {
            spliced.replace(edit.start(), edit.end(), edit.text());
        }
        return spliced.toString();
    }

    private static String names(Topology topology) {
        return topology.services().stream().map(Service::id).toList().toString();
    }

    private static String ends(Topology topology) {
        return topology.dependencies().stream().map(EditTrial::ends).toList().toString();
    }

    private static String ends(Dependency dependency) {
        return dependency.from() + " → " + dependency.to();
    }

    private static Map<String, String> texts(Loaded loaded) {
        Map<String, String> texts = new HashMap<>();
        for (SourceFile source : loaded.files()) {
            texts.put(source.text().file(), source.text().content());
        }
        return texts;
    }

    private static void require(boolean holds, String expected, String found) {
        if (!holds) {
            throw new IllegalStateException("expected\n" + expected + "\nfound\n" + found);
        }
    }
}
