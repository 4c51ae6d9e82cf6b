package dev.orrery.descriptor;

import java.util.List;

/// What became of edits on one text.
public sealed interface TreeEdited {

    /// The new text has been read again, and says what was meant.
    ///
    /// @param tree of the new text
    /// @param edits on the old text, sorted; none where there was nothing to do
    record Done(SourceTree tree, List<TextEdit> edits) implements TreeEdited {
        public Done {
            edits = List.copyOf(edits);
        }
    }

    /// The text stays as it was.
    record Refused(Refusal refusal) implements TreeEdited {}
}
