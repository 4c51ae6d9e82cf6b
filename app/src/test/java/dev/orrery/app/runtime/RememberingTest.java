package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.shell.Explored;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.history.Change;
import dev.orrery.history.History;
import dev.orrery.session.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window keeps of each environment.
class RememberingTest {
    private static final Instant FROM = Explored.NOW.minusSeconds(600);
    private static final Instant UNTIL = Explored.NOW.plusSeconds(600);
    private static final CheckId CHECK = new CheckId("web", 0);

    @TempDir
    private Path folder;

    private final InstantSource clock = InstantSource.fixed(Explored.NOW);
    private Explored explored = new Explored();
    private Remembering remembering = new Remembering(Path.of(""), _ -> "", clock, Runnable::run, _ -> {});

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                services: {web: {health: {url: "http://localhost:8080/health"}}}
                """);
        Files.writeString(
                folder.resolve("shop.workspace.yaml"),
                "environments: {staging: {services: {\"*\": \"https://{service}.staging.example\"}}}\n");
        remembering = new Remembering(
                folder.resolve("histories"),
                opened -> Objects.requireNonNullElse(opened.environmentName(), History.NO_ENVIRONMENT),
                clock,
                Runnable::run,
                _ -> {});
        explored = Explored.opened(file).allowed();
        explored.store.show(remembering::see);
    }

    @AfterEach
    void close() {
        remembering.close();
    }

    @Test
    void eachEnvironmentHasItsOwnHistory() throws Exception {
        hear(Verdict.PASS, explored.session().epoch());
        explored.store.dispatch(new Action.SwitchEnvironment("staging"));
        explored.allowed();
        hear(Verdict.WARN, explored.session().epoch());

        assertThat(states(History.NO_ENVIRONMENT)).containsExactly(Health.UP);
        assertThat(states("staging")).containsExactly(Health.DEGRADED);
    }

    @Test
    void anAnswerFromBeforeTheSwitchIsNotOneOfTheOtherEnvironment() throws Exception {
        hear(Verdict.PASS, explored.session().epoch());
        long before = explored.session().epoch();
        explored.store.dispatch(new Action.SwitchEnvironment("staging"));
        explored.allowed();
        hear(Verdict.FAIL, before);
        hear(Verdict.PASS, explored.session().epoch());

        assertThat(answers("staging")).isEqualTo(1);
        assertThat(answers(History.NO_ENVIRONMENT)).isEqualTo(1);
    }

    private void hear(Verdict verdict, long epoch) {
        Observation answer = new Observation(
                        CHECK, Explored.NOW, Duration.ofMillis(5), verdict, Reason.of("ok"), 200, null, List.of(), null)
                .stamped(Explored.NOW, epoch);
        Action heard = new Action.Observed(List.of(answer));
        remembering.hear(heard);
        explored.store.dispatch(heard);
    }

    private List<Health> states(String environment) throws Exception {
        return read(history -> history.changes(environment, "web", FROM, UNTIL).stream()
                .map(Change::stands)
                .map(stands -> Objects.requireNonNull(stands).health())
                .toList());
    }

    private long answers(String environment) throws Exception {
        return read(history -> history.rollups(environment, CHECK, FROM, UNTIL).stream()
                .mapToLong(minute -> minute.passes() + minute.warns() + minute.fails() + minute.nones())
                .sum());
    }

    private interface Question<T> {
        T of(History history) throws IOException;
    }

    private <T> T read(Question<T> question) throws Exception {
        remembering.close();
        Path named = Objects.requireNonNull(explored.session().opened()).paths().getFirst();
        try (History history = Remembering.open(folder.resolve("histories"), named, clock, _ -> {})) {
            assertThat(history.flush(Duration.ofSeconds(20))).isTrue();
            return question.of(history);
        }
    }
}
