package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    /// A worse state or a recovery ends it; anything between leaves it.
    @ParameterizedTest
    @CsvSource({
        "DOWN, DOWN, true",
        "DOWN, DEGRADED, true",
        "DOWN, UNKNOWN, true",
        "DOWN, UP, false",
        "DEGRADED, DOWN, false",
        "DEGRADED, DEGRADED, true",
        "DEGRADED, UNKNOWN, true",
        "DEGRADED, UP, false",
        "UNKNOWN, DOWN, false",
        "UNKNOWN, DEGRADED, false",
        "UNKNOWN, UNKNOWN, true",
        "UNKNOWN, UP, false",
    })
    void holdsAnAcknowledgementForTheStateThatWasSeen(Health seen, Health now, boolean holds) {
        Attention said = Attention.NONE.acknowledge(shop(seen), NOW, LATER, "looking");

        assertThat(said.after(board(now), NOW).acknowledged().containsKey("shop"))
                .isEqualTo(holds);
        assertThat(said.of(shop(now), NOW).isEmpty()).isEqualTo(!holds);
        assertThat(System.identityHashCode(said.after(board(now), NOW)) == System.identityHashCode(said))
                .isEqualTo(holds);
    }

    @Test
    void letsAnAcknowledgementExpire() {
        Attention said = Attention.NONE.acknowledge(shop(Health.DOWN), NOW, LATER, "");

        assertThat(said.of(shop(Health.DOWN), LATER.minusNanos(1)))
                .containsExactly(new Qualifier.Acknowledged(LATER, ""));
        assertThat(said.of(shop(Health.DOWN), LATER)).isEmpty();
        assertThat(said.after(board(Health.DOWN), LATER)).isEqualTo(Attention.NONE);
    }

    @Test
    void staysEndedWhenTheServiceFailsAgain() {
        Attention said = Attention.NONE.acknowledge(shop(Health.DOWN), NOW, LATER, "");

        Attention recovered = said.after(board(Health.UP), NOW);

        assertThat(recovered.after(board(Health.DOWN), NOW).of(shop(Health.DOWN), NOW))
                .isEmpty();
    }

    @Test
    void acknowledgesNothingWhereAllIsWellOrUnasked() {
        ServiceHealth unasked = new ServiceHealth("shop", Health.UNKNOWN, Reason.NO_CHECK, null, List.of());

        assertThat(Attention.NONE.acknowledge(shop(Health.UP), NOW, LATER, "")).isSameAs(Attention.NONE);
        assertThat(Attention.NONE.acknowledge(shop(Health.PENDING), NOW, LATER, ""))
                .isSameAs(Attention.NONE);
        assertThat(Attention.NONE.acknowledge(unasked, NOW, LATER, "")).isSameAs(Attention.NONE);
        assertThat(Attention.NONE.acknowledge(shop(Health.DOWN), NOW, NOW, "")).isSameAs(Attention.NONE);
    }

    @Test
    void anAcknowledgementWaitsWhileNothingIsKnownAndIsNotShown() {
        Attention said = Attention.NONE.acknowledge(shop(Health.DOWN), NOW, LATER, "");

        assertThat(said.of(shop(Health.PENDING), NOW)).isEmpty();
        assertThat(said.after(board(Health.PENDING), NOW)).isSameAs(said);
        assertThat(said.after(HealthBoard.EMPTY, NOW)).isSameAs(said);
        assertThat(said.after(board(Health.PENDING), LATER)).isEqualTo(Attention.NONE);
    }

    @Test
    void whatIsPlannedCanBeCalledOff() {
        Maintenance now = new Maintenance(NOW, LATER, "first half");
        Attention said = Attention.NONE
                .maintain("shop", now)
                .maintain("shop", new Maintenance(LATER, LATER.plusSeconds(60), ""));

        assertThat(said.planned("shop", NOW)).isPresent();
        assertThat(said.callOffMaintenance("shop", NOW).maintenance().get("shop"))
                .containsExactly(now);
        assertThat(said.callOffMaintenance("mail", NOW)).isSameAs(said);
    }

    @Test
    void twoThatWereSaidApartAreJoined() {
        Attention mine = Attention.NONE
                .acknowledge(shop(Health.DOWN), NOW, LATER, "mine")
                .maintain("shop", new Maintenance(NOW, LATER, "mine"));
        Attention kept = Attention.NONE
                .acknowledge(shop(Health.DOWN), NOW, LATER, "kept")
                .maintain("shop", new Maintenance(NOW, LATER, "kept"))
                .maintain("mail", new Maintenance(NOW, LATER, "kept"));

        Attention both = mine.and(kept);

        assertThat(both.acknowledged().get("shop")).isEqualTo(new Acknowledgement(Health.DOWN, LATER, "mine"));
        assertThat(both.maintenance().get("shop")).hasSize(2);
        assertThat(both.maintenance()).containsKey("mail");
    }

    @Test
    void canBeWithdrawn() {
        Attention said = Attention.NONE.acknowledge(shop(Health.DOWN), NOW, LATER, "");

        assertThat(said.withdraw("shop")).isEqualTo(Attention.NONE);
        assertThat(said.withdraw("mail")).isSameAs(said);
    }

    @ParameterizedTest
    @EnumSource(Health.class)
    void tellsOfMaintenanceInItsTimeWhateverTheState(Health health) {
        Maintenance soon = new Maintenance(NOW.plusSeconds(60), LATER, "new disk");
        Attention said = Attention.NONE.maintain("shop", soon);

        assertThat(said.of(shop(health), NOW)).isEmpty();
        assertThat(said.of(shop(health), NOW.plusSeconds(60)))
                .containsExactly(new Qualifier.InMaintenance(LATER, "new disk"));
        assertThat(said.of(shop(health), LATER)).isEmpty();
        assertThat(said.after(board(health), NOW)).isSameAs(said);
        assertThat(said.after(board(health), LATER)).isEqualTo(Attention.NONE);
        assertThat(said.maintain("shop", soon)).isSameAs(said);
    }

    @Test
    void tellsTheEndOfTheLongestOfSeveralWindows() {
        Attention said = Attention.NONE
                .maintain("shop", new Maintenance(NOW, LATER, "disk"))
                .maintain("shop", new Maintenance(NOW, NOW.plusSeconds(60), "cable"));

        assertThat(said.of(shop(Health.UP), NOW)).containsExactly(new Qualifier.InMaintenance(LATER, "disk"));
    }

    @Test
    void endsWorkEarlyAndKeepsWhatIsPlanned() {
        Maintenance planned = new Maintenance(LATER, LATER.plusSeconds(60), "second half");
        Attention said = Attention.NONE
                .maintain("shop", new Maintenance(NOW, LATER, "first half"))
                .maintain("shop", planned);

        Attention ended = said.endMaintenance("shop", NOW);

        assertThat(ended.maintenance().get("shop")).containsExactly(planned);
        assertThat(ended.endMaintenance("shop", NOW)).isSameAs(ended);
    }

    @Test
    void takesNoWindowThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Maintenance(NOW, NOW, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static HealthBoard board(Health health) {
        return new HealthBoard(new TreeMap<>(Map.of("shop", shop(health))));
    }

    private static ServiceHealth shop(Health health) {
        CheckHealth check = new CheckHealth(health, NOW, Reason.of("test"), 0, health, false, null);
        return new ServiceHealth("shop", health, Reason.of("test"), NOW, List.of(check));
    }
}
