package dev.orrery.app.runtime;

import dev.orrery.guide.Guide;
import dev.orrery.guide.GuideCheck;
import dev.orrery.health.Attention;
import dev.orrery.importer.Loaded;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.AttentionFile;
import dev.orrery.persistence.ChosenEnvironments;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.JournalFile;
import dev.orrery.persistence.ScenarioFile;
import dev.orrery.persistence.TrustFile;
import dev.orrery.persistence.WorkspaceFile;
import dev.orrery.persistence.WorkspacePlace;
import dev.orrery.persistence.Written;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.problem.Problem;
import dev.orrery.scenario.Scenario;
import dev.orrery.session.Arrangement;
import dev.orrery.session.Editing;
import dev.orrery.session.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps the arrangement in the workspace file of what is opened, and in the user's data folder trust, the chosen
/// environment and what people said of services.
public final class KeptFiles implements Keeping {
    private final DataFolder data;
    private final Predicate<Path> bundled;
    private final WorkspaceFile workspaces = new WorkspaceFile(AtomicFile.shared());
    private final ScenarioFile scenarios = new ScenarioFile(AtomicFile.shared());
    private final Function<@Nullable String, String> names;
    private final TrustFile trusts;
    private final ChosenEnvironments chosen;
    /// The notes and views that the workspace of what was opened is known to hold.
    private final Map<List<Path>, Guide> known = new HashMap<>();

    /// The same where nothing is bundled.
    public KeptFiles(DataFolder data, Function<@Nullable String, String> names) {
        this(data, names, _ -> false);
    }

    /// @param names under which name what was said in an environment is kept, as its history is
    /// @param bundled whether a folder holds samples, which are looked at and never changed
    public KeptFiles(DataFolder data, Function<@Nullable String, String> names, Predicate<Path> bundled) {
        this.data = data;
        this.bundled = bundled;
        this.names = names;
        this.trusts = new TrustFile(data, AtomicFile.ownerOnly());
        this.chosen = new ChosenEnvironments(data, AtomicFile.ownerOnly());
    }

    @Override
    public Kept arrangement(List<Path> paths, Loaded loaded) {
        WorkspaceFile.Read read = workspaces.read(place(paths).read());
        known.put(paths, read.arrangement().guide());
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(GuideCheck.problems(read.guide(), loaded.topology()));
        return new Kept(read.arrangement(), problems);
    }

    @Override
    public void keep(List<Path> paths, Arrangement arrangement) throws IOException {
        Guide guide = known.getOrDefault(paths, arrangement.guide());
        require(workspaces.write(place(paths), arrangement, guide));
        known.put(List.copyOf(paths), arrangement.guide());
    }

    @Override
    public void copy(List<Path> from, List<Path> to, Arrangement arrangement) throws IOException {
        Path workspace = place(from).read();
        Path copy = place(to).write();
        // Where it was edited, it is among the texts.
        if (Files.isRegularFile(workspace) && !Files.exists(copy)) {
            require(AtomicFile.shared().write(copy, Files.readAllBytes(workspace)));
        }
        // What the window writes at once by itself is not in those texts.
        Guide there = workspaces.read(copy).arrangement().guide();
        require(workspaces.write(place(to), arrangement, there));
        for (Scenario scenario : scenarios(from).scenarios()) {
            keep(to, null, scenario);
        }
    }

    @Override
    public Said attention(List<Path> paths, @Nullable String environment) {
        AttentionFile.Read read = said(data, paths.getFirst()).read(names.apply(environment));
        return new Said(read.attention(), read.notice().orElse(null));
    }

    @Override
    public void keep(List<Path> paths, @Nullable String environment, Attention attention) throws IOException {
        require(said(data, paths.getFirst()).write(names.apply(environment), attention));
    }

    @Override
    public Trusts trusts(Path root) {
        return trusts.of(root);
    }

    @Override
    public void allow(Path root, @Nullable String environment, Trust more) throws IOException {
        require(trusts.allow(root, environment, more));
    }

    @Override
    public @Nullable String environment(List<Path> paths) {
        return chosen.of(paths.getFirst()).orElse(null);
    }

    @Override
    public void choose(List<Path> paths, @Nullable String environment) throws IOException {
        require(chosen.choose(paths.getFirst(), environment));
    }

    @Override
    public ScenarioFile.Read scenarios(List<Path> paths) {
        return ScenarioFile.read(place(paths).read());
    }

    @Override
    public void keep(List<Path> paths, @Nullable String gone, @Nullable Scenario now) throws IOException {
        WorkspacePlace place = place(paths);
        List<Scenario> all = ScenarioFile.read(place.read()).scenarios();
        require(scenarios.write(place, Scenario.changed(all, gone, now)));
    }

    @Override
    public Optional<Editing.Recovered> journal(List<Path> paths, Texts disk) {
        return new JournalFile(data, paths, AtomicFile.ownerOnly()).read(disk);
    }

    @Override
    public void journal(List<Path> paths, Texts disk, Texts texts) throws IOException {
        require(new JournalFile(data, paths, AtomicFile.ownerOnly()).write(disk, texts));
    }

    /// Several paths share the workspace of the first.
    private WorkspacePlace place(List<Path> paths) {
        return WorkspacePlace.of(paths.getFirst(), data, folder -> !bundled.test(folder) && Files.isWritable(folder));
    }

    private static AttentionFile said(DataFolder data, Path named) {
        return new AttentionFile(data, named, AtomicFile.ownerOnly());
    }

    private static void require(Written written) throws IOException {
        if (written instanceof Written.Refused refused) {
            throw new IOException(refused.why());
        }
    }
}
