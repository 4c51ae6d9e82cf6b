package dev.orrery.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.diagram.Lens;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideTextTest {
    private static final String FULL = """
            notes:
              topology: |
                Two lines
                about all.
              services: {orders: Split this.}
              boundaries:
                booking: Ours
              missing: {ghost: "Who is that?"}
            views:
              - name: One
                text: >
                  Folded
                  words.
                filter: kind:database !up
                hide: true
                lens: owner
                collapsed: [booking]
                select: {boundary: booking}
                impact: true
                focus: {on: orders, hops: 2}
                camera: {from: orders, x: 10, y: -4.5, zoom: 0.75}
                next: other.yaml
              - name: Two
                path: {from: web, to: {missing: ghost}}
                fit: [web, {boundary: booking}]
                compare: ../other.yaml
              - {name: Three, focus: web}
            """;

    private static StatedGuide read(String text) {
        return GuideText.read(new SourceText("w.yaml", text));
    }

    @Test
    void everyKeyIsRead() {
        StatedGuide stated = read(FULL);
        assertThat(stated.problems()).isEmpty();
        assertThat(stated.whole()).isTrue();
        Guide guide = stated.guide();
        assertThat(guide.about()).isEqualTo("Two lines\nabout all.");
        assertThat(guide.note(NodeId.service("orders"))).isEqualTo("Split this.");
        assertThat(guide.note(NodeId.boundary("booking"))).isEqualTo("Ours");
        assertThat(guide.note(NodeId.missing("ghost"))).isEqualTo("Who is that?");
        assertThat(guide.views())
                .containsExactly(
                        new NamedView(
                                "One",
                                "Folded words.",
                                "kind:database !up",
                                true,
                                Lens.OWNER,
                                new Visibility(Set.of("booking")),
                                NodeId.boundary("booking"),
                                true,
                                new Asked.Focus(NodeId.service("orders"), 2),
                                new Camera.At(NodeId.service("orders"), 10, -4.5, 0.75),
                                null,
                                "other.yaml"),
                        new NamedView(
                                "Two",
                                "",
                                "",
                                false,
                                Lens.HEALTH,
                                null,
                                null,
                                false,
                                new Asked.Path(NodeId.service("web"), NodeId.missing("ghost")),
                                new Camera.Fit(List.of(NodeId.service("web"), NodeId.boundary("booking"))),
                                "../other.yaml",
                                null),
                        new NamedView(
                                "Three",
                                "",
                                "",
                                false,
                                Lens.HEALTH,
                                null,
                                null,
                                false,
                                new Asked.Focus(NodeId.service("web"), 1),
                                Camera.WHOLE,
                                null,
                                null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            views: [{name: A, camera: {x: 0, y: 0, zoom: .nan}}]    | view-number       | 1:46
            views: [{name: A, camera: {x: 0, y: 0, zoom: 9}}]       | view-number       | 1:46
            views: [{name: A, camera: {x: 1e9, y: 0, zoom: 1}}]     | view-number       | 1:31
            views: [{name: A, camera: {x: 1, zoom: 1}}]             | view-number       | 1:27
            views: [{name: A, filter: up colour:red}]               | view-filter       | 1:30
            views: [{name: A, filter: 'up colour:red'}]             | view-filter       | 1:31
            views: [{name: A, lens: rose}]                          | unknown-word      | 1:25
            views: [{name: A, colapsed: []}]                        | misspelt-key      | 1:19
            views: [{name: A, collapsed: all}]                      | expected-list     | 1:30
            views: [{name: A, select: {kind: web}}]                 | view-node         | 1:27
            views: [{name: A, path: {from: a}}]                     | view-path         | 1:25
            views: [{name: A, focus: {on: a, hops: 99}}]            | expected-number   | 1:40
            views: [{name: A}, {name: A}]                           | view-name-twice   | 1:27
            views: [{text: A}]                                      | view-without-name | 1:9
            views: {A: {}}                                          | expected-list     | 1:8
            notes: none                                             | expected-mapping  | 1:8
            notes: {services: {a: [b]}}                             | expected-text     | 1:23
            notes: {everybody: hello}                               | unknown-key       | 1:9
            """)
    void whatIsWrongIsToldAtItsPlaceAndIsNoError(String text, String code, String place) {
        List<Problem> problems = read(text).problems();
        assertThat(problems).extracting(Problem::code).contains(code);
        assertThat(problems).extracting(Problem::severity).containsOnly(Severity.WARNING);
        assertThat(problems)
                .filteredOn(problem -> problem.code().equals(code))
                .extracting(problem -> problem.source().toString())
                .contains("w.yaml:" + place);
        problems.forEach(problem -> assertThat(problem.message()).doesNotContain("{0}"));
    }

    @Test
    void whatWouldBeLostByWritingIsKnown() {
        for (String text : List.of(
                "views: {a: b}",
                "views: [x]",
                "views: [{name: A}, {name: A}]",
                "notes: [x]",
                "notes: {services: x}",
                "notes: {services: {a: }}")) {
            assertThat(read(text).whole()).as(text).isFalse();
        }
        assertThat(read("views: [{name: A, lens: rose}]").whole()).isTrue();
        assertThat(read("pins: {}")).isEqualTo(StatedGuide.NONE);
    }

    @Test
    void whatTheTopologyDoesNotHaveIsToldAtItsPlace() {
        Service web = Service.of("web", ServiceKind.WEB, SourceLocation.startOf("t.yaml"));
        Topology topology =
                new Topology("Shop", List.of(web), List.of(), List.of(Boundary.community("shop", "Shop", null)));
        StatedGuide stated =
                read("notes: {services: {web: a, wob: b}}\nviews: [{name: A, collapsed: [shop, bank], select: web}]\n");
        assertThat(GuideCheck.problems(stated, topology))
                .extracting(problem -> problem.source() + " " + problem.message())
                .containsExactly(
                        "w.yaml:1:28 No service has the id “wob”. Did you mean “web”?",
                        "w.yaml:2:37 No boundary has the id “bank”.");
    }

    @Test
    void aRenamedServiceIsFollowedWhereverItIsNamed() {
        Guide guide = read(FULL).guide().renamed(NodeId.service("orders"), NodeId.service("sales"));
        assertThat(guide.note(NodeId.service("sales"))).isEqualTo("Split this.");
        assertThat(guide.note(NodeId.service("orders"))).isEmpty();
        assertThat(guide.views().getFirst().asked()).isEqualTo(new Asked.Focus(NodeId.service("sales"), 2));
        assertThat(guide.views().getFirst().camera()).isEqualTo(new Camera.At(NodeId.service("sales"), 10, -4.5, 0.75));
        Guide filters = read("views: [{name: A, filter: 'needs:orders,web boundary:orders'}]")
                .guide();
        assertThat(filters.renamed(NodeId.service("orders"), NodeId.service("sales"))
                        .views()
                        .getFirst()
                        .filter())
                .isEqualTo("needs:sales,web boundary:orders");
        assertThat(filters.renamed(NodeId.boundary("orders"), NodeId.boundary("sales"))
                        .views()
                        .getFirst()
                        .filter())
                .isEqualTo("needs:orders,web boundary:sales");
        assertThat(guide.renamed(NodeId.boundary("booking"), NodeId.boundary("b"))
                        .views()
                        .getFirst()
                        .collapsed())
                .isEqualTo(new Visibility(Set.of("b")));
    }
}
