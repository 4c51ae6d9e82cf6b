package dev.orrery.session;

import dev.orrery.edit.BehindAlias;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;

/// A change of texts that is asked for. They are made one after the other, each on what the one before left.
public sealed interface Change {
    /// @param edits of one intent, all or none
    /// @param name of the row in the undo list
    /// @param behind what is done about values behind an alias
    record Edits(List<TopologyEdit> edits, String name, BehindAlias behind) implements Change {
        public Edits {
            edits = List.copyOf(edits);
        }

        Edits(List<TopologyEdit> edits, String name) {
            this(edits, name, BehindAlias.ASK);
        }
    }

    /// @param back undo; else redo
    record Travel(boolean back) implements Change {}

    /// What the disk has now, together with what was edited.
    ///
    /// @param name of the row in the undo list
    record Reread(Texts texts, String name) implements Change {}

    /// Another text of one file.
    ///
    /// @param name of the row in the undo list
    record Write(String file, String content, String name) implements Change {}

    /// One step of a what-if; it changes no text.
    ///
    /// @param name of the row in the undo list
    record Suppose(List<TopologyEdit> edits, List<AssumedFault> faults, String name) implements Change {
        public Suppose {
            edits = List.copyOf(edits);
            faults = List.copyOf(faults);
        }
    }

    /// A what-if begins with this scenario of the workspace.
    record Enter(Scenario scenario) implements Change {}

    /// Write what is edited by then into its files.
    record Save() implements Change {}

    /// Write all texts as they are by then into a folder, and go on there.
    record SaveCopy(Path folder) implements Change {}
}
