package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.health.Acknowledgement;
import dev.orrery.health.Attention;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.Maintenance;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people say of services, by a clock that the test turns.
class AttentionUpdateTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final List<Path> PATHS = List.of(ROOT.resolve("shop.yaml"));
    private static final String SHOP = """
            topology: Shop
            services:
              web: {health: {url: "http://localhost:8080/health"}}
              api: {health: {url: "http://localhost:8081/health"}}
              db: {kind: database}
            """;

    private Session session = Session.startingAt(NOW);
    private List<Effect> effects = List.of();
    private Instant clock = NOW;

    @BeforeEach
    void open() {
        openAgain(SHOP);
        answer("web", Verdict.PASS, 1);
        answer("api", Verdict.FAIL, 3);
    }

    @Test
    void anOpenedTopologyRecallsWhatWasSaidOfIt() {
        session = Session.startingAt(NOW);
        openAgain(SHOP);

        assertThat(effects).contains(new Effect.RecallAttention(PATHS, null));
    }

    @Test
    void aReloadRecallsNothingAndLosesNothing() {
        act(new Action.Acknowledge(Set.of("api"), LATER, "Ann"));
        Attention said = session.attention();

        act(new Action.FilesChanged());
        read(SHOP + "  new: {}\n");

        assertThat(effects).noneMatch(Effect.RecallAttention.class::isInstance);
        assertThat(session.attention()).isEqualTo(said);
    }

    @Test
    void anotherTopologyHasNothingOfTheOneBefore() {
        act(new Action.Acknowledge(Set.of("api"), LATER, "Ann"));

        act(new Action.Open(List.of(ROOT.resolve("other.yaml"))));
        read(SHOP);

        assertThat(session.attention()).isEqualTo(Attention.NONE);
        assertThat(effects).contains(new Effect.RecallAttention(List.of(ROOT.resolve("other.yaml")), null));
    }

    @Test
    void acknowledgingHoldsForWhatIsNotWellAndIsKept() {
        act(new Action.Acknowledge(Set.of("web", "api", "db"), LATER, "Ann looks at the disk"));

        assertThat(session.attention().acknowledged())
                .isEqualTo(Map.of("api", new Acknowledgement(Health.DOWN, LATER, "Ann looks at the disk")));
        assertThat(effects).containsExactly(new Effect.KeepAttention(PATHS, null, session.attention()));
        assertThat(health("api")).as("the real state").isEqualTo(Health.DOWN);
    }

    @Test
    void whatChangesNothingIsNotKept() {
        Session before = session;

        act(new Action.Acknowledge(Set.of("web"), LATER, ""));
        act(new Action.Withdraw(Set.of("api")));
        act(new Action.EndMaintenance(Set.of("api")));
        act(new Action.Maintain(Set.of("nobody"), new Maintenance(NOW, LATER, "")));
        act(new Action.Maintain(Set.of("api"), new Maintenance(NOW.minusSeconds(9), NOW, "over already")));

        assertThat(session).isSameAs(before);
        assertThat(effects).isEmpty();
    }

    @Test
    void aMistakeIsWithdrawnAndLeavesNoRowInTheUndoList() {
        act(new Action.Acknowledge(Set.of("api"), LATER, "wrong one"));
        assertThat(session.undo().undoName()).isEmpty();

        act(new Action.Withdraw(Set.of("api")));

        assertThat(session.attention()).isEqualTo(Attention.NONE);
        assertThat(effects).containsExactly(new Effect.KeepAttention(PATHS, null, Attention.NONE));
    }

    @Test
    void anAcknowledgementEndsWithItsTime() {
        act(new Action.Acknowledge(Set.of("api"), NOW.plusSeconds(5), ""));

        tick(4);
        assertThat(session.attention().acknowledged()).containsKey("api");
        assertThat(effects).isEmpty();

        tick(1);
        assertThat(session.attention()).isEqualTo(Attention.NONE);
        assertThat(effects).containsExactly(new Effect.KeepAttention(PATHS, null, Attention.NONE));
    }

    @Test
    void aRecoveryEndsItAndTheNextFailureIsNotCoveredByIt() {
        act(new Action.Acknowledge(Set.of("api"), LATER, ""));

        answer("api", Verdict.PASS, 1);
        assertThat(session.attention().acknowledged()).as("recovering").containsKey("api");
        answer("api", Verdict.PASS, 1);
        assertThat(health("api")).isEqualTo(Health.UP);
        assertThat(session.attention()).isEqualTo(Attention.NONE);
        assertThat(effects).containsExactly(new Effect.KeepAttention(PATHS, null, Attention.NONE));

        answer("api", Verdict.FAIL, 3);
        assertThat(session.attention()).isEqualTo(Attention.NONE);
    }

    @Test
    void aWorseStateEndsIt() {
        answer("web", Verdict.WARN, 3);
        act(new Action.Acknowledge(Set.of("web"), LATER, ""));
        assertThat(session.attention().acknowledged()).containsKey("web");

        answer("web", Verdict.FAIL, 3);

        assertThat(health("web")).isEqualTo(Health.DOWN);
        assertThat(session.attention()).isEqualTo(Attention.NONE);
    }

    @Test
    void maintenanceEndsAndCanBeCalledOff() {
        Maintenance now = new Maintenance(NOW, LATER, "new disk");
        Maintenance tomorrow = new Maintenance(LATER.plusSeconds(60), LATER.plusSeconds(120), "second half");
        act(new Action.Maintain(Set.of("api", "db"), now));
        act(new Action.Maintain(Set.of("api"), tomorrow));

        act(new Action.EndMaintenance(Set.of("api")));
        assertThat(session.attention().maintenance().get("api")).containsExactly(tomorrow);
        assertThat(session.attention().maintenance().get("db")).containsExactly(now);

        act(new Action.EndMaintenance(Set.of("api")));
        assertThat(session.attention().maintenance()).containsOnlyKeys("db");
        assertThat(health("api")).as("the real state, all the time").isEqualTo(Health.DOWN);
    }

    @Test
    void whatIsRecalledIsJoinedWithWhatWasSaidMeanwhile() {
        act(new Action.Acknowledge(Set.of("api"), LATER, "mine"));
        Attention kept = Attention.NONE.maintain("db", new Maintenance(NOW, LATER, "kept"));

        act(new Action.AttentionRecalled(PATHS, null, kept));

        assertThat(session.attention().acknowledged()).containsKey("api");
        assertThat(session.attention().maintenance()).containsKey("db");
        assertThat(effects).containsExactly(new Effect.KeepAttention(PATHS, null, session.attention()));
    }

    @Test
    void whatIsRecalledAndStillHoldsIsNotWrittenAgain() {
        Attention kept = Attention.NONE.maintain("db", new Maintenance(NOW, LATER, "kept"));

        act(new Action.AttentionRecalled(PATHS, null, kept));

        assertThat(session.attention()).isEqualTo(kept);
        assertThat(effects).isEmpty();
    }

    @Test
    void whatIsRecalledAndOverIsDropped() {
        Attention kept = Attention.NONE.maintain("db", new Maintenance(NOW.minusSeconds(9), NOW, "over"));

        act(new Action.AttentionRecalled(PATHS, null, kept));

        assertThat(session.attention()).isEqualTo(Attention.NONE);
        assertThat(effects).containsExactly(new Effect.KeepAttention(PATHS, null, Attention.NONE));
    }

    @Test
    void whatIsRecalledWaitsForTheFirstAnswers() {
        session = Session.startingAt(NOW);
        openAgain(SHOP);
        Acknowledgement kept = new Acknowledgement(Health.DOWN, LATER, "since yesterday");
        act(new Action.AttentionRecalled(
                PATHS, null, new Attention(new TreeMap<>(Map.of("api", kept, "web", kept)), new TreeMap<>())));
        assertThat(session.attention().acknowledged()).containsOnlyKeys("api", "web");

        answer("api", Verdict.FAIL, 3);
        answer("web", Verdict.PASS, 1);

        assertThat(session.attention().acknowledged()).containsOnlyKeys("api");
    }

    @Test
    void whatIsRecalledForSomethingElseIsLeftAlone() {
        Session before = session;

        act(new Action.AttentionRecalled(
                List.of(ROOT.resolve("other.yaml")),
                null,
                Attention.NONE.maintain("db", new Maintenance(NOW, LATER, ""))));

        assertThat(session).isSameAs(before);
    }

    private void openAgain(String text) {
        act(new Action.Open(PATHS));
        read(text);
    }

    private void read(String text) {
        Path file = PATHS.getFirst();
        SourceFile source = new SourceFile(file, SourceFile.Role.NAMED, new SourceText("shop.yaml", text), List.of());
        Loaded loaded = TopologyLoader.standard().read(ROOT, List.of(source));
        act(new Action.Opened(
                session.generation(),
                loaded,
                Arrangement.NONE,
                List.of(),
                Trusts.ofDeclared(Trust.wantedBy(loaded.topology()))));
    }

    /// So many times, five seconds apart.
    private void answer(String service, Verdict verdict, int times) {
        for (int i = 0; i < times; i++) {
            clock = clock.plusSeconds(5);
            act(new Action.Observed(List.of(new Observation(
                    new CheckId(service, 0),
                    clock,
                    Duration.ofMillis(12),
                    verdict,
                    Reason.of(verdict == Verdict.PASS ? "ok" : "refused"),
                    null,
                    null,
                    List.of(),
                    null))));
        }
    }

    private void tick(int seconds) {
        act(new Action.Tick(session.now().plusSeconds(seconds)));
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }

    private Health health(String service) {
        return Objects.requireNonNull(session.board().service(service)).health();
    }
}
