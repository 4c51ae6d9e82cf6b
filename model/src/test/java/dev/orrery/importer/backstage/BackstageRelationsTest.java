package dev.orrery.importer.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.Told;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Service;
import org.junit.jupiter.api.Test;

class BackstageRelationsTest {
    @Test
    void everyRuleMakesItsEdge() {
        Loaded loaded = Told.read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: Shop}
                spec:
                  type: website
                  lifecycle: production
                  owner: team-a
                  consumesApis: [orders, API:Default/Stock]
                  dependsOn:
                    - resource:sessions
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: orders}
                spec:
                  type: service
                  lifecycle: production
                  owner: team-a
                  providesApis: [orders]
                ---
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: orders}
                spec: {type: openapi, lifecycle: production, owner: team-a, definition: {$text: ./orders.yaml}}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: stock}
                spec: {type: asyncapi, lifecycle: production, owner: team-a, definition: ""}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: stock}
                spec: {type: worker, lifecycle: production, owner: team-a, providesApis: [stock]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: stock-mirror}
                spec: {type: worker, lifecycle: production, owner: team-a, providesApis: [stock], consumesApis: [stock]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: sessions}
                spec: {type: redis, owner: team-a}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: orders-db}
                spec: {type: postgres, owner: team-a, dependencyOf: ["component:orders"]}
                """);
        assertThat(loaded.problems()).isEmpty();
        assertThat(Told.edges(loaded))
                .containsExactly(
                        "component:default/orders -> resource:default/orders-db DATA by backstage.dependencyOf 49:54",
                        "component:default/shop -> component:default/orders SYNC (orders)"
                                + " by backstage.consumesApi 8:18",
                        "component:default/shop -> component:default/stock ASYNC (stock)"
                                + " by backstage.consumesApi 8:26",
                        "component:default/shop -> component:default/stock-mirror ASYNC (stock)"
                                + " by backstage.consumesApi 8:26",
                        "component:default/shop -> resource:default/sessions DATA by backstage.dependsOn 10:7",
                        "component:default/stock-mirror -> component:default/stock ASYNC (stock)"
                                + " by backstage.consumesApi 39:98");
        assertThat(loaded.topology()
                        .service("component:default/stock")
                        .orElseThrow()
                        .provides())
                .containsOnlyKeys("stock");
        assertThat(loaded.topology()
                        .service("component:default/shop")
                        .orElseThrow()
                        .name())
                .isEqualTo("Shop");
    }

    @Test
    void anApiWithoutAProviderIsMissingAndSaidSo() {
        Loaded loaded = Told.read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: shop}
                spec: {type: website, lifecycle: production, owner: a, consumesApis: [known, unknown]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: known}
                spec: {type: openapi, lifecycle: production, owner: a, definition: ""}
                """);
        assertThat(Told.edges(loaded))
                .containsExactly(
                        "component:default/shop -> api:default/known SYNC dangling (known)"
                                + " by backstage.consumesApi 4:71",
                        "component:default/shop -> api:default/unknown SYNC dangling (unknown)"
                                + " by backstage.consumesApi 4:78");
        assertThat(Told.problems(loaded)).contains("warning backstage-api-without-provider catalog-info.yaml:4:71");
    }

    @Test
    void referencesMeanWhatTheirFieldAndTheirNamespaceSay() {
        Loaded loaded = Told.read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: a, namespace: Other}
                spec:
                  type: service
                  lifecycle: production
                  owner: group:default/Team-A
                  dependsOn:
                    - Component:B
                    - component:default/b
                    - {kind: Component, namespace: default, name: c}
                    - api:b
                    - "component:too/many/parts"
                    - system:default/s
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: b, namespace: other}
                spec: {type: service, lifecycle: production, owner: user:jo, providesApis: [b], dependsOn: [c]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: b}
                spec: {type: service, lifecycle: production, owner: x/team, dependsOn: [c]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: c}
                spec: {type: service, lifecycle: production, owner: team-a}
                """);
        assertThat(Told.edges(loaded))
                .containsExactly(
                        "component:default/b -> component:default/c SYNC by backstage.dependsOn 24:73",
                        "component:other/a -> component:default/b SYNC by backstage.dependsOn 10:7",
                        "component:other/a -> component:default/c SYNC by backstage.dependsOn 11:7",
                        "component:other/a -> component:other/b SYNC (b) by backstage.dependsOn 9:7,"
                                + " backstage.dependsOn 12:7",
                        "component:other/b -> component:other/c SYNC dangling by backstage.dependsOn 19:93");
        assertThat(Told.problems(loaded))
                .contains(
                        "error backstage-bad-reference catalog-info.yaml:13:7",
                        "warning backstage-not-a-service catalog-info.yaml:14:7",
                        "warning backstage-reference-without-kind catalog-info.yaml:19:93",
                        "warning backstage-reference-without-kind catalog-info.yaml:24:73",
                        "info backstage-undefined-api catalog-info.yaml:19:77");
        assertThat(loaded.topology().services())
                .extracting(Service::owner)
                .containsExactly("x/team", "team-a", "Team-A", "user:other/jo");
    }

    @Test
    void aNameThatTwoThingsHaveIsNotGuessed() {
        Loaded loaded = Told.read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: a}
                spec: {type: service, lifecycle: production, owner: a, dependsOn: [b]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: b}
                spec: {type: service, lifecycle: production, owner: a, dependencyOf: ["component:gone"]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: b}
                spec: {type: s3-bucket, owner: a}
                """);
        assertThat(Told.edges(loaded)).isEmpty();
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "warning backstage-ambiguous-reference catalog-info.yaml:4:68",
                        "warning backstage-unknown-dependent catalog-info.yaml:9:71");
    }

    @Test
    void answersOfTheApiSayTheSame() {
        Loaded loaded = new Told().opened("dump.json", """
                        {"items": [
                        {"apiVersion": "backstage.io/v1alpha1", "kind": "Component",
                         "metadata": {"name": "web", "namespace": "default"}, "spec": {"type": "website", "system": "shop"},
                         "relations": [
                           {"type": "consumesApi", "targetRef": "api:default/orders"},
                           {"type": "partOf", "targetRef": "system:default/shop"},
                           {"type": "ownedBy", "targetRef": "group:default/a"},
                           {"type": "dependsOn", "target": {"kind": "resource", "namespace": "default", "name": "db"}}]},
                        {"apiVersion": "backstage.io/v1alpha1", "kind": "API", "metadata": {"name": "orders"},
                         "spec": {"type": "openapi"},
                         "relations": [{"type": "apiProvidedBy", "targetRef": "component:default/orders"}]},
                        {"apiVersion": "backstage.io/v1alpha1", "kind": "Component",
                         "metadata": {"name": "orders"}, "spec": {"type": "service"}},
                        {"apiVersion": "backstage.io/v1alpha1", "kind": "Resource",
                         "metadata": {"name": "db"}, "spec": {"type": "mysql"}},
                        {"apiVersion": "backstage.io/v1alpha1", "kind": "System", "metadata": {"name": "shop"}, "spec": {},
                         "relations": [{"type": "hasPart", "targetRef": "component:default/orders"}]},
                        {"apiVersion": "backstage.io/v1alpha1", "kind": "Location", "metadata": {"name": "x"},
                         "spec": {"target": "https://git.example/x"}}]}
                        """).read();
        assertThat(loaded.problems())
                .filteredOn(problem -> problem.severity() != Severity.INFO)
                .isEmpty();
        assertThat(Told.edges(loaded))
                .containsExactly(
                        "component:default/web -> component:default/orders SYNC (orders)"
                                + " by backstage.consumesApi 5:41",
                        "component:default/web -> resource:default/db DATA by backstage.dependsOn 8:36");
        assertThat(Told.places(loaded))
                .containsExactly(
                        "component:default/orders in system:default/shop",
                        "component:default/web in system:default/shop",
                        "resource:default/db in null");
    }
}
