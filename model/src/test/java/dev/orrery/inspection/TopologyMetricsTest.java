package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orrery.inspection.BoundaryMetrics.Crossings;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopologyMetricsTest {
    /// shop holds till and pages; bank stands beside.
    private static final Topology SHOP = Found.topology("""
            boundaries:
              shop: {owner: team-shop}
              pages: {within: shop}
              till: {within: shop, owner: team-till}
              bank: {owner: team-bank}
            services:
              site: {kind: web, boundary: pages, depends_on: [search, orders]}
              search: {boundary: pages, depends_on: [db]}
              orders: {boundary: till, depends_on: {db: {}, ledger: {}, events: {required: false}}}
              db: {kind: database, boundary: till}
              ledger: {boundary: bank, depends_on: [db, gone]}
              events: {kind: queue}
            """);

    @Test
    void everyBoundaryHasItsFigures() {
        BoundaryMetrics till = TopologyMetrics.of(SHOP).of("till").orElseThrow();

        assertThat(till.services()).isEqualTo(2);
        assertThat(till.inside()).as("orders to db").isEqualTo(1);
        assertThat(till.afferent()).as("site, search and ledger").isEqualTo(3);
        assertThat(till.efferent()).as("orders").isEqualTo(1);
        assertThat(till.in()).as("site to orders; search and ledger to db").isEqualTo(new Crossings(1, 0, 2));
        assertThat(till.out()).as("orders to ledger and events").isEqualTo(new Crossings(1, 1, 0));
        assertThat(till.cohesion()).isCloseTo(1.0 / 6, within(1e-9));
        assertThat(till.instability()).isEqualTo(0.25);
        assertThat(till.sharedStores()).containsExactly("db");
        assertThat(till.teams()).containsExactly("team-till");
    }

    @Test
    void aBoundaryHoldsWhatTheOnesInsideHold() {
        BoundaryMetrics shop = TopologyMetrics.of(SHOP).of("shop").orElseThrow();

        assertThat(shop.services()).isEqualTo(4);
        assertThat(shop.inside()).isEqualTo(4);
        assertThat(shop.in()).isEqualTo(new Crossings(0, 0, 1));
        assertThat(shop.out()).isEqualTo(new Crossings(1, 1, 0));
        assertThat(shop.teams()).containsExactly("team-shop", "team-till");
    }

    @Test
    void ofTheWholeNothingGoesAcross() {
        TopologyMetrics metrics = TopologyMetrics.of(SHOP);

        assertThat(metrics.whole().services()).isEqualTo(6);
        assertThat(metrics.whole().inside())
                .as("what leads nowhere does not count")
                .isEqualTo(7);
        assertThat(metrics.whole().cohesion()).isEqualTo(1);
        assertThat(metrics.whole().instability()).isNaN();
        assertThat(metrics.whole().sharedStores()).containsExactly("db");
        assertThat(metrics.across())
                .as("all but site to search and orders to db")
                .isEqualTo(new Crossings(2, 1, 2));
    }

    @Test
    void boundariesThatNeedEachOtherAreCycles() {
        assertThat(TopologyMetrics.of(SHOP).cycles())
                .as("the shop needs the bank, which keeps its books in the shop's database")
                .containsExactly(List.of("bank", "shop"));
    }

    @Test
    void teamsHaveTheBoundariesInWhichTheyOwnServices() {
        assertThat(TopologyMetrics.of(SHOP).teams().toString())
                .isEqualTo("{team-bank=[bank], team-shop=[pages], team-till=[till]}");
    }

    @Test
    void withoutAnythingThereIsNothingToCompare() {
        TopologyMetrics metrics = TopologyMetrics.of(Topology.EMPTY);

        assertThat(metrics.whole().cohesion()).isNaN();
        assertThat(metrics.boundaries()).isEmpty();
        assertThat(metrics.across()).isEqualTo(Crossings.NONE);
    }

    /// The same figures, found as they are defined, one boundary after the other.
    @Test
    void countsOfRandomTopologiesAreThoseOfTheDefinitions() {
        for (int seed = 0; seed < 20; seed++) {
            Topology topology = random(new Random(seed));
            for (BoundaryMetrics metrics : TopologyMetrics.of(topology).boundaries()) {
                List<String> inside = topology.services().stream()
                        .filter(service -> topology.enclosing(service.boundary()).stream()
                                .map(Boundary::id)
                                .anyMatch(id -> id.equals(metrics.boundary())))
                        .map(Service::id)
                        .toList();
                List<Dependency> in = topology.dependencies().stream()
                        .filter(need -> !inside.contains(need.from()) && inside.contains(need.to()))
                        .toList();
                List<Dependency> out = topology.dependencies().stream()
                        .filter(need -> inside.contains(need.from()) && !inside.contains(need.to()))
                        .toList();
                assertThat(metrics.services()).isEqualTo(inside.size());
                assertThat(metrics.in().all()).isEqualTo(in.size());
                assertThat(metrics.out().all()).isEqualTo(out.size());
                assertThat(metrics.afferent()).isEqualTo((int)
                        in.stream().map(Dependency::from).distinct().count());
                assertThat(metrics.efferent()).isEqualTo((int)
                        out.stream().map(Dependency::from).distinct().count());
            }
        }
    }

    private static Topology random(Random random) {
        StringBuilder text = new StringBuilder("boundaries:\n  b0: {}\n");
        for (int i = 1; i < 8; i++) {
            text.append("  b%d: {%s}\n".formatted(i, random.nextBoolean() ? "within: b" + random.nextInt(i) : ""));
        }
        text.append("services:\n");
        for (int i = 0; i < 30; i++) {
            String needs = random.ints(3, 0, 30)
                    .distinct()
                    .mapToObj(other -> "s" + other)
                    .collect(Collectors.joining(", "));
            String boundary = random.nextInt(5) == 0 ? "" : "boundary: b" + random.nextInt(8) + ", ";
            text.append("  s%d: {%sdepends_on: [%s]}\n".formatted(i, boundary, needs));
        }
        return Found.topology(text.toString());
    }
}
