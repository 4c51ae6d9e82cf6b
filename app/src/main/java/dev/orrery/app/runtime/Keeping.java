package dev.orrery.app.runtime;

import dev.orrery.importer.Loaded;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.problem.Problem;
import dev.orrery.session.Arrangement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What is kept from one session to the next. Used on the file thread only.
public interface Keeping {
    /// @param problems of the file that it is kept in
    record Kept(Arrangement arrangement, List<Problem> problems) {}

    /// The arrangement kept for what was opened; that of nobody where there is none.
    Kept arrangement(List<Path> paths, Loaded loaded);

    /// @throws IOException with words for people
    void keep(List<Path> paths, Arrangement arrangement) throws IOException;

    /// What may be asked for a root.
    Trust trust(Path root);

    /// @throws IOException with words for people
    void allow(Path root, Set<Origin> origins) throws IOException;
}
