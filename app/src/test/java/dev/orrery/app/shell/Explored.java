package dev.orrery.app.shell;

import dev.orrery.app.runtime.ComparisonReading;
import dev.orrery.app.runtime.Store;
import dev.orrery.edit.EditedSources;
import dev.orrery.edit.KeptEdit;
import dev.orrery.edit.SourceEditor;
import dev.orrery.health.CheckId;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.health.Maintenance;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.HubShelf;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.layered.HubCrossings;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.layout.steady.SteadyEngine;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.BaselineFile;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.SavedTexts;
import dev.orrery.persistence.ScenarioFile;
import dev.orrery.persistence.WorkspaceFile;
import dev.orrery.persistence.WorkspacePlace;
import dev.orrery.persistence.Written;
import dev.orrery.probe.Trusts;
import dev.orrery.scenario.Scenario;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.session.Imagined;
import dev.orrery.session.Session;
import dev.orrery.topology.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A session that really reads and arranges, at once and on the calling thread, and is asked nothing: its answers
/// are written by the test.
public final class Explored {
    public static final Instant NOW = Instant.parse("2026-03-01T03:16:00Z");

    public final List<Action> actions = new ArrayList<>();
    public final List<Effect> effects = new ArrayList<>();
    private final TopologyLoader loader = TopologyLoader.standard();
    public final Store store = new Store(Session.startingAt(NOW), this::perform);

    public Session session() {
        return store.session();
    }

    public void dispatch(Action action) {
        actions.add(action);
        store.dispatch(action);
    }

    /// A bundled sample, opened from a copy in `folder`.
    public static Explored sample(Path folder, String file) {
        return opened(copied(folder, file));
    }

    /// The bundled folder in which three sources tell of one company.
    public static Explored mixed(Path folder) {
        Path compose = copied(folder, "mixed/compose.yaml");
        copied(folder, "mixed/catalog-info.yaml");
        copied(folder, "mixed/zipkin-dependencies.json");
        return opened(Objects.requireNonNull(compose.getParent()));
    }

