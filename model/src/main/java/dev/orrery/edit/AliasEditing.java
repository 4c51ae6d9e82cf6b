package dev.orrery.edit;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The two ways of an edit whose value stands behind an alias.
final class AliasEditing {
    private final TopologyLoader loader;
    private final Loaded before;
    private final Desk desk;
    private final TopologyEdit edit;
    private final Aliases.Found found;

    AliasEditing(TopologyLoader loader, Loaded before, Desk desk, TopologyEdit edit, Aliases.Found found) {
        this.loader = loader;
        this.before = before;
        this.desk = desk.with(before);
        this.edit = edit;
        this.found = found;
    }

    /// @param others of which the same is said now, sorted by id
    record Anchored(Loaded loaded, List<Splices> splices, List<String> others) {}

    String anchor() {
        return found.anchor();
    }

    /// Changes the anchor. What is read then must be what the same edit means for all those that others are said of.
    Optional<Anchored> anchored(Topology meant) {
        Desk through = desk.throughAliases();
        try {
            if (Homes.isOfWorkspace(edit, through)) {
                Homes.OVERLAY.write(edit, through);
            } else {
                Homes.write(edit, through);
            }
            Loaded after = loader.read(before.root(), through.settled());
            List<String> others = Proof.changed(meant, after.topology());
            List<TopologyEdit> all = new ArrayList<>(List.of(edit));
            others.forEach(other -> all.add(Aliases.of(other, edit)));
            if (!isNothingNew(after)) {
                return Optional.empty();
            }
            return EditedTopology.apply(before.topology(), all) instanceof EditedTopology.Intended.Meant(Topology same)
                            && Proof.difference(same, before.topology(), after.topology(), edit)
                                    .isEmpty()
                    ? Optional.of(new Anchored(after, through.splices(), others))
                    : Optional.empty();
        } catch (Unmeant unmeant) {
            return Optional.empty();
        }
    }

    /// What is wrong with one of the others, as that it would need itself, is not to come in.
    private boolean isNothingNew(Loaded after) {
        Set<String> known = before.problems().stream().map(AliasEditing::words).collect(Collectors.toSet());
        return after.problems().stream().map(AliasEditing::words).allMatch(known::contains);
    }

    private static String words(Problem problem) {
        return problem.code() + " " + problem.message();
    }

    /// Writes the value out in the place of the alias; the topology stays what it was.
    Optional<Anchored> writtenOut() {
        Desk own = desk.with(before);
        Optional<Aliases.Found> alias = Aliases.find(edit, own).filter(known -> known.alias() != null);
        if (alias.isEmpty() || alias.get().alias() == null) {
            return Optional.empty();
        }
        try {
            alias.get().page().editing().detach(alias.get().alias());
            Loaded after = loader.read(before.root(), own.settled());
            return Proof.difference(before.topology(), before.topology(), after.topology(), edit)
                            .isEmpty()
                    ? Optional.of(new Anchored(after, own.splices(), List.of()))
                    : Optional.empty();
        } catch (Unmeant unmeant) {
            return Optional.empty();
        }
    }
}
