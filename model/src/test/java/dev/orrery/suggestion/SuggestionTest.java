package dev.orrery.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.comparison.Written;
import dev.orrery.edit.EditedTopology;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {
    private static Map<String, String> groups(Suggestion suggestion) {
        Map<String, String> groups = new HashMap<>();
        suggestion.groups().forEach(group -> group.forEach(service -> groups.put(service, group.getFirst())));
        return groups;
    }

    private static Topology sample(String file) {
        return TopologyLoader.standard()
                .load(List.of(Path.of("../samples/booking").resolve(file)))
                .topology();
    }

    private static Suggestion of(Topology topology, Wishes wishes) {
        return Suggestion.of(topology, CoChange.NONE, wishes);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 100, 300})
    void plantedBoundariesComeBackThroughNoise(int services) {
        for (long seed = 1; seed <= 8; seed++) {
            Planted planted = Planted.of(services, 0.1, seed);
            Suggestion suggestion = of(planted.topology(), Wishes.NONE);
            assertThat(RandIndex.adjusted(planted.boundaries(), groups(suggestion)))
                    .as(services + " services, seed " + seed)
                    .isGreaterThanOrEqualTo(0.9);
        }
    }

    /// Modules that are services of their own there: by name, by the data they own (customers), and by what they
    /// do where names differ (pages, notifications).
    @Test
    void theModulesOfTheMonolithAreDividedAsTheMicroservicesAre() {
        Map<String, String> sameThing = Map.of(
                "pages", "booking-ui",
                "search", "search",
                "reservations", "reservations",
                "payments", "payments",
                "payment-provider", "payment-provider",
                "customers", "users",
                "notifications", "mail");
        Topology microservices = sample("microservices.yaml");
        Map<String, String> contexts = new TreeMap<>();
        Map<String, String> suggested = new TreeMap<>();
        Map<String, String> groups = groups(of(sample("monolith.yaml"), Wishes.NONE));
        sameThing.forEach((module, service) -> {
            contexts.put(module, microservices.service(service).orElseThrow().boundary());
            suggested.put(module, groups.get(module));
        });
        assertThat(RandIndex.adjusted(contexts, suggested)).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void theAnswerIsTheSameTwiceWhateverTheOrderOfReading() {
        Topology topology = Planted.of(100, 0.1, 5).topology();
        Topology turned = new Topology(
                topology.name(),
                topology.services().reversed(),
                topology.dependencies().reversed(),
                topology.boundaries());
        assertThat(of(topology, Wishes.NONE).boundaries())
                .isEqualTo(of(turned, Wishes.NONE).boundaries());
    }

    @Test
    void aFinerResolutionMakesMoreBoundaries() {
        Topology topology = Planted.of(100, 0.1, 5).topology();
        int coarse = of(topology, Wishes.NONE.atResolution(0.25)).groups().size();
        int middle = of(topology, Wishes.NONE.atResolution(1)).groups().size();
        int fine = of(topology, Wishes.NONE.atResolution(8)).groups().size();
        assertThat(coarse).isLessThan(middle);
        assertThat(middle).isLessThan(fine);
    }

    @Test
    void wishesOfTogetherAndApartAreKept() {
        Topology topology = sample("monolith.yaml");
        Couple natural = new Couple("payments", "payment-provider");
        for (double resolution : new double[] {0.25, 1, 4, 16}) {
            Wishes wishes = new Wishes(
                    resolution,
                    List.of(
                            new TreeSet<>(Set.of("pages", "mail-server")),
                            new TreeSet<>(Set.of("mail-server", "search"))),
                    Set.of(natural));
            Map<String, String> groups = groups(of(topology, wishes));
            assertThat(groups.get("pages"))
                    .as("together at " + resolution)
                    .isEqualTo(groups.get("mail-server"))
                    .isEqualTo(groups.get("search"));
            assertThat(groups.get("payments"))
                    .as("apart at " + resolution)
                    .isNotEqualTo(groups.get("payment-provider"));
        }
    }

    @Test
    void eachPairThatIsPutTogetherSaysWhy() {
        Suggestion suggestion = of(sample("monolith.yaml"), Wishes.NONE);
        SuggestedBoundary payments = suggestion.boundaries().stream()
                .filter(boundary -> boundary.services().contains("payments"))
                .findFirst()
                .orElseThrow();
        PutTogether pair = suggestion.pairs(payments).getFirst();
        assertThat(pair.couple()).isEqualTo(new Couple("payments", "payment-provider"));
        assertThat(pair.terms()).first().isEqualTo(new Weight(Term.SYNC, 1));
        assertThat(pair.terms()).hasSizeLessThanOrEqualTo(3);

        Suggestion coarse = of(Planted.of(40, 0.1, 2).topology(), Wishes.NONE);
        List<PutTogether> all = coarse.boundaries().stream()
                .flatMap(boundary -> coarse.pairs(boundary).stream())
                .toList();
        assertThat(all)
                .filteredOn(each -> each.terms().isEmpty())
                .isNotEmpty()
                .anySatisfy(each -> assertThat(each.through()).isNotNull());
    }

    @Test
    void theEditsOfASuggestionMakeItsBoundaries() {
        Suggestion suggestion = of(sample("monolith.yaml"), Wishes.NONE);
        EditedTopology.Intended meant = EditedTopology.apply(suggestion.topology(), suggestion.edits());
        assertThat(meant).isInstanceOf(EditedTopology.Intended.Meant.class);
        Topology after = ((EditedTopology.Intended.Meant) meant).topology();
        for (SuggestedBoundary boundary : suggestion.boundaries()) {
            assertThat(after.services().stream()
                            .filter(service -> boundary.id().equals(service.boundary()))
                            .map(Service::id))
                    .containsAll(boundary.services());
        }
        assertThat(Figures.of(after)).isEqualTo(suggestion.after());
    }

    @Test
    void boundariesThatAreGoodAsTheyAreStayAndKeepTheirIds() {
        Planted planted = Planted.of(40, 0.1, 2);
        Topology before = planted.topology();
        Suggestion first = of(before, Wishes.NONE);
        Topology made = ((EditedTopology.Intended.Meant) EditedTopology.apply(before, first.edits())).topology();
        Suggestion second = of(made, Wishes.NONE);
        assertThat(second.edits()).isEmpty();
        assertThat(second.boundaries()).noneMatch(SuggestedBoundary::isNew);
        assertThat(second.after()).isEqualTo(second.before()).isEqualTo(first.after());
    }

    @Test
    void whatChangesTogetherIsTiedAndChanceIsNot() {
        Couple often = new Couple("a", "b");
        Couple once = new Couple("a", "c");
        CoChange changes = new CoChange(
                20, new TreeMap<>(Map.of("a", 10, "b", 5, "c", 1)), new TreeMap<>(Map.of(often, 4, once, 1)));
        Topology topology = Written.topology("services: {a: {}, b: {}, c: {}, d: {}}");
        Closeness closeness = Closeness.of(topology, changes);
        assertThat(closeness.terms(often)).containsExactly(new Weight(Term.CO_CHANGE, 1.5 * 0.8));
        assertThat(closeness.terms(once)).isEmpty();
    }

    @Test
    void whatMoreThanHalfHaveInCommonTiesNobody() {
        Topology topology = Written.topology("""
                services:
                  a: {owner: all}
                  b: {owner: all}
                  c: {owner: all}
                  d: {owner: few}
                  e: {owner: few}
                """);
        Closeness closeness = Closeness.of(topology, CoChange.NONE);
        assertThat(closeness.terms(new Couple("a", "b"))).isEmpty();
        assertThat(closeness.terms(new Couple("d", "e")))
                .extracting(Weight::term)
                .containsExactly(Term.OWNER);
    }
}
