package dev.orrery.importer.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.Told;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackstageImporterTest {
    @Test
    void anEntityTellsAllThatThePictureShows() {
        Loaded loaded = Told.read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: Orders
                  title: Order book
                  namespace: Sales
                  tags: [java, tier-1]
                  annotations:
                    backstage.io/source-location: url:https://git.example/orders/
                    backstage.io/techdocs-ref: dir:.
                    backstage.io/kubernetes-id: orders-api
                    github.com/project-slug: acme/orders
                    orrery.dev/health-url: http://localhost:9100/health
                  links:
                    - {url: "https://wiki.example/a", title: Runbook}
                    - {url: "https://wiki.example/b", title: Runbook}
                    - {url: "https://grafana.example/d/x", title: Health dashboard}
                    - {url: "https://orders.example/healthz", title: Status, type: health}
                    - {url: "https://orders.example/healthz", title: Healthz}
                    - {url: "javascript:alert(1)", title: bad}
                spec: {type: documentation, lifecycle: deprecated, owner: TEAM-A, system: shop}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: Team-A, namespace: sales}
                spec: {type: team, children: []}
                """);
        Service orders = loaded.topology().service("component:sales/orders").orElseThrow();
        assertThat(orders.name()).isEqualTo("Order book");
        assertThat(orders.owner()).isEqualTo("sales/Team-A");
        assertThat(orders.tags()).containsExactly("java", "tier-1", "deprecated", "documentation");
        assertThat(orders.boundary()).isEqualTo("system:sales/shop");
        assertThat(orders.links())
                .containsOnlyKeys("Runbook", "Runbook 2", "Health dashboard", "github", "source")
                .containsEntry("source", "https://git.example/orders/")
                .containsEntry("github", "https://github.com/acme/orders");
        assertThat(orders.healthChecks())
                .extracting(HealthCheck::url)
                .containsExactly("https://orders.example/healthz", "http://localhost:9100/health");
        assertThat(orders.aliases())
                .containsExactly("Orders", "component:orders", "orders", "orders-api", "sales/orders");
        assertThat(Told.problems(loaded)).containsExactly("info backstage-undefined-boundary catalog-info.yaml:21:75");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Component, website,      WEB
            Component, service,      SERVICE
            Component, library,      SERVICE
            Component, worker,       WORKER
            Component, CronJob,      JOB
            Resource,  database,     DATABASE
            Resource,  s3-bucket,    DATABASE
            Resource,  Redis-Cache,  CACHE
            Resource,  kafka-topic,  QUEUE
            Resource,  aws/sqs,      QUEUE
            Resource,  saas,         EXTERNAL
            Resource,  k8s-cluster,  SERVICE
            """)
    void theTypeGivesTheKind(String kind, String type, String expected) {
        Loaded loaded = Told.read("""
                apiVersion: backstage.io/v1alpha1
                kind: %s
                metadata: {name: x}
                spec: {type: %s, owner: a}
                """.formatted(kind, type));
        assertThat(Told.services(loaded))
                .containsExactly(expected + " " + kind.toLowerCase(Locale.ROOT) + ":default/x");
    }

    @Test
    void systemsDomainsAndSubcomponentsNest() {
        Loaded loaded = Told.read("""
                apiVersion: my.fork.example/v1alpha1
                kind: Domain
                metadata: {name: sales}
                spec: {owner: a, subdomainOf: company}
                ---
                apiVersion: my.fork.example/v1alpha1
                kind: System
                metadata: {name: shop}
                spec: {owner: a, domain: sales}
                ---
                apiVersion: my.fork.example/v1alpha1
                kind: Component
                metadata: {name: archive}
                spec: {type: service, lifecycle: production, owner: a, system: shop}
                ---
                apiVersion: my.fork.example/v1alpha1
                kind: Component
                metadata: {name: archive-store}
                spec: {type: service, lifecycle: production, owner: a, system: other, subcomponentOf: archive}
                ---
                apiVersion: my.fork.example/v1alpha1
                kind: Component
                metadata: {name: archive-disk}
                spec: {type: service, lifecycle: production, owner: a, subcomponentOf: archive-store}
                """);
        assertThat(Told.boundaries(loaded))
                .containsExactly(
                        "component component:default/archive in system:default/shop",
                        "component component:default/archive-store in component:default/archive",
                        "domain domain:default/company in null",
                        "domain domain:default/sales in domain:default/company",
                        "system system:default/shop in domain:default/sales");
        assertThat(Told.places(loaded))
                .containsExactly(
                        "component:default/archive in component:default/archive",
                        "component:default/archive-disk in component:default/archive-store",
                        "component:default/archive-store in component:default/archive-store");
    }

    @Test
    void whatLiesInsideOfItselfIsReported() {
        Loaded loaded = Told.read("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: a}
                spec: {type: service, lifecycle: production, owner: a, subcomponentOf: b}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: b}
                spec: {type: service, lifecycle: production, owner: a, subcomponentOf: a}
                """);
        assertThat(Told.services(loaded)).hasSize(2);
        assertThat(Told.problems(loaded)).containsExactly("error boundary-cycle catalog-info.yaml:4:72");
    }

    @Test
    void locationsAreFollowedOnThisDiskOnly() {
        Loaded loaded = new Told()
                .opened("all.yaml", """
                        apiVersion: backstage.io/v1alpha1
                        kind: Location
                        metadata: {name: all, title: Acme}
                        spec:
                          targets:
                            - ./parts/more.yaml
                            - https://git.example/catalog-info.yaml
                            - ./missing.yaml
                            - ../outside.yaml
                            - ./nowhere/*.yaml
                            - ./**/b-*.yaml
                        """)
                .beside("parts/deep/b-1.yaml", """
                        apiVersion: backstage.io/v1alpha1
                        kind: Component
                        metadata: {name: b}
                        spec: {type: service, lifecycle: production, owner: a}
                        """)
                .beside("parts/more.yaml", """
                        apiVersion: backstage.io/v1alpha1
                        kind: Location
                        metadata: {name: more}
                        spec: {type: file, target: ../parts/a.yaml, targets: [more.yaml, ../all.yaml]}
                        """)
                .beside("parts/a.yaml", """
                        apiVersion: backstage.io/v1alpha1
                        kind: Component
                        metadata: {name: a}
                        spec: {type: service, lifecycle: production, owner: a}
                        """)
                .read();
        assertThat(Told.services(loaded)).containsExactly("SERVICE component:default/a", "SERVICE component:default/b");
        assertThat(loaded.topology().name()).isEqualTo("Acme");
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "info backstage-location-remote all.yaml:7:7",
                        "warning backstage-location-missing all.yaml:8:7",
                        "warning backstage-location-outside all.yaml:9:7",
                        "info backstage-location-pattern all.yaml:10:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${{ values.name | dump }}\n",
                "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: {{cookiecutter.name}}\n",
                """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: ${{values.id}}
                  {%- if values.description %}
                  description: ${{values.description}}
                  {%- endif %}
                """
            })
    void skeletonsNameNoServices(String skeleton) {
        Loaded loaded = Told.read(skeleton + "spec:\n  type: service\n  owner: ${{values.owner}}\n");
        assertThat(loaded.topology().services()).isEmpty();
        assertThat(loaded.problems()).extracting(problem -> problem.code()).contains("backstage-skeleton");
        assertThat(Told.problems(loaded)).noneMatch(problem -> problem.startsWith("error"));
    }

    @Test
    void whatSaysNothingOfServicesIsReadAsNothing() {
        Loaded loaded = Told.read("""
                apiVersion: scaffolder.backstage.io/v1beta3
                kind: Template
                metadata: {name: starter}
                spec: {type: service, owner: a}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Environment
                metadata: {name: prod}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {title: Nameless}
                """);
        assertThat(loaded.topology().services()).isEmpty();
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "info backstage-no-services catalog-info.yaml:1:1",
                        "info backstage-kind-not-read catalog-info.yaml:8:18",
                        "error backstage-no-name catalog-info.yaml:10:1");
    }
}
