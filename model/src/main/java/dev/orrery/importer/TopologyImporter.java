package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/// Reads one format. Importers hold no state; the first one that accepts a document reads it.
public interface TopologyImporter {

    /// The format's name, stable and lower case, as in `compose`.
    String format();

    /// Whether a document is in this format, judged by what it holds. Cheap: it is asked for every document of every
    /// file.
    boolean accepts(Document document);

    /// What the documents say, all of those that this importer accepted at once, because they may speak of each other.
    /// Never throws for any document: what cannot be read as meant is reported.
    ///
    /// @param documents those the user named first, in the user's order, then by file and place
    /// @return one draft for all that belongs together, in the order in which they count
    List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report);
}
