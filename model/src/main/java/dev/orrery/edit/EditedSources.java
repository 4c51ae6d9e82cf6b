package dev.orrery.edit;

import dev.orrery.importer.Loaded;
import java.util.List;
import java.util.Optional;

/// What became of edits on the texts that are open.
public sealed interface EditedSources {

    /// All of them are made, and what was read again is what was meant.
    ///
    /// @param loaded read from the new texts
    /// @param changed only the files whose text differs, sorted by file
    /// @param splices all that was done to them, in its order
    /// @param kept the edits that are written in a workspace, in their order
    record Done(Loaded loaded, List<ChangedFile> changed, List<Splices> splices, List<KeptEdit> kept)
            implements EditedSources {
        public Done {
            kept = List.copyOf(kept);
            changed = List.copyOf(changed);
            splices = List.copyOf(splices);
        }
    }

    /// No text is changed.
    ///
    /// @param refused those that have no home in the texts, in the order in which they were asked for; never empty
    record Refused(List<RefusedEdit> refused) implements EditedSources {
        public Refused {
            refused = List.copyOf(refused);
        }

        /// The ways in which all of them can be made at once, where all stand behind aliases.
        public Optional<AliasChoice> choice() {
            return refused.stream()
                    .map(one -> Optional.ofNullable(one.choice()))
                    .reduce((one, two) -> one.flatMap(first -> two.flatMap(first::and)))
                    .orElseThrow();
        }
    }
}
