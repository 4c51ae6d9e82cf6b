package dev.orrery.edit;

import dev.orrery.descriptor.TextEdit;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<KeptEdit> kept = new ArrayList<>();
        for (TopologyEdit edit : edits) {
            switch (one(now, desk, edit)) {
                case Outcome.Made made -> {
                    now = made.loaded();
                    splices.addAll(made.splices());
                    made.kept().ifPresent(kept::add);
                }
                case Outcome.Not(EditRefusal refusal) -> refused.add(new RefusedEdit(edit, refusal));
            }
            desk = desk.with(now);
        }
        return refused.isEmpty()
                ? new EditedSources.Done(now, changed(loaded, splices), splices, kept)
                : new EditedSources.Refused(refused);
    }

    private sealed interface Outcome {
        /// @param kept where it was written, if that is a workspace
        record Made(Loaded loaded, List<Splices> splices, Optional<KeptEdit> kept) implements Outcome {}

        record Not(EditRefusal refusal) implements Outcome {}
    }

    private Outcome one(Loaded before, Desk desk, TopologyEdit edit) {
        return switch (EditedTopology.apply(before.topology(), edit)) {
            case EditedTopology.Intended.Refused(EditRefusal refusal) -> new Outcome.Not(refusal);
            case EditedTopology.Intended.Meant(Topology meant) -> {
                try {
                    if (Homes.isOfWorkspace(edit, desk)) {
                        yield kept(before, desk, meant, edit);
                    }
                    Homes.write(edit, desk);
                    yield proven(before, desk, meant, edit, Optional.empty());
                } catch (Unmeant unmeant) {
                    yield elsewhere(before, desk.with(before), meant, edit, unmeant.refusal());
                }
            }
        };
    }

    /// What a format has no place for is kept in the workspace, where that can say it.
    private Outcome elsewhere(Loaded before, Desk desk, Topology meant, TopologyEdit edit, EditRefusal refusal) {
        try {
            return Homes.hasPlaceInWorkspace(edit, desk, refusal)
                    ? kept(before, desk, meant, edit)
                    : new Outcome.Not(refusal);
        } catch (Unmeant unmeant) {
            return new Outcome.Not(unmeant.refusal());
        }
    }

    private Outcome kept(Loaded before, Desk desk, Topology meant, TopologyEdit edit) {
        Homes.OVERLAY.write(edit, desk);
        return proven(before, desk, meant, edit, Optional.of(new KeptEdit(edit, Homes.formatsOf(edit, desk))));
    }

    private Outcome proven(Loaded before, Desk desk, Topology meant, TopologyEdit edit, Optional<KeptEdit> kept) {
        Loaded after = loader.read(before.root(), desk.settled());
        return Proof.difference(meant, before.topology(), after.topology(), edit)
                .<Outcome>map(what -> new Outcome.Not(EditRefusal.of("not-as-meant", what)))
                .orElseGet(() -> new Outcome.Made(after, desk.splices(), kept));
    }

    /// By the splices, because a file that nothing takes values from any more is no source afterwards.
    private static List<ChangedFile> changed(Loaded before, List<Splices> splices) {
        Map<String, String> contents = new HashMap<>();
        before.files()
                .forEach(source ->
                        contents.put(source.text().file(), source.text().content()));
        splices.forEach(round ->
                contents.computeIfPresent(round.file(), (_, content) -> TextEdit.apply(content, round.edits())));
        return before.files().stream()
                .map(source -> new ChangedFile(
                        source, contents.getOrDefault(source.text().file(), "")))
                .filter(file -> !file.content().equals(file.before().text().content()))
                .sorted(Comparator.comparing(ChangedFile::file))
                .toList();
    }
}
