package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.Set;
import java.util.function.Consumer;

/// Reads one format. Importers hold no state; the first one that accepts a document reads it.
public interface TopologyImporter {

    /// The format's name, stable and lower case, as in `compose`.
    String format();

    /// Whether a document is in this format, judged by what it holds.
    boolean accepts(Value.Mapping root);

    /// Names of files beside the descriptor that this format takes values from.
    default Set<String> sideFiles() {
        return Set.of();
    }

    /// What the document says. Never throws for any document: what cannot be read as meant is reported.
    Draft read(Value.Mapping root, SideFiles beside, Consumer<Problem> report);
}
