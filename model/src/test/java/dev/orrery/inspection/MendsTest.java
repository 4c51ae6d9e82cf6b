package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.edit.EditedSources;
import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.EditedTopology.Intended;
import dev.orrery.edit.SourceEditor;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a finding offers as its mend is one: afterwards it is not found any more. And each stands somewhere on a
/// picture.
final class MendsTest {
    private static final String CIRCLE = """
            services:
              a: {depends_on: [b]}
              b: {depends_on: {c: {required: false}}}
              c: {depends_on: [a, d]}
              d: {}
            """;

    private static final String TWO_CIRCLES = """
            services:
              a: {depends_on: [b]}
              b: {depends_on: [c, d]}
              c: {depends_on: [a]}
              d: {depends_on: [a]}
            """;

    private static final String PAST_THE_OWNER = """
            services:
              orders: {owns: [orders], depends_on: [db]}
              bills: {depends_on: [db]}
              db: {kind: database}
            """;

    private static final String OLD_API = """
            services:
              shop: {depends_on: {bank: {api: payments v1}}}
              bank: {provides: {payments: v2}}
            """;

    @Test
    void aCircleIsOpenedWhereItIsMissedLeast() {
        Finding found = only(new DependencyCycles(), CIRCLE);

        assertThat(found.mends()).containsExactly(new TopologyEdit.Disconnect("b", "c"));
        assertThat(found.at()).isEmpty();
        assertThat(found.along())
                .as("the one to do without comes first, and nothing outside the circle")
                .containsExactly(new Pair("b", "c"), new Pair("a", "b"), new Pair("c", "a"));
    }

    @Test
    void circlesThatTakeMoreThanOneDependencyHaveNoMend() {
        String three = """
                services:
                  a: {depends_on: [b, c]}
                  b: {depends_on: [a, c]}
                  c: {depends_on: [a, b]}
                """;

        assertThat(only(new DependencyCycles(), three).mends()).isEmpty();
    }

    @Test
    void everyMendMends() {
        List.of(CIRCLE, TWO_CIRCLES).forEach(text -> assertMended(new DependencyCycles(), text));
        assertMended(new OwnerBypassed(), PAST_THE_OWNER);
        assertMended(new ApiVersions(), OLD_API);
    }

    @Test
    void whatWasSeenIsWrittenDownIntoTheDescriptor() {
        Texts files = Texts.named("t.yaml", """
                        topology: T
                        services:
                          shop: {depends_on: [orders]}
                          orders: {}
                          bank: {kind: external}
                        """).with("zipkin.json", SourceFile.Role.NAMED, """
                        [{"parent": "shop", "child": "orders", "callCount": 3},
                         {"parent": "orders", "child": "bank", "callCount": 5}]
                        """);
        Loaded loaded = files.read();
        Finding seen = Found.findings(new Drift(), loaded.topology()).getFirst();
        assertThat(seen.mends()).containsExactly(new TopologyEdit.Connect("orders", "bank", DependencyKind.SYNC));

        EditedSources edited = new SourceEditor(TopologyLoader.standard()).apply(loaded, seen.mends());

        assertThat(edited).isInstanceOfSatisfying(EditedSources.Done.class, done -> {
            assertThat(done.changed())
                    .singleElement()
                    .satisfies(file -> assertThat(file.content()).contains("orders:\n    depends_on: [bank]"));
            assertThat(Found.findings(new Drift(), done.loaded().topology())).isEmpty();
        });
    }

    @Test
    void aFindingStandsOnOneServiceOrOnADependency() {
        assertThat(only(new OwnerBypassed(), PAST_THE_OWNER).along()).containsExactly(new Pair("bills", "db"));
        assertThat(only(new ApiVersions(), OLD_API).along()).containsExactly(new Pair("shop", "bank"));

        Finding chain = only(new LongChains(), """
                services:
                  a: {depends_on: [b]}
                  b: {depends_on: [c]}
                  c: {depends_on: [d]}
                  d: {depends_on: [e]}
                  e: {}
                """);
        assertThat(chain.at()).containsExactly("a");
        assertThat(chain.along())
                .containsExactly(new Pair("a", "b"), new Pair("b", "c"), new Pair("c", "d"), new Pair("d", "e"));

        Finding store = only(new SharedStores(), """
                services:
                  orders: {owns: [orders], depends_on: [db]}
                  bills: {owns: [bills], depends_on: [db]}
                  db: {kind: database}
                """);
        assertThat(store.at()).containsExactly("db");
        assertThat(store.along()).containsExactly(new Pair("bills", "db"), new Pair("orders", "db"));
    }

    private static Finding only(Inspection rule, String text) {
        List<Finding> found = Found.findings(rule, Found.topology(text));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static void assertMended(Inspection rule, String text) {
        Topology topology = Found.topology(text);
        Finding found = only(rule, text);
        assertThat(found.mends()).as(rule.rule()).isNotEmpty();
        for (TopologyEdit mend : found.mends()) {
            assertThat(EditedTopology.apply(topology, mend))
                    .isInstanceOfSatisfying(
                            Intended.Meant.class,
                            meant -> assertThat(Found.findings(rule, meant.topology()))
                                    .extracting(Finding::known)
                                    .as("after " + mend)
                                    .doesNotContain(found.known()));
        }
    }
}
