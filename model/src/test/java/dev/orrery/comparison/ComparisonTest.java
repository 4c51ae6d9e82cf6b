package dev.orrery.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Topology SHOP = Written.topology("""
            boundaries:
              front: {kind: domain}
              back: {kind: domain}
            services:
              web: {kind: web, boundary: front, owner: team-a, depends_on: [orders, search]}
              orders: {boundary: back, owner: team-b, technology: Java, tags: [tier-1], depends_on: [orders-db, payments, stock]}
              search: {boundary: back, owner: team-b, depends_on: [stock]}
              payments: {boundary: back, owner: team-c, technology: Go, depends_on: [provider]}
              stock: {boundary: back, owner: team-b}
              orders-db: {kind: database, boundary: back}
              provider: {kind: external}
            """);

    private static Comparison to(String services) {
        return Comparison.of(SHOP, Written.topology(services));
    }

    /// The shop with one text replaced by another.
    private static Comparison with(String old, String now) {
        String text = """
            boundaries:
              front: {kind: domain}
              back: {kind: domain}
            services:
              web: {kind: web, boundary: front, owner: team-a, depends_on: [orders, search]}
              orders: {boundary: back, owner: team-b, technology: Java, tags: [tier-1], depends_on: [orders-db, payments, stock]}
              search: {boundary: back, owner: team-b, depends_on: [stock]}
              payments: {boundary: back, owner: team-c, technology: Go, depends_on: [provider]}
              stock: {boundary: back, owner: team-b}
              orders-db: {kind: database, boundary: back}
              provider: {kind: external}
            """;
        assertThat(text).contains(old);
        return to(text.replace(old, now));
    }

    @Test
    void whatIsTheSameIsEqualWhereverItIsWritten() {
        Comparison moved = with("services:\n", "\n\n# The services\nservices:\n");
        assertThat(moved.isEqual()).isTrue();
        assertThat(moved.serviceIds()).hasSize(7).containsEntry("web", "web");
    }

    @Test
    void addedAndRemovedServicesAndDependenciesAreTold() {
        Comparison comparison = with("  stock: {boundary: back, owner: team-b}\n", "  mail: {kind: worker}\n");
        assertThat(comparison.services())
                .containsExactly(
                        new Change.Added<>(service(comparison.after(), "mail")),
                        new Change.Removed<>(service(SHOP, "stock")));
        assertThat(comparison.dependencies()).hasSize(2).allSatisfy(change -> {
            Change.Kept<Dependency> kept = kept(change);
            assertThat(kept.fields())
                    .extracting(FieldChange::field)
                    .contains(Field.DEFINED)
                    .doesNotContain(Field.REQUIRED);
        });
    }

    @Test
    void aFieldIsToldWithItsOldAndItsNewValue() {
        Comparison comparison = with(
                "owner: team-b, technology: Java, tags: [tier-1]",
                "owner: team-d, technology: Java, tags: [tier-1, pci]");
        Change.Kept<Service> orders = kept(comparison.services().getFirst());
        assertThat(comparison.services()).hasSize(1);
        assertThat(orders.isRenamed()).isFalse();
        assertThat(orders.isMoved()).isFalse();
        assertThat(orders.fields())
                .containsExactly(
                        new FieldChange(Field.OWNER, List.of("team-b"), List.of("team-d")),
                        new FieldChange(Field.TAGS, List.of("tier-1"), List.of("pci", "tier-1")));
        assertThat(orders.fields().get(1).added()).containsExactly("pci");
        assertThat(orders.fields().get(1).removed()).isEmpty();
    }

    @Test
    void aServiceInAnotherBoundaryIsMoved() {
        Change.Kept<Service> search = kept(with("search: {boundary: back", "search: {boundary: front")
                .services()
                .getFirst());
        assertThat(search.isMoved()).isTrue();
        assertThat(search.isChanged()).isFalse();
    }

    @Test
    void aServiceWithAnotherSpellingIsRenamed() {
        Change.Kept<Service> renamed =
                kept(with("orders", "order-service").services().getFirst());
        Comparison all = with("orders", "order-service");
        assertThat(all.serviceIds())
                .containsEntry("orders", "order-service")
                .containsEntry("orders-db", "order-service-db");
        assertThat(all.dependencies()).isEmpty();
        assertThat(agreements(renamed))
                .extracting(Agreement::term)
                .containsExactly(Agreement.Term.NAME, Agreement.Term.NEIGHBOURS, Agreement.Term.STATED);
        assertThat(agreements(renamed).get(1).of()).contains("payments", "stock", "web");
    }

    @Test
    void aServiceOfAnotherNameAmongTheSameNeighboursIsRenamed() {
        Comparison comparison = with("payments", "billing");
        assertThat(comparison.serviceIds()).containsEntry("payments", "billing");
        assertThat(comparison.services()).hasSize(1);
        assertThat(comparison.dependencies()).isEmpty();
    }

    @Test
    void twoThatWouldDoAsWellArePairedWithNeither() {
        Comparison comparison = with(
                "  payments: {boundary: back, owner: team-c, technology: Go, depends_on: [provider]}\n", """
                pay-in: {boundary: back, owner: team-c, technology: Go, depends_on: [provider]}
                pay-out: {boundary: back, owner: team-c, technology: Go, depends_on: [provider]}
                """.indent(2));
        assertThat(comparison.serviceIds()).doesNotContainKey("payments");
        assertThat(comparison.services()).contains(new Change.Removed<>(service(SHOP, "payments")));
    }

    @Test
    void anAlikeNameAloneIsTooThin() {
        Topology before = Written.topology("services: {cart: {kind: service, owner: a}, x: {kind: web}}");
        Topology after = Written.topology("services: {card: {kind: worker, owner: b}, x: {kind: web}}");
        assertThat(Comparison.of(before, after).services()).hasSize(2);
    }

    @Test
    void aRenamedBoundaryMovesNobody() {
        Comparison comparison = with("back", "core");
        Change.Kept<Boundary> core = kept(comparison.boundaries().getFirst());
        assertThat(comparison.boundaryIds()).containsEntry("back", "core");
        assertThat(agreements(core)).extracting(Agreement::term).contains(Agreement.Term.MEMBERS);
        assertThat(comparison.services()).isEmpty();
    }

    @Test
    void aDependencyThatIsAskedOtherwiseIsChangedAndOneThatIsGoneIsRemoved() {
        Comparison comparison = with("depends_on: [orders, search]", "depends_on: {orders: {kind: async}}");
        assertThat(comparison.dependencies()).hasSize(2);
        assertThat(kept(comparison.dependencies().get(0)).fields())
                .containsExactly(new FieldChange(Field.KIND, List.of("sync"), List.of("async")));
        assertThat(comparison.dependencies().get(1)).isInstanceOf(Change.Removed.class);
    }

    @Test
    void aHealthCheckThatIsAskedLessOftenIsAChange() {
        Topology before = Written.topology("services: {a: {health: {url: 'http://localhost:1/'}}}");
        Topology after = Written.topology("services: {a: {health: {url: 'http://localhost:1/', interval: 60s}}}");
        FieldChange health = kept(Comparison.of(before, after).services().getFirst())
                .fields()
                .getFirst();
        assertThat(health.before()).containsExactly("http://localhost:1/");
        assertThat(health.after()).containsExactly("http://localhost:1/ interval=60s");
    }

    private static Service service(Topology topology, String id) {
        return topology.service(id).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static <T> Change.Kept<T> kept(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Kept.class);
        return (Change.Kept<T>) change;
    }

    private static List<Agreement> agreements(Change.Kept<?> kept) {
        Rename rename = kept.rename();
        return rename == null ? List.of() : rename.agreements();
    }
}
