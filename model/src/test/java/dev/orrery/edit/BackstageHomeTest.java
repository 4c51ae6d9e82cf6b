package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BackstageHomeTest {
    private static final String CATALOG = """
            apiVersion: backstage.io/v1alpha1
            kind: Domain
            metadata:
              name: sales
            spec:
              owner: team-sales
            ---
            apiVersion: backstage.io/v1alpha1
            kind: System
            metadata:
              name: Shop
            spec:
              owner: team-a   # for now
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: web
            spec:
              type: website
              owner: team-a
              dependsOn:
                - component:orders   # to buy
                - resource:db
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: orders
            spec:
              type: service
              lifecycle: production
              owner: team-a
              system: shop
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Resource
            metadata:
              name: db
            spec:
              type: database
            """;

    private final Edited shop = Edited.files("catalog-info.yaml", CATALOG);

    @Test
    void ownersAndTitlesAreSetAndTakenBack() {
        shop.gives(
                "-  owner: team-a   # for now\n+  owner: team-b   # for now\n",
                new TopologyEdit.OwnBoundary("system:default/shop", "team-b"));
        shop.gives("+  owner: team-b\n", new TopologyEdit.SetOwner("resource:default/db", "team-b"));
        shop.gives("+  title: The site\n", new TopologyEdit.NameService("component:default/web", "The site"));
    }

    @Test
    void componentsMoveIntoSystemsAndSystemsIntoDomains() {
        shop.gives("+  system: Shop\n", new TopologyEdit.MoveService("component:default/web", "system:default/shop"));
        shop.gives("-  system: shop\n", new TopologyEdit.MoveService("component:default/orders", null));
        shop.gives("+  domain: sales\n", new TopologyEdit.NestBoundary("system:default/shop", "domain:default/sales"));
        shop.gives("""
                +format: 1
                +overlays:
                +  services:
                +    component:default/web:
                +      boundary: domain:default/sales
                """, new TopologyEdit.MoveService("component:default/web", "domain:default/sales"));
    }

    @Test
    void dependenciesAreDrawnTakenOutAndLedToOthers() {
        shop.gives(
                "+  dependsOn:\n+    - resource:db\n",
                new TopologyEdit.Connect("component:default/orders", "resource:default/db", null));
        shop.gives(
                "-    - component:orders   # to buy\n",
                new TopologyEdit.Disconnect("component:default/web", "component:default/orders"));
        shop.gives(
                "-  dependsOn:\n-    - component:orders   # to buy\n-    - resource:db\n",
                new TopologyEdit.Disconnect("component:default/web", "component:default/orders"),
                new TopologyEdit.Disconnect("component:default/web", "resource:default/db"));
    }

    @Test
    void anEntityGoesAsADocumentWithWhatOthersSayOfIt() {
        int db = CATALOG.lastIndexOf("---\n");
        int orders = CATALOG.lastIndexOf("---\n", db - 1);
        assertThat(shop.after(new TopologyEdit.DeleteService("resource:default/db"))
                        .text("catalog-info.yaml"))
                .isEqualTo(CATALOG.substring(0, db).replace("    - resource:db\n", ""));
        assertThat(shop.after(new TopologyEdit.DeleteService("component:default/orders"))
                        .text("catalog-info.yaml"))
                .isEqualTo((CATALOG.substring(0, orders) + CATALOG.substring(db))
                        .replace("    - component:orders   # to buy\n", ""));
        Edited.files("catalog-info.yaml", CATALOG.substring(CATALOG.lastIndexOf("---") + 4))
                .refuses("only-document", new TopologyEdit.DeleteService("resource:default/db"));
    }

    @Test
    void anEntityIsRenamedWithAllReferencesInTheirSpelling() {
        shop.gives("""
                -    - component:orders   # to buy
                +    - component:sales   # to buy
                -  name: orders
                +  name: sales
                """, new TopologyEdit.RenameService("component:default/orders", "component:default/sales"));
        shop.refuses("not-a-reference", new TopologyEdit.RenameService("component:default/orders", "sales"));
        shop.refuses(
                "not-a-reference",
                new TopologyEdit.RenameService("component:default/orders", "resource:default/sales"));
    }

    @Test
    void tagsAndLinksHaveTheirPlaceAndALifecycleStays() {
        shop.gives(
                "+  tags:\n+    - java\n",
                new TopologyEdit.SetTags("component:default/orders", List.of("java", "production")));
        shop.gives(
                "+  links:\n+    - url: https://wiki.example/web\n+      title: runbook\n",
                new TopologyEdit.SetLink("component:default/web", "runbook", "https://wiki.example/web"));
    }
}