    public static Path copied(Path folder, String file) {
        Path copy = folder.resolve(file);
        try (InputStream sample =
                Objects.requireNonNull(Explored.class.getResourceAsStream("/dev/orrery/samples/" + file))) {
            Files.createDirectories(copy.getParent());
            Files.write(copy, sample.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /// Files and folders where they lie.
    public static Explored opened(Path... paths) {
        Explored explored = new Explored();
        explored.store.dispatch(new Action.Open(List.of(paths)));
        return explored;
    }

    public static Explored text(Path folder, String descriptor) {
        try {
            return opened(Files.writeString(folder.resolve("topology.yaml"), descriptor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Explored allowed() {
        store.dispatch(new Action.Allow(session().missing()));
        return this;
    }

    /// Every check passes once, `ago` seconds before now.
    public Explored allUp(long ago) {
        allowed();
        List<Observation> answers = new ArrayList<>();
        for (Service service :
                Objects.requireNonNull(session().opened()).topology().services()) {
            if (!service.healthChecks().isEmpty()) {
                answers.add(answer(
                        service.id(), ago, Verdict.PASS, Reason.of("body-up"), 200, List.of(), "{\"status\":\"UP\"}"));
            }
        }
        store.dispatch(new Action.Observed(answers));
        return this;
    }

    /// Three failures, so that it is down.
    public Explored down(
            String service, long ago, Reason reason, List<ComponentHealth> components, @Nullable String body) {
        for (int i = 2; i >= 0; i--) {
            store.dispatch(new Action.Observed(
                    List.of(answer(service, ago + 5L * i, Verdict.FAIL, reason, 503, components, body))));
        }
        return this;
    }

    public Explored degraded(String service, long ago, Reason reason) {
        for (int i = 2; i >= 0; i--) {
            store.dispatch(new Action.Observed(
                    List.of(answer(service, ago + 5L * i, Verdict.WARN, reason, 200, List.of(), null))));
        }
        return this;
    }

    /// It answers well and badly by turns, well at last.
    public Explored flapping(String service) {
        for (int i = 12; i >= 0; i--) {
            boolean well = i % 2 == 0;
            store.dispatch(new Action.Observed(List.of(new Observation(
                    new CheckId(service, 0),
                    NOW.minusMillis(100L * i),
                    Duration.ofMillis(9),
                    well ? Verdict.PASS : Verdict.FAIL,
                    well ? Reason.of("body-up") : Reason.of("status-5xx", "503"),
                    well ? 200 : 503,
                    null,
                    List.of(),
                    null))));
        }
        return this;
    }

    /// The incident while people look after it: the database is acknowledged, payments are worked on, and the
    /// search flaps.
    public static Explored attended(Path folder) {
        Explored explored = incident(folder).flapping("search");
        Instant until = NOW.plus(Duration.ofMinutes(74));
        explored.store.dispatch(new Action.Acknowledge(Set.of("reservations-db"), until, "Ann looks at the disk"));
        explored.store.dispatch(
                new Action.Maintain(Set.of("payments"), new Maintenance(NOW, until, "new certificate")));
        return explored;
    }

    /// The booking sample in the middle of an incident.
    public static Explored incident(Path folder) {
        return sample(folder, "booking/microservices.yaml")
                .allUp(255)
                .down("reservations-db", 240, Reason.of("refused", "localhost:9104"), List.of(), null)
                .down(
                        "reservations",
                        231,
                        Reason.of("status-5xx", "503"),
                        List.of(
                                new ComponentHealth("db", Health.DOWN, "Connection refused", List.of()),
                                new ComponentHealth("diskSpace", Health.UP, "214 GB free", List.of()),
                                new ComponentHealth("payments", Health.UP, null, List.of())),
                        """
                        {
                          "status": "DOWN",
                          "components": {
                            "db": {"status": "DOWN"},
                            "diskSpace": {"status": "UP"},
                            "payments": {"status": "UP"}
                          }
                        }\
                        """)
                .down("booking-api", 225, Reason.of("status-5xx", "503"), List.of(), null)
                .degraded("booking-ui", 220, Reason.of("body-warn", "bookings are read-only"))
                .lately();
    }

    /// Every check answers once more as it did last, a few seconds before now.
    public Explored lately() {
        List<Observation> answers = new ArrayList<>();
        session()
                .board()
                .services()
                .values()
                .forEach(service -> service.checks().forEach(check -> {
                    Observation last = check.last();
                    if (last != null) {
                        answers.add(new Observation(
                                last.check(),
                                NOW.minusSeconds(
                                        2 + Math.floorMod(service.service().hashCode(), 11)),
                                last.took(),
                                last.verdict(),
                                last.reason(),
                                last.httpStatus(),
                                last.format(),
                                last.components(),
                                last.body()));
                    }
                }));
        store.dispatch(new Action.Observed(answers));
        return this;
    }

    /// What the workspace beside the files keeps.
    private static WorkspaceFile.Read workspace(Path opened) {
        return new WorkspaceFile(AtomicFile.shared()).read(WorkspacePlace.beside(opened));
    }

    /// A bundled sample with its tour, opened from copies in `folder`.
    public static Explored toured(Path folder, String file) {
        copied(folder, file.substring(0, file.lastIndexOf('.')) + WorkspacePlace.ENDING);
        return sample(folder, file);
    }

    private static Observation answer(
            String service,
            long ago,
            Verdict verdict,
            Reason reason,
            int status,
            List<ComponentHealth> components,
            @Nullable String body) {
        return new Observation(
                new CheckId(service, 0),
                NOW.minusSeconds(ago),
                Duration.ofMillis(7 + Math.floorMod(service.hashCode(), 60)),
                verdict,
                reason,
                status,
                body == null ? null : "spring-boot",
                components,
                body);
    }

    private void recall(List<Path> paths) {
        store.dispatch(new Action.ScenariosRecalled(
                paths, ScenarioFile.read(workspace(paths).read()).scenarios(), null));
    }

    private static WorkspacePlace workspace(List<Path> paths) {
        return WorkspacePlace.of(paths.getFirst(), new DataFolder(Path.of("nowhere")));
    }

    private void perform(Effect effect) {
        effects.add(effect);
        switch (effect) {
            case Effect.Read read -> {
                WorkspaceFile.Read kept = workspace(read.paths().getFirst());
                store.dispatch(new Action.Opened(
                        read.generation(),
                        TopologyLoader.standard().load(read.paths()),
                        kept.arrangement(),
                        kept.problems(),
                        Trusts.NONE));
            }
            case Effect.Arrange arrange -> {
                LayoutRequest folded = arrange.calmer();
                boolean calmer = folded != null
                        && HubCrossings.areHalved(arrange.request().graph(), folded.graph(), Cancellation.NEVER);
                store.dispatch(new Action.Arranged(
                        arrange.generation(),
                        new SteadyEngine(new HubShelf(new LayeredEngine()))
                                .layout(folded != null && calmer ? folded : arrange.request(), Cancellation.NEVER),
                        calmer));
            }
            case Effect.ChangeTexts change -> {
                Loaded before = loader.read(change.open().loaded().root(), change.sources());
                store.dispatch(
                        switch (new SourceEditor(loader).apply(before, change.edits(), change.behind())) {
                            case EditedSources.Done done ->
                                new Action.TextsChanged(
                                        change.serial(),
                                        change.open().rereading(done.loaded()),
                                        KeptEdit.words(done.kept()).orElse(null));
                            case EditedSources.Refused refused ->
                                refused.choice()
                                        .<Action>map(choice -> new Action.ChangeAsks(change.serial(), choice))
                                        .orElseGet(() -> new Action.ChangeRefused(
                                                change.serial(),
                                                refused.refused()
                                                        .getFirst()
                                                        .refusal()
                                                        .message()));
                        });
            }
            case Effect.ReadTexts read ->
                store.dispatch(new Action.TextsChanged(
                        read.serial(),
                        read.open().rereading(loader.read(read.open().loaded().root(), read.sources()))));
            case Effect.KeepBaseline keep -> {
                new BaselineFile(AtomicFile.shared()).freeze(keep.file(), keep.found(), keep.before());
                store.dispatch(new Action.FilesChanged());
            }
            case Effect.Save save -> {
                Written written = new SavedTexts(AtomicFile.shared()).write(save.sources(), save.texts());
                store.dispatch(
                        switch (written) {
                            case Written.Done _ -> new Action.Saved(save.texts());
                            case Written.Changed _ -> new Action.FilesChanged();
                            case Written.Refused refused -> new Action.SaveRefused(refused.why());
                        });
            }
            case Effect.Imagine imagine -> store.dispatch(Imagined.answer(imagine));
            case Effect.Compare compare -> store.dispatch(ComparisonReading.answer(compare, false));
            case Effect.RecallScenarios(List<Path> paths) -> recall(paths);
            case Effect.KeepScenario keep -> {
                List<Scenario> all =
                        ScenarioFile.read(workspace(keep.paths()).read()).scenarios();
                new ScenarioFile(AtomicFile.shared())
                        .write(workspace(keep.paths()), Scenario.changed(all, keep.gone(), keep.now()));
                recall(keep.paths());
            }
            default -> {}
        }
    }
}
