package dev.orrery.importer.contextmapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextMapperImporterTest {
    /// In each of these A is downstream and needs B, or they need each other.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A <- B                            | A -> B upstream-downstream
            B -> A                            | A -> B upstream-downstream
            A<-B                              | A -> B upstream-downstream
            A [D]<-[U] B                      | A -> B upstream-downstream
            B [U]->[D] A                      | A -> B upstream-downstream
            A [ACL]<-[OHS,PL] B               | A -> B upstream-downstream
            A [D , ACL] <- [ U,OHS, PL ] B    | A -> B upstream-downstream
            A Downstream-Upstream B           | A -> B upstream-downstream
            B Upstream-Downstream A           | A -> B upstream-downstream
            B[OHS,PL] Upstream-Downstream [ACL]A | A -> B upstream-downstream
            B[] Upstream-Downstream[]A        | A -> B upstream-downstream
            A [D,C]<-[U,S] B                  | A -> B customer-supplier
            A [C]<-[S] B                      | A -> B customer-supplier
            B [U,S,PL]->[D,C,ACL] A           | A -> B customer-supplier
            A Customer-Supplier B             | A -> B customer-supplier
            A[ACL]Customer-Supplier[PL]B      | A -> B customer-supplier
            B Supplier-Customer A             | A -> B customer-supplier
            A [SK]<->[SK] B                   | A -> B shared-kernel, B -> A shared-kernel
            [SK]A <-> [SK]B                   | A -> B shared-kernel, B -> A shared-kernel
            A[SK] <-> B[SK]                   | A -> B shared-kernel, B -> A shared-kernel
            A <-> B                           | A -> B shared-kernel, B -> A shared-kernel
            B Shared-Kernel A                 | A -> B shared-kernel, B -> A shared-kernel
            A [P]<->[P] B                     | A -> B partnership, B -> A partnership
            [P]A<->B[P]                       | A -> B partnership, B -> A partnership
            A Partnership B                   | A -> B partnership, B -> A partnership
            """)
    void theArrowIsInfluenceAndTheDependencyItsReverse(String relation, String expected) {
        for (String end : new String[] {"", " : Name", " { }", ":Name{ implementationTechnology = \"x\" }"}) {
            Loaded loaded = read("ContextMap { contains A, B\n" + relation + end + "\n}");
            assertThat(loaded.problems()).isEmpty();
            assertThat(Texts.evidence(loaded))
                    .map(told -> told.replace("declared contextmapper.", "").replaceAll(" \\d+:\\d+$", ""))
                    .containsExactly(expected.split(", ", -1));
        }
    }

    @Test
    void aMapIsReadWithAllThatItsBodiesHold() {
        Loaded loaded = read("""
                /* A map { that [ is */
                ContextMap Shop { // not closed here: }
                  type = SYSTEM_LANDSCAPE
                  state TO_BE
                  contains Orders, Billing
                  contains Mail
                  Orders [D,ACL]<-[U,OHS,PL] Billing : Pay { // one
                    exposedAggregates = Invoices, Payments
                    implementationTechnology "RESTful HTTP"
                    downstreamRights = VETO_RIGHT
                  }
                  [P]Orders <-> [P]Mail
                  Mail [D]<-[U] Billing
                }
                BoundedContext Orders implements Selling realizes X refines Y {
                  domainVisionStatement = "Sells { and 'sells'"
                  type = FEATURE
                  implementationTechnology = "Java"
                  responsibilities = "One", "Two"
                  Module m {
                    basePackage = shop.type.Aggregate
                    Aggregate Baskets {
                      owner = Team1
                      Entity Basket { aggregateRoot String owner - Item item Repository R { find(@Basket b); } }
                    }
                  }
                  "A text about it" Aggregate Lists { owner Team1 }
                  Aggregate Wishes
                  Application { Service S { void type(); } Flow F { event E triggers command C } }
                }
                BoundedContext Billing
                Domain Trade {
                  domainVisionStatement "All"
                  Subdomain Selling supports Story { type = CORE_DOMAIN Entity E { String x } }
                  Subdomain Buying
                }
                UserStory Story { As a "buyer" I want to create an "Order" so that "I have it" }
                """);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().name()).isEqualTo("Shop");
        assertThat(Texts.services(loaded))
                .containsExactly("Billing: service", "Mail: service", "Selling > Orders: service");
        assertThat(Texts.boundaries(loaded))
                .containsExactly("Trade > Selling: subdomain (Selling)", "Trade: domain (Trade)");
        assertThat(Texts.evidence(loaded))
                .containsExactly(
                        "Mail -> Billing declared contextmapper.upstream-downstream 13:17",
                        "Mail -> Orders declared contextmapper.partnership 12:6",
                        "Orders -> Billing declared contextmapper.upstream-downstream 7:30",
                        "Orders -> Mail declared contextmapper.partnership 12:20");
        assertThat(loaded.topology().dependencies())
                .extracting(Dependency::protocol)
                .containsExactly(null, null, "RESTful HTTP", null);
        Service orders = Texts.service(loaded, "Orders");
        assertThat(orders.technology()).isEqualTo("Java");
        assertThat(orders.owner()).isEqualTo("Team1");
        assertThat(orders.owns()).containsExactly("Baskets", "Lists", "Wishes");
        assertThat(orders.tags()).containsExactly("feature");
        assertThat(orders.source()).hasToString("map.cml:15:16");
    }

    @Test
    void aTeamThatRealizesAContextOwnsIt() {
        Loaded loaded = read("""
                ContextMap { type = ORGANIZATIONAL contains A, B, Front
                  A [U]->[D] Front
                }
                BoundedContext Front realizes A { type = TEAM }
                BoundedContext Back realizes A, B { type TEAM }
                BoundedContext A BoundedContext B
                """);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().services())
                .extracting(service -> service.id() + " " + service.owner() + " " + service.tags())
                .containsExactly("A null []", "B Back []", "Front null [team]");
        assertThat(Texts.edges(loaded)).containsExactly("Front -> A");
    }

    @Test
    void aContextStandsWhereAllThatItImplementsStands() {
        Loaded loaded = read("""
                Domain One { Subdomain X Subdomain Y }
                Domain Two { Subdomain Z }
                BoundedContext InX implements X
                BoundedContext InOne implements X, Y
                BoundedContext AlsoInOne implements One
                BoundedContext Nowhere implements X, Z
                BoundedContext Lost implements Gone
                """);
        assertThat(Texts.problems(loaded)).containsExactly("cml-unknown-domain @ map.cml:7:32");
        assertThat(Texts.services(loaded))
                .containsExactly(
                        "One > AlsoInOne: service",
                        "One > InOne: service",
                        "X > InX: service",
                        "Lost: service",
                        "Nowhere: service");
        assertThat(Texts.boundaries(loaded)).containsExactly("One: domain (One)", "One > X: subdomain (X)");
    }

    @Test
    void filesImportEachOther() {
        Loaded loaded = Texts.named("maps/map.cml", """
                        import "../contexts.cml"
                        import "./gone.cml"
                        import "../../out.cml"
                        ContextMap { contains A, B A <- B }
                        """)
                .with(
                        "contexts.cml",
                        SourceFile.Role.SIDE,
                        "import 'maps/map.cml' import \"more.cml\" BoundedContext A { implementationTechnology = \"Java\" }")
                .with("more.cml", SourceFile.Role.FOUND, "BoundedContext B { type = SYSTEM }")
                .read();
        assertThat(Texts.problems(loaded))
                .containsExactly("cml-import-missing @ maps/map.cml:2:8", "cml-import-outside @ maps/map.cml:3:8");
        assertThat(Texts.edges(loaded)).containsExactly("A -> B");
        assertThat(Texts.service(loaded, "A").technology()).isEqualTo("Java");
        assertThat(Texts.service(loaded, "B").tags()).containsExactly("system");
    }

    @Test
    void twoMapsShareTheContextsThatTheyImport() {
        Loaded loaded = Texts.named("one.cml", "import \"all.cml\" ContextMap One { contains A, B A <- B }")
                .with("two.cml", SourceFile.Role.NAMED, "import \"all.cml\" ContextMap Two { contains A, B B <- A }")
                .with("all.cml", SourceFile.Role.NAMED, "BoundedContext A BoundedContext B")
                .read();
        assertThat(loaded.problems()).isEmpty();
        assertThat(Texts.services(loaded)).containsExactly("A: service", "B: service");
        assertThat(Texts.edges(loaded)).containsExactly("A -> B", "B -> A");
    }

    @Test
    void whatIsWrongIsSaidAndTheRestIsRead() {
        Loaded loaded = read("""
                ContextMap {
                  contains A, B
                  A uses B
                  A <- ] x
                  A <- Gone
                  Gone2 <- B
                  A <- B
                }
                BoundedContext A { implementationTechnology = 'Java
                }
                BoundedContext A
                BoundedContext B {
                """);
        assertThat(Texts.problems(loaded))
                .containsExactly(
                        "cml-not-understood @ map.cml:3:3",
                        "cml-not-understood @ map.cml:4:3",
                        "dangling-dependency @ map.cml:5:8",
                        "cml-unknown-context @ map.cml:6:3",
                        "cml-context-twice @ map.cml:11:16",
                        "cml-unclosed-block @ map.cml:12:18");
        assertThat(Texts.edges(loaded)).containsExactly("A -> B", "A -> Gone (dangling)");
    }

    @Test
    void placesAreCountedAsEditorsDo() {
        Loaded loaded = read("\uFEFFContextMap {\r\n\tcontains A, B\r\tA <- B\n}");
        assertThat(Texts.evidence(loaded)).containsExactly("A -> B declared contextmapper.upstream-downstream 3:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Notes\nA BoundedContext is a border.\n",
                "import java.util.List;\nclass X {}\n",
                "Domain: example.org\n",
                "package x;\n/** ContextMap */ class ContextMap {}\n"
            })
    void otherTextsAreLeftAlone(String content) {
        assertThat(read(content).problems())
                .extracting(Problem::code)
                .isNotEmpty()
                .noneMatch(code -> code.startsWith("cml-"));
    }

    private static Loaded read(String content) {
        return Texts.named("map.cml", content).read();
    }
}
