package dev.orrery.edit;

import dev.orrery.descriptor.TextEdit;
import java.util.List;

/// One round of splices on one file.
///
/// @param file relative to the root, with `/`
/// @param edits sorted, on the text that the rounds before left; [TextEdit#inverse] takes them back
public record Splices(String file, List<TextEdit> edits) {
    public Splices {
        edits = List.copyOf(edits);
    }
}
