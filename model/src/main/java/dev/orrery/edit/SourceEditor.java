package dev.orrery.edit;

import dev.orrery.descriptor.TextEdit;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes edits of a topology into the texts that it was read from, by the smallest splices, all or none of them.
///
/// After each edit the texts are read again. What is read must be what [EditedTopology] says is meant, places in the
/// texts apart; where it is anything else the edit is refused, so that no text ever says what nobody asked for. It
/// touches no disk.
public final class SourceEditor {
    private final TopologyLoader loader;

    public SourceEditor(TopologyLoader loader) {
        this.loader = loader;
    }

    /// Edits in their order, each on the texts that the one before left. One that is refused is passed over for those
    /// that come after it, so that all refusals are told at once.
    ///
    /// @param loaded as the loader read it, its topology as its sources say
    public EditedSources apply(Loaded loaded, List<? extends TopologyEdit> edits) {
        Loaded now = loaded;
        Desk desk = new Desk(now);
        List<RefusedEdit> refused = new ArrayList<>();
        List<Splices> splices = new ArrayList<>();
        for (TopologyEdit edit : edits) {
            switch (one(now, desk, edit)) {
                case Outcome.Made(Loaded next) -> {
                    now = next;
                    splices.addAll(desk.splices());
                }
                case Outcome.Not(EditRefusal refusal) -> refused.add(new RefusedEdit(edit, refusal));
            }
            desk = desk.with(now);
        }
        return refused.isEmpty()
                ? new EditedSources.Done(now, changed(loaded, splices), splices)
                : new EditedSources.Refused(refused);
    }

    private sealed interface Outcome {
        record Made(Loaded loaded) implements Outcome {}

        record Not(EditRefusal refusal) implements Outcome {}
    }

    private Outcome one(Loaded before, Desk desk, TopologyEdit edit) {
        return switch (EditedTopology.apply(before.topology(), edit)) {
            case EditedTopology.Intended.Refused(EditRefusal refusal) -> new Outcome.Not(refusal);
            case EditedTopology.Intended.Meant(Topology meant) -> {
                try {
                    Homes.write(edit, desk);
                    yield proven(before, desk.settled(), meant, edit);
                } catch (Unmeant unmeant) {
                    yield new Outcome.Not(unmeant.refusal());
                }
            }
        };
    }

    private Outcome proven(Loaded before, List<SourceFile> sources, Topology meant, TopologyEdit edit) {
        Loaded after = loader.read(before.root(), sources);
        return Proof.difference(meant, before.topology(), after.topology(), edit)
                .<Outcome>map(what -> new Outcome.Not(EditRefusal.of("not-as-meant", what)))
                .orElseGet(() -> new Outcome.Made(after));
    }

    /// By the splices, because a file that nothing takes values from any more is no source afterwards.
    private static List<ChangedFile> changed(Loaded before, List<Splices> splices) {
        Map<String, String> contents = new HashMap<>();
        before.sources()
                .forEach(source ->
                        contents.put(source.text().file(), source.text().content()));
        splices.forEach(round ->
                contents.computeIfPresent(round.file(), (_, content) -> TextEdit.apply(content, round.edits())));
        return before.sources().stream()
                .map(source -> new ChangedFile(
                        source, contents.getOrDefault(source.text().file(), "")))
                .filter(file -> !file.content().equals(file.before().text().content()))
                .sorted(Comparator.comparing(ChangedFile::file))
                .toList();
    }
}
