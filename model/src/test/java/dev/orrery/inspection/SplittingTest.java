package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Rules about services that are split where nothing comes apart.
class SplittingTest {
    private static final InseparableServices INSEPARABLE = new InseparableServices();
    private static final UnneededServices UNNEEDED = new UnneededServices();

    private static final String TWINS = """
            services:
              fast: {depends_on: [a, b, c, d, e, f]}
              slow: {depends_on: [a, b, c, d, e, %s]}
              other: {depends_on: [a]}
              a: {}
              b: {}
              c: {}
              d: {}
              e: {}
              f: {}
              g: {}
            """;

    @Test
    void twoServicesThatNeedNearlyTheSameAreTwins() {
        assertThat(Found.by(INSEPARABLE, TWINS.formatted("f"))).containsExactly("twin-services fast slow");
        assertThat(Found.by(INSEPARABLE, TWINS.formatted("g"))).containsExactly("twin-services fast slow");
        assertThat(Found.findings(INSEPARABLE, Found.topology(TWINS.formatted("g")))
                        .getFirst()
                        .problem()
                        .message())
                .contains("5 of 6");
    }

    @Test
    void twoServicesThatNeedLittleTogetherAreNotTwins() {
        assertThat(Found.by(INSEPARABLE, TWINS.formatted("f").replace("[a, b, c, d, e, f]", "[a, b, c, d, g, f]")))
                .as("5 of 6 is enough")
                .isNotEmpty();
        assertThat(Found.by(INSEPARABLE, TWINS.formatted("g").replace("[a, b, c, d, e, f]", "[a, b, c, d, f, other]")))
                .as("4 of 6 is not")
                .isEmpty();
    }

    @Test
    void whatEverybodyNeedsMakesNoTwins() {
        String platform = """
                services:
                  x: {depends_on: [a, b, c, d, e, f]}
                  y: {depends_on: [a, b, c, d, e, f]}
                  z: {depends_on: [a, b, c, d, e, f]}
                  u: {depends_on: [a, b, c, d, e, f]}
                  a: {}
                  b: {}
                  c: {}
                  d: {}
                  e: {}
                  f: {}
                """;
        assertThat(Found.by(INSEPARABLE, platform)).isEmpty();
    }

    @Test
    void twoThatCallEachOtherInOneBoundaryAreHalvesWhereNobodyElseCallsOneOfThem() {
        String halves = """
                boundaries: {shop: {}, till: {}}
                services:
                  page: {kind: web, boundary: shop, depends_on: [orders]}
                  orders: {boundary: shop, depends_on: [baskets]}
                  baskets: {boundary: %s, depends_on: [orders]}
                """;
        assertThat(Found.by(INSEPARABLE, halves.formatted("shop"))).containsExactly("service-halves baskets orders");
        assertThat(Found.by(INSEPARABLE, halves.formatted("till"))).isEmpty();
        assertThat(Found.by(
                        INSEPARABLE,
                        halves.formatted("shop").replace("[orders]}\n  orders", "[orders, baskets]}\n  orders")))
                .as("others call both")
                .isEmpty();
        assertThat(Found.by(INSEPARABLE, halves.formatted("shop").replace("[baskets]", "{baskets: {kind: async}}")))
                .as("a message goes back")
                .isEmpty();
    }

    @Test
    void aServiceThatNobodyNeedsIsNoWayIn() {
        assertThat(Found.by(UNNEEDED, """
                services:
                  page: {kind: web, depends_on: [shop]}
                  nightly: {kind: job, depends_on: [shop]}
                  mail: {kind: worker, depends_on: [queue]}
                  shop: {depends_on: [queue]}
                  queue: {kind: queue}
                  old: {depends_on: [shop]}
                  alone: {}
                """)).containsExactly("unneeded-service old");
    }

    @Test
    void whereNoWayInIsToldApartAnyServiceMayBeIt() {
        assertThat(Found.by(UNNEEDED, "services:\n  site: {depends_on: [database]}\n  database: {kind: database}\n"))
                .isEmpty();
    }
}
