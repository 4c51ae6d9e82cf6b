package dev.orrery.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.comparison.Written;
import dev.orrery.edit.EditRefusal;
import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.inspection.Finding;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final Topology BOOKING = TopologyLoader.standard()
            .load(List.of(Path.of("../samples/booking/microservices.yaml")))
            .topology();

    private static final Topology SHOP = Written.topology("""
            boundaries: {back: {owner: team-back}}
            services:
              web: {kind: web, owner: team-web, depends_on: [orders]}
              jobs: {kind: job, owner: team-jobs, depends_on: {orders: {required: false}}}
              orders: {boundary: back, depends_on: {db: {kind: data}, events: {kind: async}, pay: {protocol: https, api: pay v1}}}
              mail: {kind: worker, owner: team-mail, depends_on: [events]}
              pay: {owner: team-pay, depends_on: [db]}
              db: {kind: database, owner: team-data}
              events: {kind: queue, owner: team-data}
            """);

    private static Outcome outcome(Topology topology, Scenario scenario) {
        Scenario.Tried tried = scenario.on(topology);
        assertThat(tried).isInstanceOf(Scenario.Tried.Shown.class);
        return ((Scenario.Tried.Shown) tried).outcome();
    }

    private static Scenario down(String... services) {
        Scenario scenario = new Scenario("Down", List.of(), List.of());
        for (String service : services) {
            scenario = scenario.withFault(new AssumedFault.Down(service));
        }
        return scenario;
    }

    private static Topology after(Topology topology, List<TopologyEdit> edits) {
        EditedTopology.Intended intended = EditedTopology.apply(topology, edits);
        assertThat(intended).isInstanceOf(EditedTopology.Intended.Meant.class);
        return ((EditedTopology.Intended.Meant) intended).topology();
    }

    private static List<String> needs(Topology topology) {
        return topology.dependencies().stream()
                .map(need -> need.from() + (need.required() ? ">" : "?") + need.to())
                .toList();
    }

    @Test
    void whatIsWaitedForIsHitForCertainAndTheRestPossibly() {
        Outcome outcome = outcome(SHOP, down("db"));
        assertThat(outcome.hits())
                .containsExactly(
                        new Hit("jobs", Hit.Effect.DOWN, false, List.of("jobs", "orders", "db")),
                        new Hit("orders", Hit.Effect.DOWN, true, List.of("orders", "db")),
                        new Hit("pay", Hit.Effect.DOWN, true, List.of("pay", "db")),
                        new Hit("web", Hit.Effect.DOWN, true, List.of("web", "orders", "db")));
        assertThat(outcome.certainTeams()).containsExactly("team-back", "team-data", "team-pay", "team-web");
        assertThat(outcome.possibleTeams()).containsExactly("team-jobs");
        assertThat(outcome.brokenChains()).containsExactly(List.of("web", "orders", "db"));
    }

    @Test
    void aQueueHitsNobodyForCertain() {
        Outcome outcome = outcome(SHOP, down("events"));
        assertThat(outcome.hits()).extracting(Hit::service).containsExactly("jobs", "mail", "orders", "web");
        assertThat(outcome.hits()).noneMatch(Hit::isCertain);
        assertThat(outcome.brokenChains()).isEmpty();
    }

    @Test
    void slownessSpreadsAsSlownessAndDownIsWorse() {
        Scenario scenario = down("pay").withFault(new AssumedFault.Slow("db", Duration.ofSeconds(2)));
        Outcome outcome = outcome(SHOP, scenario);
        assertThat(outcome.hits()).extracting(Hit::service).containsExactly("jobs", "orders", "web");
        assertThat(outcome.hits()).allMatch(hit -> hit.effect() == Hit.Effect.DOWN);
        assertThat(outcome(
                                SHOP,
                                new Scenario(
                                        "Slow", List.of(), List.of(new AssumedFault.Slow("pay", Duration.ofMillis(1)))))
                        .hits())
                .allMatch(hit -> hit.effect() == Hit.Effect.SLOW);
    }

    @Test
    void theSampleSaysWhoGoesOnWithoutWhat() {
        assertThat(outcome(BOOKING, down("users-db")).hits())
                .filteredOn(Hit::isCertain)
                .extracting(Hit::service)
                .containsExactly("users");
        assertThat(outcome(BOOKING, down("payment-provider")).brokenChains())
                .containsExactly(List.of("booking-ui", "booking-api", "reservations", "payments", "payment-provider"));
    }

    @Test
    void editsAreTriedOnACopyAndFiguresTellBeforeAndAfter() {
        Scenario scenario = new Scenario("Cut", List.of(new TopologyEdit.Disconnect("pay", "db")), List.of())
                .withFault(new AssumedFault.Down("db"));
        Outcome outcome = outcome(SHOP, scenario);
        assertThat(outcome.before()).isEqualTo(SHOP);
        assertThat(outcome.figuresBefore().dependencies()).isEqualTo(7);
        assertThat(outcome.figuresAfter().dependencies()).isEqualTo(6);
        assertThat(outcome.hits()).extracting(Hit::service).doesNotContain("pay");
        assertThat(outcome.comparison().dependencies()).hasSize(1);
    }

    @Test
    void whatInspectionsFindNewlyIsTold() {
        Scenario circle = new Scenario("Circle", List.of(new TopologyEdit.Connect("pay", "orders", null)), List.of());
        Outcome outcome = outcome(SHOP, circle);
        assertThat(outcome.newFindings()).extracting(Finding::rule).contains("dependency-cycle");
        Outcome same = outcome(SHOP, down("db"));
        assertThat(same.newFindings()).isEmpty();
        assertThat(same.goneFindings()).isEmpty();
    }

    @Test
    void aScenarioOfAnotherTopologyIsRefusedWithItsReason() {
        Scenario.Tried edit = new Scenario("Old", List.of(new TopologyEdit.DeleteService("gone")), List.of()).on(SHOP);
        Scenario.Tried fault = down("gone").on(SHOP);
        for (Scenario.Tried tried : List.of(edit, fault)) {
            assertThat(tried).isInstanceOf(Scenario.Tried.Refused.class);
            EditRefusal refusal = ((Scenario.Tried.Refused) tried).refusal();
            assertThat(refusal.code()).isEqualTo("unknown-service");
            assertThat(refusal.message()).contains("gone");
        }
    }

    @Test
    void twoServicesAreMergedWithAllThatTheyNeedAndThatNeedsThem() {
        Topology merged = after(SHOP, Regrouping.merge(SHOP, "orders", "pay"));
        assertThat(needs(merged))
                .containsExactly("jobs?orders", "mail>events", "orders>db", "orders>events", "web>orders");
        Topology other = after(SHOP, Regrouping.merge(SHOP, "pay", "orders"));
        assertThat(needs(other)).containsExactly("jobs?pay", "mail>events", "pay>db", "pay>events", "web>pay");
        assertThat(other.dependencies())
                .filteredOn(need -> need.to().equals("events"))
                .extracting(Dependency::kind)
                .containsOnly(DependencyKind.ASYNC);
        assertThat(Regrouping.merge(SHOP, "orders", "nobody")).isEmpty();
        assertThat(Regrouping.merge(SHOP, "orders", "orders")).isEmpty();
    }

    @Test
    void aPartOfAServiceTakesItsCallersAndNeedsAlong() {
        Topology split =
                after(SHOP, Regrouping.split(SHOP, "orders", "checkout", Set.of("web"), Set.of("pay", "events"), true));
        assertThat(needs(split))
                .containsExactly(
                        "checkout>events",
                        "checkout>pay",
                        "jobs?orders",
                        "mail>events",
                        "orders>checkout",
                        "orders>db",
                        "pay>db",
                        "web>checkout");
        assertThat(split.service("checkout").orElseThrow().boundary()).isEqualTo("back");
        assertThat(split.dependencies())
                .filteredOn(need -> need.from().equals("checkout") && need.to().equals("pay"))
                .extracting(Dependency::api)
                .containsExactly("pay v1");
        assertThat(Regrouping.split(SHOP, "orders", "pay", Set.of(), Set.of(), false))
                .isEmpty();
    }

    @Test
    void manyAreMovedAtOnceAndThoseThatAreThereAreLeft() {
        assertThat(Regrouping.move(SHOP, Set.of("pay", "orders", "nobody"), "back"))
                .containsExactly(new TopologyEdit.MoveService("pay", "back"));
    }
}
