package dev.orrery.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommunitiesTest {
    @Test
    void aTopologyThatCanBeLookedAtHasNone() {
        assertThat(Communities.of(Crowds.flat(Communities.LARGE, 1_000, 1))).isEqualTo(Communities.NONE);
        assertThat(Communities.NONE.in(Crowds.flat(30, 50, 1))).isEqualTo(Crowds.flat(30, 50, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 450, 1_000, 2_500})
    void everyServiceOfAFlatTopologyIsInExactlyOne(int services) {
        for (long seed = 0; seed < 4; seed++) {
            Topology topology = Crowds.flat(services, 3 * services, seed);
            Topology pictured = Communities.of(topology).in(topology);

            assertThat(pictured.services())
                    .hasSameSizeAs(topology.services())
                    .allSatisfy(service -> assertThat(pictured.boundary(Objects.requireNonNull(service.boundary()))
                                    .orElseThrow()
                                    .isCommunity())
                            .isTrue());
            assertThat(pictured.dependencies()).isEqualTo(topology.dependencies());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 450, 1_000, 2_500, 10_000})
    void communitiesAreOfASizeThatCanBeLookedAt(int services) {
        Topology topology = Crowds.flat(services, 3 * services, services);
        Topology pictured = Communities.of(topology).in(topology);

        Map<String, Integer> sizes = sizes(pictured);

        assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isBetween(2, CommunitySearch.MOST));
        assertThat(sizes.values().stream().filter(size -> size < CommunitySearch.LEAST))
                .hasSizeLessThanOrEqualTo(sizes.size() / 10 + 1);
        assertThat(inside(pictured, null)).isLessThanOrEqualTo(Communities.CROWD);
    }

    @Test
    void theSameServicesInAnyOrderGiveTheSameCommunities() {
        for (long seed = 0; seed < 6; seed++) {
            Topology topology = Crowds.nested(900, 2_500, seed);
            List<Service> shuffled = new ArrayList<>(topology.services());
            Collections.shuffle(shuffled, new Random(seed));
            Topology other = new Topology("other", shuffled, topology.dependencies(), topology.boundaries());

            assertThat(Communities.of(other)).isEqualTo(Communities.of(topology));
        }
    }

    @Test
    void namesAndIdsAreUniqueAndNoBoundarysOwn() {
        for (long seed = 0; seed < 6; seed++) {
            Topology flat = Crowds.flat(3_000, 7_000, seed);
            List<Service> services = flat.services().stream()
                    .map(service -> service.change().name("twin").build())
                    .toList();
            List<Boundary> stated = new ArrayList<>();
            Communities.of(flat)
                    .found()
                    .forEach(community -> stated.add(Topologies.topology()
                            .boundaries(community.id())
                            .build()
                            .boundaries()
                            .getFirst()));
            Topology topology = new Topology("twins", services, flat.dependencies(), stated);

            List<Boundary> found = Communities.of(topology).found();

            assertThat(found).extracting(Boundary::name).doesNotHaveDuplicates();
            assertThat(found).extracting(Boundary::id).doesNotHaveDuplicates();
            Set<String> ids = stated.stream().map(Boundary::id).collect(Collectors.toSet());
            assertThat(found).extracting(Boundary::id).doesNotContainAnyElementsOf(ids);
            assertThat(Communities.of(topology).in(topology).boundaries()).hasSize(found.size() + stated.size());
        }
    }

    @Test
    void aCommunityIsNamedAfterItsHub() {
        Topologies written = Topologies.topology();
        for (int star = 0; star < 20; star++) {
            written.services("hub%02d".formatted(star));
            for (int leaf = 0; leaf < 24; leaf++) {
                written.services("leaf%02d-%02d".formatted(star, leaf));
                written.needs("leaf%02d-%02d".formatted(star, leaf), "hub%02d".formatted(star), true);
            }
        }
        Topology topology = written.build();

        Communities communities = Communities.of(topology);

        assertThat(communities.found()).hasSize(20).allSatisfy(community -> {
            assertThat(community.name()).matches("around hub\\d\\d");
            assertThat(community.id()).isEqualTo("community:" + community.name().substring(7));
        });
        assertThat(communities.ofServices()).containsEntry("leaf07-03", "community:hub07");
    }

    @Test
    void whatTheStatedBoundariesHoldStaysInThem() {
        for (long seed = 0; seed < 6; seed++) {
            Topology topology = Crowds.nested(1_500, 4_000, seed);
            Topology pictured = Communities.of(topology).in(topology);

            for (Service service : topology.services()) {
                List<String> stated = topology.enclosing(service.boundary()).stream()
                        .map(Boundary::id)
                        .toList();
                List<String> seen = pictured
                        .enclosing(pictured.service(service.id()).orElseThrow().boundary())
                        .stream()
                        .filter(boundary -> !boundary.isCommunity())
                        .map(Boundary::id)
                        .toList();
                assertThat(seen).isEqualTo(stated);
            }
            for (Boundary boundary : pictured.boundaries()) {
                assertThat(inside(pictured, boundary.id())).isLessThanOrEqualTo(Communities.MANY_BOUNDARIES);
            }
        }
    }

    @Test
    void manySmallBoundariesAreACrowdToo() {
        Topologies written = Topologies.topology();
        for (int i = 0; i < 300; i++) {
            written.boundaries("b%03d".formatted(i));
            written.services("a%03d@b%03d".formatted(i, i), "z%03d@b%03d".formatted(i, i));
            written.needs("a%03d".formatted(i), "z%03d".formatted(i / 10 * 10 + (i + 1) % 10), true);
        }
        Topology topology = written.build();
        Topology pictured = Communities.of(topology).in(topology);

        assertThat(inside(pictured, null)).isBetween(5L, 40L);
        assertThat(pictured.boundary("b007").orElseThrow().within()).startsWith("community:");
        assertThat(pictured.service("a007").orElseThrow().boundary()).isEqualTo("b007");
    }

    @Test
    void aStarAndServicesWithoutAnyDependencyAreSplitTooWithinBoundedWork() {
        Topologies star = Topologies.topology().services("hub");
        for (int i = 0; i < 9_999; i++) {
            star.services(Crowds.id(i));
            star.needs(Crowds.id(i), "hub", true);
        }
        Topologies alone = Topologies.topology();
        for (int i = 0; i < 500; i++) {
            alone.services(Crowds.id(i));
        }
        for (Topology topology : List.of(star.build(), alone.build())) {
            Topology pictured = Communities.of(topology).in(topology);

            assertThat(sizes(pictured).values())
                    .allSatisfy(size -> assertThat(size).isBetween(CommunitySearch.LEAST, CommunitySearch.MOST));
            assertThat(inside(pictured, null)).isLessThanOrEqualTo(Communities.CROWD);
        }
        assertThat(Communities.of(alone.build()).found())
                .allSatisfy(community -> assertThat(community.name()).startsWith("with nobody around"));
    }

    /// Services directly inside each community.
    private static Map<String, Integer> sizes(Topology pictured) {
        Map<String, Integer> sizes = new HashMap<>();
        pictured.services().forEach(service -> sizes.merge(String.valueOf(service.boundary()), 1, Integer::sum));
        return sizes;
    }

    private static long inside(Topology pictured, @Nullable String boundary) {
        return pictured.services().stream()
                        .filter(service -> Objects.equals(service.boundary(), boundary))
                        .count()
                + pictured.boundaries().stream()
                        .filter(inner -> Objects.equals(inner.within(), boundary))
                        .count();
    }
}
