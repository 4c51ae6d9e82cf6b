package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.TextEdit;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class OverlayHomeTest {
    private static final String SHOP = """
            services:
              web:
                image: shop/web
                depends_on: [cart]
              cart:
                image: shop/cart
                environment:
                  STORE: "redis://store:6379"
              store: {image: redis}
            """;
    private static final String WORKSPACE = "compose.workspace.yaml";

    private final Edited shop = Edited.files("compose.yaml", SHOP);

    @Test
    void aFileIsMadeForTheFirstThingThatHasNoHome() {
        shop.gives("""
                +format: 1
                +overlays:
                +  services:
                +    cart:
                +      owner: team-cart
                """, new TopologyEdit.SetOwner("cart", "team-cart"));
        assertThat(((EditedSources.Done) shop.apply(new TopologyEdit.SetOwner("cart", "team-cart"))).kept())
                .extracting(KeptEdit::message)
                .containsExactly("Kept in the workspace, since Docker Compose has no place for an owner");
    }

    @Test
    void whatIsKeptTogetherIsSaidInOneSentence() {
        EditedSources.Done done = (EditedSources.Done) shop.apply(
                new TopologyEdit.AddBoundary("shopping", null, null, null),
                new TopologyEdit.MoveService("cart", "shopping"),
                new TopologyEdit.SetOwner("cart", "us"));
        assertThat(KeptEdit.words(done.kept()))
                .contains("Kept in the workspace, since Docker Compose has no place for such a boundary and an owner");
        assertThat(KeptEdit.words(List.of())).isEmpty();
    }

    @Test
    void aComposeServiceMovesIntoABoundaryThatOnlyTheWorkspaceHas() {
        Edited edited = shop.after(
                new TopologyEdit.AddBoundary("shopping", "Shopping", "bounded-context", null),
                new TopologyEdit.AddBoundary("all", null, null, null),
                new TopologyEdit.NestBoundary("shopping", "all"),
                new TopologyEdit.MoveService("cart", "shopping"),
                new TopologyEdit.MoveService("store", "shopping"),
                new TopologyEdit.OwnBoundary("shopping", "team-cart"));
        assertThat(edited.text(WORKSPACE)).isEqualTo("""
                format: 1
                overlays:
                  boundaries:
                    shopping:
                      name: Shopping
                      kind: bounded-context
                      within: all
                      owner: team-cart
                    all: {}
                  services:
                    cart:
                      boundary: shopping
                    store:
                      boundary: shopping
                """);
        Topology read = edited.loaded().topology();
        assertThat(read.service("cart").orElseThrow().boundary()).isEqualTo("shopping");
        assertThat(read.boundary("shopping")
                        .map(Boundary::source)
                        .map(Object::toString)
                        .orElseThrow())
                .isEqualTo("compose.workspace.yaml:4:5");
        assertThat(edited.loaded().problems()).isEmpty();
    }

    @Test
    void everythingThatComposeCannotSayIsSaidThere() {
        Edited edited = shop.after(
                new TopologyEdit.SetKind("store", ServiceKind.DATABASE),
                new TopologyEdit.NameService("web", "The shop"),
                new TopologyEdit.SetTechnology("web", "Go"),
                new TopologyEdit.SetTags("web", List.of("tier-1", "yes")),
                new TopologyEdit.SetLink("web", "runbook", "https://wiki.example/web"),
                new TopologyEdit.SetHealthCheck("web", null, "http://localhost:8080/health"),
                new TopologyEdit.Annotate("cart", "store", DependencyKind.DATA, false, "resp", null));
        assertThat(edited.text("compose.yaml")).isEqualTo(SHOP);
        Topology read = edited.loaded().topology();
        Service web = read.service("web").orElseThrow();
        assertThat(web.name()).isEqualTo("The shop");
        assertThat(web.technology()).isEqualTo("Go");
        assertThat(web.tags()).containsExactly("tier-1", "yes");
        assertThat(web.links()).isEqualTo(Map.of("runbook", "https://wiki.example/web"));
        assertThat(web.healthChecks()).extracting(HealthCheck::url).containsExactly("http://localhost:8080/health");
        assertThat(read.service("store").orElseThrow().kind()).isEqualTo(ServiceKind.DATABASE);
        Dependency dependency = read.dependency("cart", "store").orElseThrow();
        assertThat(dependency.required()).isFalse();
        assertThat(dependency.protocol()).isEqualTo("resp");
        assertThat(dependency.evidence()).extracting(Evidence::rule).contains("workspace.overlay");
    }

    @Test
    void commentsAndPinsOfAWorkspaceStay() {
        String before = "# ours\r\nformat: 1\r\npins:\r\n  services:\r\n    web: {x: 1, y: 2}   # here\r\n";
        Edited edited = Edited.files("compose.yaml", SHOP, WORKSPACE, before)
                .after(new TopologyEdit.SetOwner("web", "team-web"));
        assertThat(edited.text(WORKSPACE))
                .isEqualTo(before + "overlays:\r\n  services:\r\n    web:\r\n      owner: team-web\r\n");
    }

    @Test
    void theLastThingThatIsTakenBackLeavesNothing() {
        Edited made = shop.after(
                new TopologyEdit.SetOwner("cart", "team-cart"),
                new TopologyEdit.AddBoundary("shopping", null, null, null),
                new TopologyEdit.MoveService("cart", "shopping"),
                new TopologyEdit.Connect("store", "web", DependencyKind.ASYNC));
        Edited cleared = made.after(
                new TopologyEdit.Disconnect("store", "web"),
                new TopologyEdit.SetOwner("cart", null),
                new TopologyEdit.DissolveBoundary("shopping"));
        assertThat(cleared.text(WORKSPACE)).isEmpty();
        String own = "format: 1\n# mine\naliases: {cart: [basket]}\n";
        Edited other = Edited.files("compose.yaml", SHOP, WORKSPACE, own);
        assertThat(other.after(
                                new TopologyEdit.SetKind("web", ServiceKind.WEB),
                                new TopologyEdit.SetOwner("web", "us"),
                                new TopologyEdit.DeleteService("web"))
                        .text(WORKSPACE))
                .isEqualTo(own);
    }

    @Test
    void whatTheSplicesDidTheyTakeBackToTheByte() {
        EditedSources.Done done = (EditedSources.Done) shop.apply(
                new TopologyEdit.AddBoundary("shopping", null, null, null),
                new TopologyEdit.MoveService("cart", "shopping"),
                new TopologyEdit.RenameService("cart", "basket"));
        Map<String, String> texts = new TreeMap<>(Map.of("compose.yaml", SHOP, WORKSPACE, ""));
        List<String> states = new java.util.ArrayList<>();
        for (Splices round : done.splices()) {
            states.add(texts.get(round.file()));
            texts.compute(round.file(), (_, text) -> TextEdit.apply(String.valueOf(text), round.edits()));
        }
        for (int at = done.splices().size() - 1; at >= 0; at--) {
            Splices round = done.splices().get(at);
            String now = texts.get(round.file());
            texts.put(
                    round.file(), TextEdit.apply(String.valueOf(now), TextEdit.inverse(states.get(at), round.edits())));
        }
        assertThat(texts).isEqualTo(Map.of("compose.yaml", SHOP, WORKSPACE, ""));
    }

    @Test
    void aRenamedServiceIsRenamedThereToo() {
        Edited made = shop.after(
                new TopologyEdit.SetOwner("cart", "team-cart"),
                new TopologyEdit.Connect("store", "cart", DependencyKind.ASYNC));
        Edited renamed = made.after(new TopologyEdit.RenameService("cart", "basket"));
        assertThat(renamed.text(WORKSPACE)).isEqualTo("""
                format: 1
                overlays:
                  services:
                    basket:
                      owner: team-cart
                    store:
                      depends_on: {basket: {kind: async}}
                """);
        assertThat(renamed.after(new TopologyEdit.DeleteService("basket")).text(WORKSPACE))
                .isEmpty();
        assertThat(made.after(new TopologyEdit.DuplicateService("cart", "second"))
                        .loaded()
                        .topology()
                        .service("second")
                        .orElseThrow()
                        .owner())
                .isEqualTo("team-cart");
    }

    @Test
    void aNamespaceGetsAnOwnerAndItsServicesOtherBoundaries() {
        Edited cluster = Edited.files("a.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, namespace: shop}
                spec: {template: {spec: {containers: [{name: cart, image: shop/cart}]}}}
                """);
        assertThat(cluster.loaded().topology().boundaries()).hasSize(1);
        String namespace = cluster.loaded().topology().boundaries().getFirst().id();
        Edited edited = cluster.after(
                new TopologyEdit.OwnBoundary(namespace, "team-shop"),
                new TopologyEdit.AddBoundary("cart-context", null, "bounded-context", namespace),
                new TopologyEdit.MoveService("shop/cart", "cart-context"));
        Topology read = edited.loaded().topology();
        assertThat(read.boundary(namespace).orElseThrow().owner()).isEqualTo("team-shop");
        assertThat(read.service("shop/cart").orElseThrow().boundary()).isEqualTo("cart-context");
        // To say that it is in none is more than a workspace can.
        cluster.refuses("no-home", new TopologyEdit.MoveService("shop/cart", null));
        assertThat(edited.after(new TopologyEdit.MoveService("shop/cart", namespace))
                        .loaded()
                        .topology()
                        .service("shop/cart")
                        .orElseThrow()
                        .boundary())
                .isEqualTo(namespace);
    }

    @Test
    void whatADescriptorSaysIsNotUnsaid() {
        shop.refuses("no-home", new TopologyEdit.SetOwner("web", null));
        Edited made = shop.after(new TopologyEdit.SetOwner("web", "us"));
        made.refuses("no-home", new TopologyEdit.NameService("web", null));
        made.refuses("address-stays", new TopologyEdit.Disconnect("cart", "store"));
    }

    @Test
    void aWorkspaceThatCannotBeReadIsLeftAlone() {
        Edited.files("compose.yaml", SHOP, WORKSPACE, "format: 1\nformat: 1\n")
                .refuses("duplicate-keys", new TopologyEdit.SetOwner("web", "us"));
        Edited.files("compose.yaml", SHOP, WORKSPACE, "- a\n- b\n")
                .refuses("no-place", new TopologyEdit.SetOwner("web", "us"));
    }
}
