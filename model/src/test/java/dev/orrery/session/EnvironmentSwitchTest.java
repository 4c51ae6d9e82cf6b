package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.graph.NodeId;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Layout;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.topology.Environment;
import dev.orrery.topology.SourceLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Going over to another environment, and asking for a secret, without a window or a clock.
class EnvironmentSwitchTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final List<Path> PATHS = List.of(ROOT.resolve("shop.yaml"));
    private static final SourceLocation HERE = new SourceLocation("orrery.workspace.yaml", 1, 1);
    private static final String SHOP = """
            topology: Shop
            services:
              web: {depends_on: [api], health: {url: "http://localhost:8080/health"}}
              api: {health: {url: "http://localhost:8081/health"}}
              mail: {health: {url: "https://mail.example/health", headers: {X-Key: mail}}}
            """;
    private static final List<Environment> ENVIRONMENTS = List.of(
            new Environment(
                    "staging",
                    List.of(
                            new Environment.Move("web", new Environment.Base("https://web.staging.example")),
                            new Environment.Move("api", new Environment.Base("https://api.staging.example"))),
                    new TreeMap<>(),
                    null,
                    HERE),
            new Environment(
                    "production",
                    List.of(new Environment.Move("web", new Environment.Base("https://web.example"))),
                    new TreeMap<>(Map.of("mail", "mail-production")),
                    null,
                    HERE));

    private Session session = Session.startingAt(NOW);
    private List<Effect> effects = List.of();

    @Test
    void asksTheAddressesOfTheEnvironmentAndKeepsTheChoice() {
        open(trusted(null).and("staging", wanted("staging")), null);

        act(new Action.SwitchEnvironment("staging"));

        assertThat(urls(effect(Effect.Probe.class)))
                .containsExactly(
                        "https://api.staging.example/health",
                        "https://mail.example/health",
                        "https://web.staging.example/health");
        assertThat(effect(Effect.KeepEnvironment.class)).isEqualTo(new Effect.KeepEnvironment(PATHS, "staging"));
        assertThat(opened().title()).isEqualTo("Shop · staging");

        act(new Action.SwitchEnvironment(null));

        assertThat(urls(effect(Effect.Probe.class))).contains("http://localhost:8080/health");
        assertThat(effect(Effect.KeepEnvironment.class)).isEqualTo(new Effect.KeepEnvironment(PATHS, null));
        assertThat(opened().title()).isEqualTo("Shop");
    }

    @Test
    void movesNothingAndMakesNoUndoRow() {
        open(trusted(null).and("staging", wanted("staging")), null);
        act(new Action.Select(NodeId.service("web")));
        Picture before = session.picture();

        act(new Action.SwitchEnvironment("staging"));

        assertThat(session.picture()).isSameAs(before);
        assertThat(effects).noneMatch(Effect.Arrange.class::isInstance);
        assertThat(session.selected()).isEqualTo(NodeId.service("web"));
        assertThat(session.undo().past()).isEmpty();
    }

    @Test
    void healthStartsAnewForWhatIsAskedElsewhereAndStaysForTheRest() {
        open(trusted(null).and("staging", wanted("staging")), null);
        hear("web", "api", "mail");

        act(new Action.SwitchEnvironment("staging"));

        assertThat(health("web")).isEqualTo(Health.PENDING);
        assertThat(health("api")).isEqualTo(Health.PENDING);
        assertThat(health("mail")).as("asked at the same address").isEqualTo(Health.UP);
    }

    @Test
    void anAnswerThatComesLateFromTheOtherEnvironmentDoesNotCount() {
        open(trusted(null).and("staging", wanted("staging")), null);
        Observation late =
                answer("web").stamped(NOW, effect(Effect.Probe.class).plan().epoch());

        act(new Action.SwitchEnvironment("staging"));
        act(new Action.Observed(List.of(late)));

        assertThat(health("web")).isEqualTo(Health.PENDING);
        act(new Action.SwitchEnvironment(null));
        long epoch = effect(Effect.Probe.class).plan().epoch();
        act(new Action.Observed(List.of(answer("web").stamped(NOW, epoch))));
        assertThat(health("web")).isEqualTo(Health.UP);
    }

    @Test
    void whatWasAllowedAsDeclaredIsNotAllowedThere() {
        open(trusted(null), null);
        hear("web", "api", "mail");

        act(new Action.SwitchEnvironment("staging"));

        assertThat(session.watching()).isEqualTo(new Watching.NeedsLeave());
        assertThat(session.missing()).isEqualTo(wanted("staging"));
        assertThat(effects).contains(new Effect.PauseProbing()).noneMatch(Effect.Probe.class::isInstance);
        assertThat(health("mail")).as("asked here without leave").isEqualTo(Health.PENDING);

        act(new Action.Allow(session.missing()));

        assertThat(effect(Effect.KeepTrust.class)).isEqualTo(new Effect.KeepTrust(ROOT, "staging", wanted("staging")));
        assertThat(session.watching()).isEqualTo(new Watching.On());
        act(new Action.SwitchEnvironment("production"));
        assertThat(session.watching()).as("nor in another").isEqualTo(new Watching.NeedsLeave());
    }

    @Test
    void aPauseHoldsAndGoesOnInTheOtherEnvironment() {
        open(trusted(null).and("staging", wanted("staging")), null);
        act(new Action.TogglePause());

        act(new Action.SwitchEnvironment("staging"));
        assertThat(session.watching()).isEqualTo(new Watching.Paused());
        assertThat(effects).noneMatch(Effect.Probe.class::isInstance);

        act(new Action.TogglePause());
        assertThat(urls(effect(Effect.Probe.class))).contains("https://web.staging.example/health");
    }

    @Test
    void isWhereItWasLastLookedAt() {
        open(Trusts.NONE.and("production", wanted("production")), "production");

        assertThat(opened().title()).isEqualTo("Shop · production");
        assertThat(urls(effect(Effect.Probe.class))).contains("https://web.example/health");
        assertThat(session.notice()).isNull();
    }

    @Test
    void anEnvironmentThatIsGoneFallsBackToWhatIsDeclaredAndSaysSo() {
        open(trusted(null).and("staging", wanted("staging")), "staging");
        hear("web", "mail");

        reload(SHOP, ENVIRONMENTS.subList(1, 2));

        assertThat(opened().environment()).isNull();
        assertThat(session.notice()).contains("“staging”").contains("declared");
        assertThat(urls(effect(Effect.Probe.class))).contains("http://localhost:8080/health");
        assertThat(health("web")).isEqualTo(Health.PENDING);
        assertThat(effects)
                .as("it is remembered, should it come back")
                .noneMatch(Effect.KeepEnvironment.class::isInstance);

        session = Session.startingAt(NOW);
        open(Trusts.NONE, "elsewhere");
        assertThat(session.notice()).contains("“elsewhere”");
    }

    @Test
    void aReloadStaysWhereItIs() {
        open(trusted(null).and("staging", wanted("staging")), null);
        act(new Action.SwitchEnvironment("staging"));
        hear("web");

        reload(SHOP + "  new: {}\n", ENVIRONMENTS);

        assertThat(opened().environmentName()).isEqualTo("staging");
        assertThat(health("web")).isEqualTo(Health.UP);
    }

    @Test
    void anEnvironmentThatNobodyNamesIsNotGoneTo() {
        open(trusted(null), null);
        Session before = session;

        act(new Action.SwitchEnvironment("nowhere"));
        act(new Action.SwitchEnvironment(null));

        assertThat(session).isSameAs(before);
        assertThat(effects).isEmpty();
    }

    @Test
    void aSecretThatIsBoundLaterIsAskedForAloneWhileTheRestGoesOn() {
        open(trusted(null), null);
        hear("web", "mail");

        reload(SHOP.replace("8080/health\"", "8080/health\", headers: {X-Key: shop}"), ENVIRONMENTS);

        assertThat(session.watching()).isEqualTo(new Watching.On());
        assertThat(session.missing().origins()).isEmpty();
        assertThat(session.missing().secrets())
                .extracting(use -> use.secret() + " " + use.origin())
                .containsExactly("shop http://localhost:8080");
        assertThat(urls(effect(Effect.Probe.class))).hasSize(3);
        assertThat(health("mail")).isEqualTo(Health.UP);
    }

    @Test
    void onceASecretIsAllowedItsChecksStartAnew() {
        open(Trusts.ofDeclared(Trust.of(wanted(null).origins())), null);
        hear("web");
        act(new Action.Observed(List.of(withheld("mail"))));
        assertThat(health("mail")).isEqualTo(Health.UNKNOWN);
        Trust missing = session.missing();

        act(new Action.Allow(missing));

        assertThat(session.missing()).isEqualTo(Trust.NONE);
        assertThat(health("mail")).isEqualTo(Health.PENDING);
        assertThat(health("web")).isEqualTo(Health.UP);
        act(new Action.Observed(List.of(
                answer("mail").stamped(NOW, effect(Effect.Probe.class).plan().epoch()))));
        assertThat(health("mail")).isEqualTo(Health.UP);
    }

    @Test
    void aSecretOfTheEnvironmentIsAskedForByItsOwnName() {
        open(trusted(null).and("production", Trust.of(wanted("production").origins())), null);
        hear("mail");

        act(new Action.SwitchEnvironment("production"));

        assertThat(session.missing().secrets())
                .extracting(use -> use.secret() + " " + use.origin())
                .containsExactly("mail-production https://mail.example");
        assertThat(health("mail")).as("nothing is heard with the other secret").isEqualTo(Health.PENDING);
    }

    private void open(Trusts trusts, @Nullable String environment) {
        act(new Action.Open(PATHS));
        act(new Action.Opened(
                session.generation(), read(SHOP, ENVIRONMENTS), Arrangement.NONE, List.of(), trusts, environment));
        List<Effect> opening = effects;
        act(new Action.Arranged(session.generation(), Layout.EMPTY));
        effects = opening;
    }

    private void reload(String text, List<Environment> environments) {
        act(new Action.FilesChanged());
        act(new Action.Opened(
                session.generation(), read(text, environments), Arrangement.NONE, List.of(), session.trusts(), null));
    }

    private void hear(String... services) {
        act(new Action.Observed(
                List.of(services).stream().map(EnvironmentSwitchTest::answer).toList()));
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }

    private Opened opened() {
        return Objects.requireNonNull(session.opened());
    }

    private Health health(String service) {
        return Objects.requireNonNull(session.board().service(service)).health();
    }

    private <E extends Effect> E effect(Class<E> kind) {
        Optional<E> found =
                effects.stream().filter(kind::isInstance).map(kind::cast).findFirst();
        return found.orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " in " + effects));
    }

    private static List<String> urls(Effect.Probe probe) {
        return probe.plan().targets().stream()
                .map(ProbeTarget::check)
                .map(check -> check.url())
                .toList();
    }

    private static Trusts trusted(@Nullable String environment) {
        return Trusts.NONE.and(environment, wanted(environment));
    }

    /// All that it takes to ask everything.
    private static Trust wanted(@Nullable String environment) {
        Loaded loaded = read(SHOP, ENVIRONMENTS);
        return Trust.wantedBy(
                environment == null
                        ? loaded.topology()
                        : loaded.environment(environment).orElseThrow().apply(loaded.topology()));
    }

    private static Loaded read(String text, List<Environment> environments) {
        SourceFile source =
                new SourceFile(PATHS.getFirst(), SourceFile.Role.NAMED, new SourceText("shop.yaml", text), List.of());
        Loaded loaded = TopologyLoader.standard().read(ROOT, List.of(source));
        return new Loaded(
                loaded.root(), loaded.topology(), loaded.problems(), loaded.sources(), loaded.readings(), environments);
    }

    private static Observation answer(String service) {
        return observation(service, Verdict.PASS, Reason.of("ok"));
    }

    private static Observation withheld(String service) {
        return observation(service, Verdict.NONE, Reason.of("secret-not-allowed", "mail", "https://mail.example"));
    }

    private static Observation observation(String service, Verdict verdict, Reason reason) {
        return new Observation(
                new CheckId(service, 0), NOW, Duration.ofMillis(12), verdict, reason, null, null, List.of(), null);
    }
}
