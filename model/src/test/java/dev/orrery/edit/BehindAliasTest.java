package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.DependencyKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class BehindAliasTest {
    private static final String SHOP = """
            topology: Shop
            x-team: &team 'team-shop'   # all of us
            services:
              web:
                owner: *team   # today
                depends_on: &needs   # shared
                  - cart
                  - mail
              admin:
                owner: *team
                depends_on: *needs   # as the page
              cart: {owner: &them team-cart, tags: [*them, a]}
              mail: {owner: *them}
              spare: &body
                technology: Go
              second: *body
            """;

    private final Edited shop = Edited.file(SHOP);

    @Test
    void itIsRefusedAndSaysWhatBothWaysWouldDo() {
        assertThat(choice(shop, new TopologyEdit.SetOwner("web", "us")))
                .isEqualTo(new AliasChoice("team", List.of("admin"), true));
        assertThat(choice(shop, new TopologyEdit.Connect("admin", "spare", null)))
                .isEqualTo(new AliasChoice("needs", List.of("web"), true));
        assertThat(choice(shop, new TopologyEdit.SetTechnology("second", "Rust")))
                .isEqualTo(new AliasChoice("body", List.of("spare"), true));
        // The anchor stands at the service itself: there is nothing to write out.
        assertThat(choice(shop, new TopologyEdit.SetTechnology("spare", "Rust")))
                .isEqualTo(new AliasChoice("body", List.of("second"), false));
        // The anchor is an owner there and a tag here: not the same can be said of both.
        assertThat(choice(shop, new TopologyEdit.SetOwner("mail", "us")))
                .isEqualTo(new AliasChoice("them", null, true));
        shop.refuses("alias", new TopologyEdit.SetOwner("web", "us"));
    }

    @Test
    void theAnchorIsChangedForAll() {
        assertThat(lines(BehindAlias.ANCHOR, new TopologyEdit.SetOwner("web", "us")))
                .isEqualTo("-x-team: &team 'team-shop'   # all of us\n+x-team: &team 'us'   # all of us\n");
        assertThat(lines(BehindAlias.ANCHOR, new TopologyEdit.Connect("admin", "spare", null)))
                .isEqualTo("+      - spare\n");
        assertThat(lines(BehindAlias.ANCHOR, new TopologyEdit.Disconnect("admin", "mail")))
                .isEqualTo("-      - mail\n");
        assertThat(lines(BehindAlias.ANCHOR, new TopologyEdit.SetTechnology("second", "Rust")))
                .isEqualTo("-    technology: Go\n+    technology: Rust\n");
    }

    @Test
    void theAliasIsWrittenOutInItsPlaceAlone() {
        assertThat(lines(BehindAlias.DETACH, new TopologyEdit.SetOwner("web", "us")))
                .isEqualTo("-    owner: *team   # today\n+    owner: us   # today\n");
        assertThat(lines(BehindAlias.DETACH, new TopologyEdit.Connect("admin", "spare", null)))
                .isEqualTo("""
                        -    depends_on: *needs   # as the page
                        +    depends_on:   # as the page
                        +      - cart
                        +      - mail
                        +      - spare
                        """);
        assertThat(lines(BehindAlias.DETACH, new TopologyEdit.Disconnect("admin", "mail")))
                .isEqualTo("""
                        -    depends_on: *needs   # as the page
                        +    depends_on:   # as the page
                        +      - cart
                        """);
        assertThat(lines(BehindAlias.DETACH, new TopologyEdit.SetTechnology("second", "Rust")))
                .isEqualTo("-  second: *body\n+  second:\n+    technology: Rust\n");
        assertThat(lines(BehindAlias.DETACH, new TopologyEdit.SetTags("cart", List.of("b", "a"))))
                .isEqualTo("""
                        -  cart: {owner: &them team-cart, tags: [*them, a]}
                        +  cart: {owner: &them team-cart, tags: [b, a]}
                        """);
    }

    @Test
    void itIsTheSameInCompose() {
        Edited compose = Edited.files("compose.yaml", """
                x-needs: &needs [db, mail]
                services:
                  a: {image: a, depends_on: *needs}
                  b: {image: b, depends_on: *needs}
                  db: {image: postgres}
                  mail: {image: mailhog}
                """);
        assertThat(choice(compose, new TopologyEdit.Disconnect("a", "mail")))
                .isEqualTo(new AliasChoice("needs", List.of("b"), true));
        assertThat(lines(compose, BehindAlias.ANCHOR, new TopologyEdit.Disconnect("a", "mail")))
                .isEqualTo("-x-needs: &needs [db, mail]\n+x-needs: &needs [db]\n");
        assertThat(lines(compose, BehindAlias.DETACH, new TopologyEdit.Disconnect("a", "mail")))
                .isEqualTo("-  a: {image: a, depends_on: *needs}\n+  a: {image: a, depends_on: [db]}\n");
        // With the anchor the second would need itself.
        assertThat(choice(compose, new TopologyEdit.Connect("a", "b", null)))
                .isEqualTo(new AliasChoice("needs", null, true));
    }

    @Test
    void whatStandsBehindNoAliasIsMadeAsEver() {
        assertThat(lines(BehindAlias.DETACH, new TopologyEdit.SetTechnology("web", "Go")))
                .isEqualTo("+    technology: Go\n");
        assertThat(shop.apply(new TopologyEdit.Connect("spare", "nobody", DependencyKind.SYNC)))
                .isInstanceOfSatisfying(
                        EditedSources.Refused.class,
                        refused -> assertThat(refused.refused().getFirst().choice())
                                .isNull());
    }

    private static AliasChoice choice(Edited edited, TopologyEdit edit) {
        return Objects.requireNonNull(((EditedSources.Refused) edited.apply(edit))
                .refused()
                .getFirst()
                .choice());
    }

    private String lines(BehindAlias behind, TopologyEdit edit) {
        return lines(shop, behind, edit);
    }

    private static String lines(Edited edited, BehindAlias behind, TopologyEdit edit) {
        EditedSources made = new SourceEditor(TopologyLoader.standard()).apply(edited.loaded(), List.of(edit), behind);
        assertThat(made).isInstanceOf(EditedSources.Done.class);
        return Edited.lines((EditedSources.Done) made);
    }
}
