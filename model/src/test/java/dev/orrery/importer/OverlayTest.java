package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.probe.Trust;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OverlayTest {
    private static final Path ROOT = Path.of("/open").toAbsolutePath();
    private static final String SHOP = """
            services:
              web: {image: shop/web, depends_on: [cart, db]}
              cart: {image: shop/cart, container_name: basket-42}
              db: {image: postgres}
            """;

    @Test
    void whatItSaysCountsAndListsComeInAddition() {
        Loaded loaded = loaded("""
                overlays:
                  boundaries:
                    shop: {name: Shop, kind: bounded-context, within: all, owner: team-shop}
                    all:
                  services:
                    web:
                      name: The shop
                      kind: web
                      boundary: shop
                      owner: team-web
                      technology: Go
                      tags: [tier-1]
                      links: {runbook: "https://wiki.example/web"}
                      health: {url: "http://web.example:8080/health", interval: 30s}
                      availability: 99.5 %
                      depends_on: [mail]
                    basket-42:
                      owner: team-cart
                      depends_on: {db: {kind: async, required: false}}
                    db: {kind: external}
                """);
        Topology topology = loaded.topology();
        Service web = topology.service("web").orElseThrow();
        assertThat(web.name()).isEqualTo("The shop");
        assertThat(web.kind()).isEqualTo(ServiceKind.WEB);
        assertThat(web.owner()).isEqualTo("team-web");
        assertThat(web.promise().availability()).isEqualTo("99.5");
        assertThat(web.sources())
                .extracting(Object::toString)
                .containsExactly("compose.yaml:2:3", "compose.workspace.yaml:6:5");
        assertThat(topology.enclosing(web.boundary()))
                .extracting(Boundary::name)
                .containsExactly("Shop", "all");
        assertThat(topology.service("cart").orElseThrow().owner()).isEqualTo("team-cart");
        // The kind that followed from a database follows no more.
        assertThat(topology.dependency("web", "db").orElseThrow().kind()).isEqualTo(DependencyKind.SYNC);
        var added = topology.dependency("cart", "db").orElseThrow();
        assertThat(added.kind()).isEqualTo(DependencyKind.ASYNC);
        assertThat(added.required()).isFalse();
        assertThat(added.evidence())
                .extracting(Evidence::rule, piece -> piece.source().toString(), Evidence::ruleWords)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "workspace.overlay", "compose.workspace.yaml:19:20", "overlay of the workspace"));
        assertThat(topology.dependency("web", "mail").orElseThrow().dangling()).isTrue();
        assertThat(told(loaded)).containsExactly("warning dangling-dependency compose.workspace.yaml:16:20");
    }

    @Test
    void itsHealthChecksAskForTheSameTrustAsThoseOfDescriptors() {
        Loaded loaded = loaded("""
                overlays: {services: {web: {health: {url: "http://web.example:8080/health"}}}}
                """);
        assertThat(Trust.wantedBy(loaded.topology()).origins())
                .extracting(Object::toString)
                .anyMatch(origin -> origin.contains("web.example:8080"));
        assertThat(Trust.wantedBy(loaded("format: 1\n").topology()).origins()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndTheRestCounts() {
        Loaded loaded = loaded("""
                overlays:
                  service: {}
                  boundaries:
                    a: {within: b}
                    b: {within: a}
                    c: {within: nowhere, color: red}
                  services:
                    wev: {owner: us}
                    something-else: {owner: us}
                    web: {kind: wheel, boundary: elsewhere, ownr: us, owner: them, releases: {}}
                    cart: {depends_on: [cart, {a: b}], health: {url: "ftp://a"}}
                    db: 5
                """);
        assertThat(loaded.topology().service("web").orElseThrow().owner()).isEqualTo("them");
        assertThat(loaded.topology().boundaries()).extracting(Boundary::within).containsOnlyNulls();
        assertThat(told(loaded))
                .containsExactly(
                        "warning misspelt-key compose.workspace.yaml:2:3",
                        "error boundary-cycle compose.workspace.yaml:4:17",
                        "error unknown-boundary compose.workspace.yaml:6:17",
                        "warning unknown-key compose.workspace.yaml:6:26",
                        "warning overlay-misspelt compose.workspace.yaml:8:5",
                        "warning overlay-unknown compose.workspace.yaml:9:5",
                        "error unknown-kind compose.workspace.yaml:10:17",
                        "error unknown-boundary compose.workspace.yaml:10:34",
                        "warning misspelt-key compose.workspace.yaml:10:45",
                        "warning unknown-key compose.workspace.yaml:10:68",
                        "warning self-dependency compose.workspace.yaml:11:25",
                        "error expected-text compose.workspace.yaml:11:31",
                        "error bad-url-scheme compose.workspace.yaml:11:54",
                        "error expected-mapping compose.workspace.yaml:12:9");
    }

    @Test
    void theWorkspaceOfTheFileCountsBeforeThatOfTheFolder() {
        Loaded loaded = TopologyLoader.standard()
                .read(
                        ROOT,
                        List.of(
                                file("compose.yaml", SourceFile.Role.NAMED, SHOP),
                                file(
                                        "orrery.workspace.yaml",
                                        SourceFile.Role.SIDE,
                                        "overlays: {services: {web: {owner: a, technology: Go}}}\n"),
                                file(
                                        "compose.workspace.yaml",
                                        SourceFile.Role.SIDE,
                                        "overlays: {services: {web: {owner: b}}}\n")));
        Service web = loaded.topology().service("web").orElseThrow();
        assertThat(web.owner()).isEqualTo("b");
        assertThat(web.technology()).isEqualTo("Go");
    }

    private static Loaded loaded(String workspace) {
        return TopologyLoader.standard()
                .read(
                        ROOT,
                        List.of(
                                file("compose.yaml", SourceFile.Role.NAMED, SHOP),
                                file("compose.workspace.yaml", SourceFile.Role.SIDE, workspace)));
    }

    private static SourceFile file(String name, SourceFile.Role role, String content) {
        return new SourceFile(ROOT.resolve(name), role, new SourceText(name, content), List.of());
    }

    private static Stream<String> told(Loaded loaded) {
        return loaded.problems().stream()
                .filter(problem -> problem.source().file().endsWith("workspace.yaml"))
                .map(problem -> problem.severity().word() + " " + problem.code() + " " + problem.source());
    }
}
