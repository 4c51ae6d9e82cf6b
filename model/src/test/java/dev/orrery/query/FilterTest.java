package dev.orrery.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Attention;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Maintenance;
import dev.orrery.health.ServiceHealth;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final List<String> ALL = List.of("cache", "ledger", "mail", "orders", "orders-db", "web");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            nullValues = "nobody",
            value = {
                "orders                 | orders orders-db",
                "\"web shop\"           | web",
                "java                   | ledger orders",
                "orders,mail            | mail orders orders-db",
                "kind:database,cache    | cache orders-db",
                "owner:payments         | ledger orders",
                "owner:pay              | nobody",
                "owner:pay*             | ledger orders",
                "owner:none             | mail orders-db",
                "!owner:none            | cache ledger orders web",
                "owner:\"Platform Team\" | cache",
                "tag:tier-1             | orders web",
                "tag:tier-1 tag:pci     | orders",
                "tag:tier-1,pci         | ledger orders web",
                "tag:none               | cache mail orders-db",
                "technology:java        | ledger orders",
                "technology:\"java, spring boot\" | orders",
                "technology:spring      | nobody",
                "technology:*spring*    | orders",
                "technology:none        | cache mail",
                "boundary:core          | cache ledger orders orders-db",
                "boundary:books         | ledger",
                "boundary:\"core of the shop\" !boundary:books | cache orders orders-db",
                "boundary:none          | mail",
                "down                   | orders-db",
                "!up                    | cache mail orders-db web",
                "health:none            | mail",
                "unknown                | nobody",
                "pending,down           | cache orders-db",
                "is:suspect             | ledger",
                "is:stale               | web",
                "!is:asked              | mail",
                "reach:orders           | mail orders orders-db",
                "impact:orders          | ledger orders web",
                "impact:orders-db !orders-db | ledger orders web",
                "needs:orders           | ledger web",
                "neededby:orders        | mail orders-db",
                "reach:nobody           | nobody",
                "coupling:low           | cache ledger mail orders-db web",
                "coupling:medium        | orders",
                "latency:fast           | orders",
                "latency:moderate       | ledger",
                "latency:very-slow      | web",
                "latency:none           | cache mail orders-db",
                "owner:payments impact:orders-db up technology:java | ledger orders",
                "§§                     | cache ledger mail orders orders-db web"
            })
    void theServicesThatAreMeantAreFound(String typed, String ids) {
        List<String> wanted = ids == null ? List.of() : Arrays.asList(ids.split(" "));

        if (typed.isEmpty()) {
            assertThat(Filter.of(Expression.EVERYTHING, Shop.TOPOLOGY, Shop.GRAPH)
                            .isEverything())
                    .isTrue();
        } else {
            assertThat(Shop.matching(typed)).isEqualTo(wanted);
        }
    }

    @Test
    void aWordAndItsNegationPartTheServices() {
        Random random = new Random(7);
        List<String> words = List.of(
                "orders",
                "kind:service",
                "owner:payments",
                "tag:pci",
                "technology:java",
                "boundary:core",
                "up",
                "down",
                "is:asked",
                "reach:web",
                "impact:mail",
                "needs:orders",
                "neededby:web",
                "coupling:low",
                "latency:fast",
                "health:none");
        for (String word : words) {
            TreeSet<String> both = new TreeSet<>(Shop.matching(word));
            assertThat(Shop.matching("!" + word)).as(word).doesNotContainAnyElementsOf(both);
            both.addAll(Shop.matching("!" + word));
            assertThat(both).as(word).containsExactlyElementsOf(ALL);
        }
        for (int round = 0; round < 200; round++) {
            String one = words.get(random.nextInt(words.size()));
            String other = words.get(random.nextInt(words.size()));
            TreeSet<String> meet = new TreeSet<>(Shop.matching(one));
            meet.retainAll(Shop.matching(other));

            assertThat(Shop.matching(one + " " + other)).as(one + " " + other).containsExactlyElementsOf(meet);
        }
    }

    @Test
    void onlyWhatDependsOnHealthIsAskedAgain() {
        Filter steady = filter("owner:payments");
        Filter live = filter("owner:payments down");
        HealthBoard worse = with("orders", Health.DOWN);

        assertThat(steady.followsHealth()).isFalse();
        assertThat(live.followsHealth()).isTrue();
        assertThat(steady.matching(worse, Attention.NONE, Shop.NOW))
                .isSameAs(steady.matching(Shop.BOARD, Attention.NONE, Shop.NOW));
        assertThat(live.matching(Shop.BOARD, Attention.NONE, Shop.NOW)).isEmpty();
        assertThat(live.matching(worse, Attention.NONE, Shop.NOW)).containsExactly("orders");
    }

    @Test
    void whatPeopleSaidCanBeAskedFor() {
        Attention said = Attention.NONE
                .acknowledge(
                        Objects.requireNonNull(Shop.BOARD.service("orders-db")),
                        Shop.NOW,
                        Shop.NOW.plus(Duration.ofHours(1)),
                        "")
                .maintain("cache", new Maintenance(Shop.NOW, Shop.NOW.plus(Duration.ofHours(1)), ""));

        assertThat(filter("is:acknowledged").matching(Shop.BOARD, said, Shop.NOW))
                .containsExactly("orders-db");
        assertThat(filter("is:maintenance").matching(Shop.BOARD, said, Shop.NOW))
                .containsExactly("cache");
        assertThat(filter("is:maintenance").matching(Shop.BOARD, said, Shop.NOW.plus(Duration.ofHours(2))))
                .isEmpty();
    }

    private static HealthBoard with(String id, Health state) {
        TreeMap<String, ServiceHealth> all = new TreeMap<>(Shop.BOARD.services());
        ServiceHealth known = Objects.requireNonNull(all.get(id));
        all.put(id, new ServiceHealth(id, state, known.reason(), known.since(), known.checks()));
        return new HealthBoard(all);
    }

    private static Filter filter(String typed) {
        return Filter.of(ExpressionReader.read(typed).expression(), Shop.TOPOLOGY, Shop.GRAPH);
    }
}
