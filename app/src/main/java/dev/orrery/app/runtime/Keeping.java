package dev.orrery.app.runtime;

import dev.orrery.health.Attention;
import dev.orrery.importer.Loaded;
import dev.orrery.persistence.ScenarioFile;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.problem.Problem;
import dev.orrery.scenario.Scenario;
import dev.orrery.session.Arrangement;
import dev.orrery.session.Editing;
import dev.orrery.session.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is kept from one session to the next. Used on the file thread only.
public interface Keeping {
    /// @param problems of the file that it is kept in
    record Kept(Arrangement arrangement, List<Problem> problems) {}

    /// @param notice what there is to be said about the file that it is kept in; null where there is nothing
    record Said(Attention attention, @Nullable String notice) {}

    /// The arrangement kept for what was opened; that of nobody where there is none.
    Kept arrangement(List<Path> paths, Loaded loaded);

    /// @throws IOException with words for people
    void keep(List<Path> paths, Arrangement arrangement) throws IOException;

    /// The arrangement, and all else that the workspace says, goes with a copy.
    ///
    /// @throws IOException with words for people
    void copy(List<Path> from, List<Path> to, Arrangement arrangement) throws IOException;

    /// What people said of the services of what was opened.
    ///
    /// @param environment null for the addresses as declared
    Said attention(List<Path> paths, @Nullable String environment);

    /// @param environment null for the addresses as declared
    /// @throws IOException with words for people
    void keep(List<Path> paths, @Nullable String environment, Attention attention) throws IOException;

    /// What may be asked for a root, in each environment.
    Trusts trusts(Path root);

    /// @param environment null for the addresses as declared
    /// @throws IOException with words for people
    void allow(Path root, @Nullable String environment, Trust more) throws IOException;

    /// In which environment the user last looked at what was opened; null for the addresses as declared.
    @Nullable
    String environment(List<Path> paths);

    /// @param environment null for the addresses as declared
    /// @throws IOException with words for people
    void choose(List<Path> paths, @Nullable String environment) throws IOException;

    /// The scenarios of the workspace of what was opened.
    ScenarioFile.Read scenarios(List<Path> paths);

    /// Changes the scenarios of the workspace of what was opened, as it is by then.
    ///
    /// @param gone name of one that goes, or in whose place the other stands; null for none
    /// @param now one that is kept, in place of one that has its name; null for none
    /// @throws IOException with words for people
    void keep(List<Path> paths, @Nullable String gone, @Nullable Scenario now) throws IOException;

    /// Edits of an earlier session that were never saved.
    Optional<Editing.Recovered> journal(List<Path> paths, Texts disk);

    /// Keeps edits that are not saved; forgets what was kept where there are none.
    ///
    /// @throws IOException with words for people
    void journal(List<Path> paths, Texts disk, Texts texts) throws IOException;
}
