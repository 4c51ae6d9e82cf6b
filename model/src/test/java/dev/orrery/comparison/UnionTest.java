package dev.orrery.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import org.junit.jupiter.api.Test;

class UnionTest {
    private static Union union(String before, String after) {
        return Union.of(Comparison.of(Written.topology(before), Written.topology(after)));
    }

    @Test
    void whatWentLiesBesideWhatIsThereInTheLaterFormOfItsBoundary() {
        Union union = union("""
            boundaries: {core: {name: Core}, old: {name: Old, within: core}}
            services:
              a: {boundary: core, depends_on: [b, c]}
              b: {boundary: core}
              c: {boundary: old}
            """, """
            boundaries: {core: {name: Core}}
            services:
              a: {boundary: core, depends_on: [d]}
              b: {}
              d: {}
            """);

        assertThat(union.topology().services()).extracting(Service::id).containsExactly("a", "b", "c", "d");
        assertThat(union.topology().service("b").map(Service::boundary)).isEmpty();
        assertThat(union.topology().service("c").map(Service::boundary)).hasValue("old");
        assertThat(union.topology().boundary("old").map(Boundary::within)).hasValue("core");
        assertThat(union.topology().dependencies())
                .extracting(each -> each.from() + each.to())
                .containsExactly("ab", "ac", "ad");
        assertThat(union.services().get("b"))
                .isInstanceOfSatisfying(
                        Change.Kept.class, kept -> assertThat(kept.isMoved()).isTrue());
        assertThat(union.services().get("c")).isInstanceOf(Change.Removed.class);
        assertThat(union.boundaries().get("old")).isInstanceOf(Change.Removed.class);
        assertThat(union.dependencies().get(new Pair("a", "d"))).isInstanceOf(Change.Added.class);
        assertThat(union.services()).doesNotContainKey("a");
    }

    @Test
    void dependenciesOfWhatWasRenamedFollowItsLaterName() {
        Union union = union("""
            services:
              web: {depends_on: [payments]}
              payments: {owner: team-pay, technology: Go, owns: [payments], depends_on: [ledger, mail]}
              ledger: {depends_on: [payments]}
              mail: {}
            """, """
            services:
              web: {depends_on: [billing]}
              billing: {owner: team-pay, technology: Go, owns: [payments], depends_on: [ledger]}
              ledger: {}
              mail: {}
            """);

        assertThat(union.topology().services())
                .extracting(Service::id)
                .containsExactly("billing", "ledger", "mail", "web");
        assertThat(union.dependencies().keySet())
                .containsExactlyInAnyOrder(new Pair("billing", "mail"), new Pair("ledger", "billing"));
    }

    @Test
    void whatNothingDefinedInOneOfThemAndIsDefinedInTheOtherIsNotMissing() {
        Union union = union("services: {a: {depends_on: [b]}}", "services: {a: {depends_on: [c]}, b: {}}");

        assertThat(union.topology().dependencies())
                .extracting(Dependency::to, Dependency::dangling)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", false),
                        org.assertj.core.groups.Tuple.tuple("c", true));
    }
}
