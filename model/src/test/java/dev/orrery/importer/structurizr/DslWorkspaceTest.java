package dev.orrery.importer.structurizr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Document;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DslWorkspaceTest {
    private static final String SHOP = """
            // a shop
            !const MAIL "Mail system"
            workspace "Shop" "What we sell" {
                !identifiers hierarchical
                model {
                    properties {
                        "structurizr.groupSeparator" "/"
                    }
                    customer = person "Customer"
                    mail = softwareSystem "${MAIL}" {
                        tags "External"
                    }
                    /* the
                       shop } */
                    group "Europe" {
                        group "Retail" {
                            shop = softwareSystem "Shop" "Sells" {
                                web = container "Web" \\
                                    "The front" "React" "Web Browser"
                                api = container "API" {
                                    technology "Java"
                                    tags "tier-1, core"
                                    url https://wiki.example/api
                                    properties {
                                        owner team-shop
                                    }
                                    perspectives {
                                        "Security" "https://sec.example"
                                    }
                                    orders = component "Orders" {
                                        -> mail "sends" "SMTP" "Asynchronous"
                                    }
                                }
                                db = container "DB" "Keeps" "PostgreSQL 16"
                                drawn = container "Files" "Keeps" "x" "Disk"
                            }
                        }
                    }
                    customer -> shop.web
                    shop.web -> shop.api "calls" "HTTPS"
                    shop.web -> shop.api.orders "orders" "JSON"
                    shop.api -> shop.db
                    shop -> mail
                    live = deploymentEnvironment "Live" {
                        deploymentNode "n" {
                            containerInstance shop.api {
                                healthCheck "ready" "http://${HOST}.example/ready" 30 250
                                healthCheck "live" "http://api.example/live"
                            }
                            softwareSystemInstance mail
                        }
                    }
                }
                views {
                    container shop {
                        include *
                    }
                    styles {
                        element "Disk" {
                            shape Cylinder
                        }
                    }
                    theme https://themes.example/theme.json
                }
            }
            """;

    @Test
    void readsTheModel() {
        Loaded loaded = read(SHOP);
        assertThat(loaded.topology().name()).isEqualTo("Shop");
        assertThat(Told.services(loaded))
                .containsExactly(
                        "Mail system external in null",
                        "Shop/API service in Shop",
                        "Shop/DB database in Shop",
                        "Shop/Files database in Shop",
                        "Shop/Web web in Shop");
        assertThat(Told.boundaries(loaded))
                .containsExactly(
                        "Europe group in null", "Europe/Retail group in Europe", "Shop system in Europe/Retail");
        assertThat(Told.needs(loaded))
                .containsExactly(
                        "Shop/API -> Mail system async SMTP declared structurizr.relationship bank.dsl:31:29",
                        "Shop/API -> Shop/DB data null declared structurizr.relationship bank.dsl:42:9",
                        "Shop/Web -> Shop/API sync HTTPS declared structurizr.relationship bank.dsl:40:9"
                                + " declared structurizr.relationship bank.dsl:41:9");
        assertThat(loaded.topology().service("Shop/API")).get().satisfies(service -> {
            assertThat(service.owner()).isEqualTo("team-shop");
            assertThat(service.technology()).isEqualTo("Java");
            assertThat(service.tags()).containsExactly("tier-1", "core");
            assertThat(service.links())
                    .isEqualTo(Map.of("Security", "https://sec.example", "url", "https://wiki.example/api"));
            assertThat(service.source()).hasToString("bank.dsl:20:21");
        });
        assertThat(loaded.topology()
                        .service("Shop/API")
                        .map(Service::healthChecks)
                        .orElseThrow())
                .singleElement()
                .isEqualTo(new HealthCheck(
                        "http://api.example/live",
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        null,
                        new SourceLocation("bank.dsl", 48, 21)));
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "bad-url bank.dsl:47:21 [http://${HOST}.example/ready]",
                        "structurizr-variable bank.dsl:47:21 [HOST]");
    }

    @Test
    void jsonSaysTheSame() {
        Loaded json = Told.read("bank.json", """
                {"name": "Shop", "model": {"properties": {"structurizr.groupSeparator": "/"},
                  "people": [{"id": "1", "name": "Customer", "relationships": [{"destinationId": "3"}]}],
                  "softwareSystems": [
                    {"id": "2", "name": "Shop", "group": "Europe/Retail", "relationships": [{"destinationId": "8"}],
                     "containers": [
                      {"id": "3", "name": "Web", "technology": "React", "tags": "Web Browser", "relationships": [
                        {"destinationId": "4", "technology": "HTTPS"}, {"destinationId": "5", "technology": "JSON"}]},
                      {"id": "4", "name": "API", "technology": "Java", "tags": "tier-1,core",
                       "relationships": [{"destinationId": "6"}],
                       "components": [{"id": "5", "name": "Orders", "relationships": [
                         {"destinationId": "8", "technology": "SMTP", "interactionStyle": "Asynchronous"}]}]},
                      {"id": "6", "name": "DB", "technology": "PostgreSQL 16"},
                      {"id": "7", "name": "Files", "tags": "Disk", "technology": "x"}]},
                    {"id": "8", "name": "Mail system", "tags": "External"}]},
                 "views": {"configuration": {"styles": {"elements": [{"tag": "Disk", "shape": "Cylinder"}]}}}}
                """);
        Loaded dsl = read(SHOP);
        assertThat(Told.services(json)).isEqualTo(Told.services(dsl));
        assertThat(Told.boundaries(json)).isEqualTo(Told.boundaries(dsl));
        assertThat(withoutPlaces(json)).isEqualTo(withoutPlaces(dsl));
    }

    @Test
    void includedFilesAreReadWithTheirOwnPlaces() {
        Loaded loaded = Told.read(
                "a/main.dsl",
                """
                !const DETAILS inner
                workspace {
                  model {
                    !include parts/systems.dsl
                    a -> b
                  }
                  views {
                    styles {
                      !include ../styles.dsl
                    }
                  }
                }
                """,
                Map.of(
                        "a/parts/systems.dsl", "a = softwareSystem \"A\"\n!include ${DETAILS}.dsl\n",
                        "a/parts/inner.dsl", "\n  b = softwareSystem \"B\" \"\" \"Round\"\n",
                        "styles.dsl", "element Round {\n  shape Pipe\n}\n"));
        assertThat(Told.problems(loaded)).isEmpty();
        assertThat(Told.services(loaded)).containsExactly("A service in null", "B queue in null");
        assertThat(loaded.topology().services())
                .extracting(service -> service.source().toString())
                .containsExactly("a/parts/systems.dsl:1:1", "a/parts/inner.dsl:2:3");
        assertThat(Told.needs(loaded))
                .containsExactly("A -> B async null declared structurizr.relationship a/main.dsl:5:5");
    }

    @Test
    void aWorkspaceGoesOnWithTheOneThatItExtends() {
        Map<String, String> beside = Map.of("base.dsl", """
                workspace "Base" {
                  model {
                    a = softwareSystem "A"
                    b = softwareSystem "B"
                  }
                  views {
                  }
                }
                """);
        Loaded loaded = Told.read("w/main.dsl", """
                workspace extends ../base.dsl {
                  name "Extended"
                  description "x"
                  model {
                    !ref a {
                      tags External
                      web = container "Web"
                    }
                    !element b {
                      -> web
                    }
                  }
                }
                """, beside);
        assertThat(Told.problems(loaded)).isEmpty();
        assertThat(loaded.topology().name()).isEqualTo("Extended");
        assertThat(Told.ids(loaded)).containsExactly("A/Web", "B");
        assertThat(Told.needs(loaded))
                .containsExactly("B -> A/Web sync null declared structurizr.relationship w/main.dsl:10:7");
    }

    @Test
    void aFolderHoldsAnExtendedWorkspaceOnlyOnce() {
        List<SourceFile> sources = List.of(
                Told.source("base.dsl", "workspace Base {\nmodel {\na = softwareSystem A\n}\n}", SourceFile.Role.FOUND),
                Told.source(
                        "more.dsl",
                        "workspace extends base.dsl {\nmodel {\nb = softwareSystem B\na -> b\n}\n}",
                        SourceFile.Role.FOUND));
        Loaded loaded = TopologyLoader.standard().read(Path.of("x").toAbsolutePath(), sources);
        assertThat(loaded.problems()).isEmpty();
        assertThat(Told.edges(loaded)).containsExactly("A -> B");
        assertThat(loaded.topology().service("A").orElseThrow().source()).hasToString("base.dsl:3:1");
    }

    @Test
    void aStatementThatIsNotUnderstoodCostsOnlyItself() {
        Loaded loaded = read("""
                workspace {
                  modle {
                  }
                  model {
                    a = softwareSystem "A"
                    nonsense here {
                      b = softwareSystem "B"
                    }
                    c = softwareSystem "C"
                    a -> zz
                    a -> c
                  }
                }
                """);
        assertThat(Told.edges(loaded)).containsExactly("A -> C");
        assertThat(Told.ids(loaded)).containsExactly("A", "C");
        assertThat(Told.problems(loaded)).hasSize(3).satisfies(problems -> {
            assertThat(problems.get(0)).isEqualTo("structurizr-dsl-unexpected bank.dsl:2:3 [modle]");
            assertThat(problems.get(1)).startsWith("structurizr-dsl-refused bank.dsl:6:5 [Unexpected tokens");
            assertThat(problems.get(2))
                    .isEqualTo("structurizr-dsl-refused bank.dsl:10:5"
                            + " [The destination element \"zz\" does not exist]");
        });
    }

    @Test
    void aTextThatEndsTooEarlyIsReadAsFarAsItGoes() {
        Loaded loaded = read("workspace {\n  model {\n    a = softwareSystem \"A\" {\n      b = container \"B\"\n");
        assertThat(Told.ids(loaded)).containsExactly("A/B");
        assertThat(Told.problems(loaded)).containsExactly("structurizr-dsl-open bank.dsl:4:7 []");
    }

    /// The library alone refuses the last line, because the one before it implies the same.
    @Test
    void aRelationshipMayFollowOneThatImpliesIt() {
        Loaded loaded = Told.read("workspace.dsl", """
                workspace {
                    model {
                        mail = softwareSystem "Mail"
                        shop = softwareSystem "Shop" {
                            web = container "Web" {
                                form = component "Form"
                            }
                        }
                        form -> mail "sends"
                        web -> mail "sends"
                        shop -> mail "sends"
                    }
                }
                """);
        assertThat(Told.problems(loaded)).isEmpty();
        assertThat(Told.edges(loaded)).containsExactly("Shop/Web -> Mail");
    }

    @Test
    void wordsOfOlderVersionsAreUnderstood() {
        Loaded loaded = read("""
                !constant NAME "A"
                workspace {
                  !impliedRelationships true
                  model {
                    enterprise "Big" {
                      a = softwareSystem "${NAME}"
                    }
                    impliedRelationships false
                  }
                }
                """);
        assertThat(Told.problems(loaded)).isEmpty();
        assertThat(Told.services(loaded)).containsExactly("A service in Big");
    }

    @Test
    void longTextsInThreeQuotesAreOneWord() {
        Loaded loaded = read(
                "workspace {\r\n model {\r\n  a = softwareSystem A \"\"\"\r\n   Says \"hello\"\r\n   }\r\n  \"\"\"\r\n"
                        + "  b = softwareSystem B\r\n }\r\n}\r\n");
        assertThat(Told.problems(loaded)).isEmpty();
        assertThat(Told.ids(loaded)).containsExactly("A", "B");
        assertThat(loaded.topology().service("B").orElseThrow().source()).hasToString("bank.dsl:7:3");
    }

    @Test
    void aModelAloneIsReadWhereItIsNamedButNotWhereItIsFound() {
        String model = "model {\n  a = softwareSystem \"A\"\n}\n";
        assertThat(Told.ids(read(model))).containsExactly("A");
        Loaded found = TopologyLoader.standard()
                .read(Path.of("x").toAbsolutePath(), List.of(Told.source("part.dsl", model, SourceFile.Role.FOUND)));
        assertThat(found.topology().services()).isEmpty();
        assertThat(found.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspaces are nice {\n}",
                "specification {\n element system\n}\nmodel {\n a = system 'A'\n}",
                "model {\n a = system 'A'\n}",
                "digraph workspace {\n a -> b\n}",
                "a = softwareSystem \"A\"\nworkspace {\n}",
                ""
            })
    void otherTextsAreLeftAlone(String text) {
        assertThat(new StructurizrImporter()
                        .accepts(new Document.Plain(new SourceText("x.dsl", text), SourceFile.Role.NAMED)))
                .isFalse();
    }

    private static Loaded read(String dsl) {
        return Told.read("bank.dsl", dsl);
    }

    private static List<String> withoutPlaces(Loaded loaded) {
        return Told.needs(loaded).stream()
                .map(need -> need.replaceAll(" bank\\.\\w+:\\d+:\\d+", ""))
                .toList();
    }
}
