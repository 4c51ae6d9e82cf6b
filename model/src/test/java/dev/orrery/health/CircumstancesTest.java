package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircumstancesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    /// `a>b` needs, `a~b` can do without; in capitals what is not well; after the bar what is worked on.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A>B            | B   | b",
                "A>B B>C        | C   | c",
                "A>B A>C        | B,C | b, c",
                "A>B B>C C>B B>D | D   | d",
                "A>B            |     | ''",
                "A>B A>C        | B   | ''",
                "A>B B>C A>D    | C   | ''",
                "A>B            | A,B | ''",
                "A~B            | B   | ''",
                "A>b            | B   | ''",
                "a>B            | B   | ''",
                "A>B B>A        | C   | ''",
            })
    void aServiceIsImpairedWhereAllThatFailsBelowItIsWorkedOn(String needs, String worked, String by) {
        Attention attention = Attention.NONE;
        for (String id :
                worked == null ? new String[0] : worked.toLowerCase(Locale.ROOT).split(",")) {
            attention = attention.maintain(id, new Maintenance(NOW, LATER, ""));
        }
        HealthBoard board = board(needs);
        ServiceHealth service = Objects.requireNonNull(board.service("a"));

        List<Qualifier> said = new Circumstances(topology(needs), board, attention, NOW)
                .said(service).stream()
                        .filter(Qualifier.Impaired.class::isInstance)
                        .toList();

        assertThat(said.stream().map(one -> one.text(ZoneOffset.UTC, NOW)).toList())
                .isEqualTo(by.isEmpty() ? List.of() : List.of("impaired by maintenance of " + by));
    }

    @Test
    void whatWasSaidFollowsWhatWasObserved() {
        HealthBoard board = board("A>B");
        Attention attention = Attention.NONE
                .acknowledge(Objects.requireNonNull(board.service("a")), NOW, LATER, "Ann")
                .maintain("b", new Maintenance(NOW, LATER, ""));

        assertThat(new Circumstances(topology("A>B"), board, attention, NOW)
                        .of(Objects.requireNonNull(board.service("a")), HealthPolicy.DEFAULT))
                .extracting(Qualifier::word)
                .containsExactly("acknowledged", "impaired");
    }

    private static Topology topology(String needs) {
        SourceLocation here = SourceLocation.startOf("test.yaml");
        List<Service> services = new ArrayList<>();
        board(needs).services().keySet().forEach(id -> services.add(Service.of(id, ServiceKind.SERVICE, here)));
        List<Dependency> dependencies = new ArrayList<>();
        for (String need : needs.strip().split("\\s+")) {
            dependencies.add(new Dependency(
                    need.substring(0, 1).toLowerCase(Locale.ROOT),
                    need.substring(2).toLowerCase(Locale.ROOT),
                    DependencyKind.SYNC,
                    need.charAt(1) == '>',
                    null,
                    null,
                    List.of(new Evidence(Certainty.DECLARED, "test", here)),
                    false));
        }
        return new Topology("Test", services, dependencies, List.of());
    }

    private static HealthBoard board(String needs) {
        TreeMap<String, ServiceHealth> services = new TreeMap<>();
        for (String id : needs.strip().split("\\s+|>|~")) {
            Health health = Character.isUpperCase(id.charAt(0)) ? Health.DOWN : Health.UP;
            CheckHealth check = new CheckHealth(health, NOW, Reason.of("test"), 0, health, false, null);
            String lower = id.toLowerCase(Locale.ROOT);
            services.put(lower, new ServiceHealth(lower, health, Reason.of("test"), NOW, List.of(check)));
        }
        return new HealthBoard(services);
    }
}
