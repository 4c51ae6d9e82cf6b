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
import org.jspecify.annotations.Nullable;

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
        return apply(loaded, edits, BehindAlias.ASK);
    }

    /// @param behind what is done about values that an alias stands for
    public EditedSources apply(Loaded loaded, List<? extends TopologyEdit> edits, BehindAlias behind) {
        Loaded now = loaded;
        Desk desk = new Desk(now);
        List<RefusedEdit> refused = new ArrayList<>();
        List<Splices> splices = new ArrayList<>();
        List<KeptEdit> kept = new ArrayList<>();
        for (TopologyEdit edit : edits) {
            switch (one(now, desk, edit, behind)) {
                case Outcome.Made made -> {
                    now = made.loaded();
                    splices.addAll(made.splices());
                    made.kept().ifPresent(kept::add);
                }
                case Outcome.Not(EditRefusal refusal, AliasChoice choice) ->
                    refused.add(new RefusedEdit(edit, refusal, choice));
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

        record Not(EditRefusal refusal, @Nullable AliasChoice choice) implements Outcome {
            Not(EditRefusal refusal) {
                this(refusal, null);
            }
        }
    }

    private Outcome one(Loaded before, Desk desk, TopologyEdit edit, BehindAlias behind) {
        Outcome plain = plain(before, desk, edit);
        if (plain instanceof Outcome.Made
                || !(EditedTopology.apply(before.topology(), edit) instanceof EditedTopology.Intended.Meant meant)) {
            return plain;
        }
        Optional<Aliases.Found> found = Aliases.find(edit, desk.with(before));
        if (found.isEmpty()) {
            return plain;
        }
        AliasEditing aliases = new AliasEditing(loader, before, desk, edit, found.get());
        return switch (behind) {
            case ANCHOR -> made(aliases.anchored(meant.topology()), plain);
            case DETACH -> detached(aliases, edit, plain);
            case ASK -> asked(aliases, edit, meant.topology(), plain);
        };
    }

    private static Outcome made(Optional<AliasEditing.Anchored> anchored, Outcome plain) {
        return anchored.<Outcome>map(made -> new Outcome.Made(made.loaded(), made.splices(), Optional.empty()))
                .orElse(plain);
    }

    /// What was written out may hold another alias that has to be.
    private Outcome detached(AliasEditing aliases, TopologyEdit edit, Outcome plain) {
        Optional<AliasEditing.Anchored> written = aliases.writtenOut();
        if (written.isEmpty()) {
            return plain;
        }
        Loaded there = written.get().loaded();
        if (!(one(there, new Desk(there), edit, BehindAlias.DETACH) instanceof Outcome.Made made)) {
            return plain;
        }
        List<Splices> all = new ArrayList<>(written.get().splices());
        all.addAll(made.splices());
        return new Outcome.Made(made.loaded(), all, made.kept());
    }

    private Outcome asked(AliasEditing aliases, TopologyEdit edit, Topology meant, Outcome plain) {
        Optional<AliasEditing.Anchored> anchored = aliases.anchored(meant);
        boolean detaches = detached(aliases, edit, plain) instanceof Outcome.Made;
        if (anchored.isEmpty() && !detaches) {
            return plain;
        }
        return new Outcome.Not(
                EditRefusal.of("alias", aliases.anchor()),
                new AliasChoice(
                        aliases.anchor(),
                        anchored.map(AliasEditing.Anchored::others).orElse(null),
                        detaches));
    }

    private Outcome plain(Loaded before, Desk desk, TopologyEdit edit) {
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
                .orElseGet(() -> new Outcome.Made(after, desk.splices(), kept.or(() -> partly(edit, desk))));
    }

    /// What is new may be in a descriptor, and what that has no place for in the workspace.
    private static Optional<KeptEdit> partly(TopologyEdit edit, Desk desk) {
        boolean isBoth = edit instanceof TopologyEdit.AddService
                && desk.splices().stream().anyMatch(round -> Desk.isWorkspace(round.file()));
        return isBoth ? Optional.of(new KeptEdit(edit, Homes.formatsOf(edit, desk))) : Optional.empty();
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
