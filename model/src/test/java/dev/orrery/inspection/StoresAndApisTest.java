package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.topology.DependencyKind;
import org.junit.jupiter.api.Test;

/// Rules about data and interfaces that several services share.
class StoresAndApisTest {
    private static final SharedStores SHARED = new SharedStores();
    private static final OwnerBypassed BYPASSED = new OwnerBypassed();
    private static final ApiVersions APIS = new ApiVersions();

    private static final String STORE = """
            boundaries: {shop: {}, till: {}}
            services:
              orders: {boundary: shop, depends_on: [db]%s}
              bills: {boundary: %s, depends_on: [db]%s}
              db: {kind: %s, boundary: shop}
            """;

    @Test
    void twoMastersInOneDatabaseShareIt() {
        String text = STORE.formatted(", owns: [orders]", "shop", ", owns: [bills]", "database");
        assertThat(Found.by(SHARED, text)).containsExactly("shared-store bills db orders");
        assertThat(Found.by(BYPASSED, text)).as("it is told once").isEmpty();
    }

    @Test
    void aDatabaseOfTwoBoundariesOrOwnersIsShared() {
        assertThat(Found.by(SHARED, STORE.formatted("", "till", "", "database")))
                .containsExactly("shared-store bills db orders");
        assertThat(Found.by(SHARED, STORE.formatted(", owner: a", "shop", ", owner: b", "database")))
                .containsExactly("shared-store bills db orders");
    }

    @Test
    void withinOneBoundaryADatabaseIsNotShared() {
        assertThat(Found.by(SHARED, STORE.formatted("", "shop", "", "database")))
                .isEmpty();
        assertThat(Found.by(SHARED, STORE.formatted("", "till", "", "cache")))
                .as("a cache is no store")
                .isEmpty();
        assertThat(Found.by(SHARED, STORE.formatted(", owns: [orders]", "till", "", "database")))
                .as("there is a master")
                .isEmpty();
    }

    @Test
    void whoUsesTheDatabaseOfAMasterBypassesIt() {
        String text = STORE.formatted(", owns: [orders]", "till", "", "database");
        Finding finding = Found.findings(BYPASSED, Found.topology(text)).getFirst();

        assertThat(Found.by(BYPASSED, text)).containsExactly("owner-bypassed bills db orders");
        assertThat(finding.problem().source()).hasToString("t.yaml:5:40");
        assertThat(finding.mends()).containsExactly(new TopologyEdit.Retarget("bills", "db", "orders"));
    }

    @Test
    void aDatabaseOfWhichNobodyIsMasterIsBypassedByNobody() {
        assertThat(Found.by(BYPASSED, STORE.formatted("", "till", "", "database")))
                .isEmpty();
    }

    private static final String API = """
            services:
              shop: {depends_on: {bank: {protocol: https, api: %s}}}
              bank: {provides: {payments: %s}}
            """;

    @Test
    void aVersionThatNobodyProvidesIsMissing() {
        assertThat(Found.by(APIS, API.formatted("payments v3", "v2"))).containsExactly("api-not-provided bank shop");
        assertThat(Found.by(APIS, API.formatted("payments v1", "v3"))).containsExactly("api-not-provided bank shop");
        assertThat(Found.by(APIS, API.formatted("refunds v1", "v1"))).containsExactly("api-not-provided bank shop");
        assertThat(Found.by(APIS, API.formatted("payments 2.3", "\"2.1\"")))
                .containsExactly("api-not-provided bank shop");
    }

    @Test
    void oneVersionBehindIsWorthKnowing() {
        assertThat(Found.by(APIS, API.formatted("payments v1", "v2"))).containsExactly("api-version-behind bank shop");
        assertThat(Found.findings(APIS, Found.topology(API.formatted("payments v1", "v2")))
                        .getFirst()
                        .mends())
                .containsExactly(
                        new TopologyEdit.Annotate("shop", "bank", DependencyKind.SYNC, true, "https", "payments v2"));
    }

    @Test
    void whatIsProvidedIsFine() {
        assertThat(Found.by(APIS, API.formatted("payments v2", "v2"))).isEmpty();
        assertThat(Found.by(APIS, API.formatted("payments 2", "V2"))).isEmpty();
        assertThat(Found.by(APIS, API.formatted("payments 2.1", "\"2.3\""))).isEmpty();
        assertThat(Found.by(APIS, API.formatted("payments 2.1", "v2"))).isEmpty();
        assertThat(Found.by(APIS, API.formatted("payments v1", "\"v1, v2\""))).isEmpty();
        assertThat(Found.by(APIS, API.formatted("payments", "v2")))
                .as("asked for without a version")
                .isEmpty();
        assertThat(Found.by(APIS, "services:\n  a: {depends_on: {b: {api: x v1}}}\n  b: {}\n"))
                .as("the provider says nothing")
                .isEmpty();
    }
}
