package dev.orrery.importer.likec4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikeC4ImporterTest {
    private static final String SHOP = """
            {"_stage": "computed", "projectId": "shop", "project": {"id": "shop", "title": "Shop"},
             "specification": {"elements": {"system": {}}},
             "elements": {
              "buyer": {"id": "buyer", "kind": "customer", "title": "Buyer", "style": {}},
              "shop": {"id": "shop", "kind": "system", "title": "The shop", "metadata": {"team": "team-shop"}, "style": {}},
              "shop.clerk": {"id": "shop.clerk", "kind": "role", "title": "Clerk", "style": {"shape": "person"}},
              "shop.ui": {"id": "shop.ui", "kind": "webapp", "title": "Pages", "style": {}},
              "shop.core": {"id": "shop.core", "kind": "container", "title": "Core", "style": {}},
              "shop.core.api": {"id": "shop.core.api", "kind": "component", "title": "API",
               "description": {"md": "The *API*"}, "technology": "Java, Spring Boot", "tags": ["tier-1", "public"],
               "links": [{"url": "https://wiki.example/api", "title": "Wiki"}, {"url": "./src/api"}, "https://x.example"],
               "metadata": {"owner": ["team-api", "team-b"], "health": "http://localhost:1/health"}, "style": {}},
              "shop.store": {"id": "shop.store", "kind": "component", "title": "Store", "style": {"shape": "cylinder"}},
              "shop.events": {"id": "shop.events", "kind": "component", "title": "", "style": {"shape": "queue"}},
              "shop.cache": {"id": "shop.cache", "kind": "component", "title": "Cache", "technology": "Redis", "style": {}},
              "bank": {"id": "bank", "kind": "externalSystem", "title": "Bank", "style": {}}},
             "relations": {
              "r1": {"id": "r1", "source": {"model": "buyer"}, "target": {"model": "shop.ui"}, "title": "buys"},
              "r2": {"id": "r2", "source": {"model": "shop.ui"}, "target": {"model": "shop.core.api"}, "technology": "https"},
              "r3": {"id": "r3", "source": {"model": "shop.ui"}, "target": {"model": "shop.core"}},
              "r4": {"id": "r4", "source": {"model": "shop.core.api"}, "target": {"model": "shop.store"}},
              "r5": {"id": "r5", "source": {"model": "shop.core.api"}, "target": {"model": "shop.events"}},
              "r6": {"id": "r6", "source": "shop.core.api", "target": "bank", "kind": "async"},
              "r7": {"id": "r7", "source": {"model": "shop"}, "target": {"model": "bank"}},
              "r8": {"id": "r8", "source": {"model": "shop.clerk"}, "target": {"model": "shop.core"}}},
             "views": {}, "deployments": {"elements": {}, "relations": {}}}
            """;

    @Test
    void leavesAreServicesAndWhatHoldsThemBoundaries() {
        Loaded loaded = Texts.named("model.json", SHOP).read();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().name()).isEqualTo("Shop");
        assertThat(Texts.services(loaded))
                .containsExactly(
                        "bank: external",
                        "shop > shop.cache: cache",
                        "shop.core > shop.core.api: service",
                        "shop > shop.events: queue",
                        "shop > shop.store: database",
                        "shop > shop.ui: web");
        assertThat(Texts.boundaries(loaded))
                .containsExactly("shop: system (The shop)", "shop > shop.core: container (Core)");
        assertThat(loaded.topology().boundaries().getFirst().owner()).isEqualTo("team-shop");
    }

    @Test
    void relationsAreDependenciesAndRiseNoFurtherThanServices() {
        Loaded loaded = Texts.named("model.json", SHOP).read();
        assertThat(Texts.evidence(loaded))
                .containsExactly(
                        "shop.core.api -> bank declared likec4.relation 23:59",
                        "shop.core.api -> shop.events declared likec4.relation 22:80",
                        "shop.core.api -> shop.store declared likec4.relation 21:80",
                        "shop.ui -> shop.core.api declared likec4.relation 19:74");
        assertThat(loaded.topology().dependencies())
                .extracting(Dependency::kind)
                .containsExactly(DependencyKind.ASYNC, DependencyKind.ASYNC, DependencyKind.DATA, DependencyKind.SYNC);
        assertThat(loaded.topology().dependencies().getLast().protocol()).isEqualTo("https");
    }

    @Test
    void anElementSaysWhoItBelongsToAndWhereToAsk() {
        Service api = Texts.service(Texts.named("model.json", SHOP).read(), "shop.core.api");
        assertThat(api.name()).isEqualTo("API");
        assertThat(api.owner()).isEqualTo("team-api");
        assertThat(api.technology()).isEqualTo("Java, Spring Boot");
        assertThat(api.tags()).containsExactly("tier-1", "public");
        assertThat(api.links())
                .containsOnly(
                        Map.entry("Wiki", "https://wiki.example/api"),
                        Map.entry("https://x.example", "https://x.example"));
        assertThat(api.healthChecks()).extracting(HealthCheck::url).containsExactly("http://localhost:1/health");
    }

    @Test
    void aRelationWithWhatIsOpenedIsReportedWhereNoMemberStatesIt() {
        Loaded loaded = Texts.named(
                        "model.json",
                        SHOP.replace(
                                "\"model\": \"shop.core.api\"}, \"technology\"",
                                "\"model\": \"bank\"}, \"technology\""))
                .read();
        assertThat(Texts.problems(loaded)).containsExactly("relation-with-opened @ model.json:20:74");
        assertThat(Texts.edges(loaded)).contains("shop.ui -> bank").doesNotContain("shop.ui -> shop.core.api");
    }

    @Test
    void severalProjectsStandInAList() {
        Loaded loaded = Texts.named("model.json", """
                [{"projectId": "one", "elements": {"a": {"kind": "service"}, "same": {"kind": "service"}},
                  "relations": {"x": {"source": {"model": "a"}, "target": {"project": "two", "model": "b"}},
                                "y": {"source": {"model": "a"}, "target": {"model": "same"}}}},
                 {"projectId": "two", "elements": {"b": {"kind": "service"}, "same": {"kind": "service"}},
                  "relations": {"x": {"source": {"model": "b"}, "target": {"model": "same"}}}}]
                """).read();
        assertThat(loaded.problems()).isEmpty();
        assertThat(Texts.services(loaded))
                .containsExactly("@one.same: service", "@two.same: service", "a: service", "b: service");
        assertThat(Texts.edges(loaded)).containsExactly("a -> @one.same", "a -> b", "b -> @two.same");
    }

    @Test
    void whatIsWrongIsSaidAndTheRestIsRead() {
        Loaded loaded = Texts.named("model.json", """
                {"elements": {"a": {"kind": "service"}, "x.y.b": {"kind": "service"}},
                 "relations": {"1": {"source": {"model": "a"}}, "2": {"source": {"model": "no"}, "target": {"model": "a"}},
                               "3": {"source": {"model": "a"}, "target": {"model": "no"}}}}
                """).read();
        assertThat(Texts.problems(loaded))
                .containsExactly(
                        "likec4-relation-without-end @ model.json:2:21",
                        "likec4-unknown-element @ model.json:2:75",
                        "dangling-dependency @ model.json:3:68");
        assertThat(Texts.services(loaded)).containsExactly("a: service", "x.y.b: service");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            actor            | true
            Person           | true
            mobileUser       | true
            customer-account | false
            userService      | false
            Actor_Staff      | true
            service          | false
            end-user         | true
            system           | false
            """)
    void peopleAreKnownByTheWord(String kind, boolean arePeople) {
        Loaded loaded = Texts.named("model.json", """
                {"elements": {"a": {"kind": "%s"}, "b": {"kind": "service"}}, "relations": {}}
                """.formatted(kind)).read();
        assertThat(Texts.services(loaded)).hasSize(arePeople ? 1 : 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specification { element system }",
                "// a comment\n/* and\nmore */\nmodel {\n a = system 'A'\n}",
                "import { a } from 'other'\nimport { b, c } from \"more\"\nviews 'Mine' {\n}",
                "\uFEFFdeployment { }",
                "global { }"
            })
    void sourcesAreRecognisedAndNothingIsGuessed(String content) {
        Loaded named = Texts.named("model.c4", content).read();
        assertThat(Texts.problems(named)).containsExactly("likec4-source @ model.c4:1:1");
        assertThat(named.problems().getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(named.problems().getFirst().message()).contains("likec4 export json");
        assertThat(named.topology().services()).isEmpty();
        Loaded found = Texts.found("model.c4", content).read();
        assertThat(found.problems()).extracting(Problem::severity).containsExactly(Severity.INFO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model { user = person \"U\" shop = softwareSystem \"S\" }",
                "models { }",
                "model User { id Int }",
                "/* specification {",
                "{\"elements\": [], \"relations\": []}",
                "{\"elements\": {}, \"relations\": {}}",
                "{\"elements\": {\"a\": 1}, \"relations\": {}}"
            })
    void otherTextsAreLeftAlone(String content) {
        assertThat(Texts.named("text.txt", content).read().problems())
                .extracting(Problem::code)
                .isNotEmpty()
                .noneMatch(code -> code.startsWith("likec4"));
    }

    @Test
    void anExportBesideItsSourcesIsRead() {
        Loaded loaded = Texts.found("model.json", SHOP)
                .with("model.c4", SourceFile.Role.FOUND, "model {\n}\n")
                .read();
        assertThat(Texts.problems(loaded)).containsExactly("likec4-source @ model.c4:1:1");
        assertThat(loaded.topology().services()).hasSize(6);
    }

    @TestFactory
    Stream<DynamicTest> everySourceOfTheCorpusIsRecognised() {
        return Corpus.files("likec4", ".c4").stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Loaded loaded = TopologyLoader.standard().load(List.of(file));
                    assertThat(loaded.problems()).extracting(Problem::code).containsExactly("likec4-source");
                }));
    }
}
