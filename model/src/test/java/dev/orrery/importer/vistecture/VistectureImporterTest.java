package dev.orrery.importer.vistecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.Told;
import dev.orrery.topology.Service;
import org.junit.jupiter.api.Test;

class VistectureImporterTest {
    private static final String PORTAL = """
            name: portal
            title: Customer portal
            group: shop
            team: team2
            technology: go
            category: core
            properties: {deployment: kubernetes, healthCheckPath: /health}
            provided-services:
            - name: ui
              type: gui
              dependencies:
              - reference: search.api
            infrastructure-dependencies:
            - type: redis
            dependencies:
            - reference: orders.api
              relationship: customer-supplier
            - reference: tracking
              isOptional: true
            """;
    private static final String ORDERS = """
            {"applications": [
              {"name": "orders", "group": "shop", "provided-services": [{"name": "api", "type": "api"}],
               "infrastructure-dependencies": [{"type": "mysql"}, {"type": "redis"}]},
              {"name": "search", "provided-services": [{"name": "api", "type": "api"}]},
              {"name": "tracking", "category": "external"}]}
            """;

    @Test
    void applicationsNeedEachOtherAndWhatTheyRunOn() {
        Loaded loaded = new Told()
                .opened("portal.yml", PORTAL)
                .opened("orders.json", ORDERS)
                .read();
        assertThat(loaded.problems()).isEmpty();
        assertThat(Told.services(loaded))
                .containsExactly(
                        "SERVICE orders",
                        "DATABASE orders.mysql",
                        "CACHE orders.redis",
                        "WEB portal",
                        "CACHE portal.redis",
                        "SERVICE search",
                        "EXTERNAL tracking");
        assertThat(Told.edges(loaded))
                .containsExactly(
                        "orders -> orders.mysql DATA by vistecture.infrastructure 3:45",
                        "orders -> orders.redis DATA by vistecture.infrastructure 3:64",
                        "portal -> orders SYNC (api) by vistecture.dependency 16:14",
                        "portal -> portal.redis DATA by vistecture.infrastructure 14:9",
                        "portal -> search SYNC (api) by vistecture.dependency 12:16",
                        "portal -> tracking SYNC by vistecture.dependency 18:14");
        assertThat(loaded.topology().dependencies().getLast().required()).isFalse();
        assertThat(Told.boundaries(loaded)).containsExactly("group shop in null");
        assertThat(Told.places(loaded))
                .containsExactly(
                        "orders in shop",
                        "orders.mysql in shop",
                        "orders.redis in shop",
                        "portal in shop",
                        "portal.redis in shop",
                        "search in null",
                        "tracking in null");
        Service portal = loaded.topology().service("portal").orElseThrow();
        assertThat(portal.name()).isEqualTo("Customer portal");
        assertThat(portal.owner()).isEqualTo("team2");
        assertThat(portal.technology()).isEqualTo("go");
        assertThat(portal.tags()).containsExactly("core");
        assertThat(portal.provides()).containsOnlyKeys("ui");
        // A path alone says nothing of where to ask.
        assertThat(portal.healthChecks()).isEmpty();
    }

    @Test
    void aProjectNamesItsDefinitionsAndOverridesThem() {
        Loaded loaded = new Told()
                .opened("project.yml", """
                        projectName: Demo
                        appDefinitionsPaths:
                        - apps/portal.yml
                        - apps/orders.json
                        - folder
                        - ../elsewhere
                        appOverrides:
                        - name: portal
                          group: front
                          add-dependencies:
                          - reference: orders
                        - name: search
                          add-provided-services:
                          - {name: suggest, type: api, dependencies: [{reference: orders}]}
                        - name: nobody
                        subViews: [{name: small, included-applications: [portal]}]
                        """)
                .beside("apps/portal.yml", PORTAL)
                .beside("apps/orders.json", ORDERS)
                .read();
        assertThat(loaded.topology().name()).isEqualTo("Demo");
        assertThat(Told.edges(loaded))
                .contains(
                        "portal -> orders SYNC (api) by vistecture.dependency 16:14, vistecture.dependency 11:16",
                        "search -> orders SYNC by vistecture.dependency 14:59");
        assertThat(Told.places(loaded)).contains("portal in front", "orders in shop");
        assertThat(loaded.topology().service("search").orElseThrow().provides()).containsOnlyKeys("api", "suggest");
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "warning vistecture-path-not-read project.yml:5:3",
                        "warning vistecture-path-not-read project.yml:6:3",
                        "warning vistecture-unknown-override project.yml:15:9");
    }

    @Test
    void oneFolderOfDefinitionsIsOneProject() {
        Loaded loaded = new Told()
                .opened("project.yml", "projectName: Demo\nappDefinitionsPaths: [apps, .]\n")
                .opened("apps/portal.yml", PORTAL)
                .opened("apps/again.yml", PORTAL)
                .opened("orders.json", ORDERS)
                .read();
        assertThat(loaded.topology().services()).hasSize(7);
        assertThat(Told.problems(loaded)).containsExactly("info service-defined-twice apps/again.yml:1:7");
    }

    @Test
    void aProjectWithoutItsDefinitionsSaysWhatToOpen() {
        Loaded loaded = new Told()
                .opened("project.yml", "projectName: Demo\nappDefinitionsPaths: [apps]\n")
                .read();
        assertThat(Told.problems(loaded))
                .containsExactly(
                        "warning vistecture-no-applications project.yml:1:1",
                        "warning vistecture-path-not-read project.yml:2:23");
    }

    @Test
    void whatIsNotDefinedIsMissing() {
        assertThat(Told.edges(Told.read("applications: [{name: a, dependencies: [{reference: b.c}]}]")))
                .containsExactly("a -> b SYNC dangling (c) by vistecture.dependency 1:53");
    }

    @Test
    void anApplicationInSeveralFilesIsOneAndKeepsWhatEachSaysThatItNeeds() {
        Loaded loaded = new Told()
                .opened("a/web.yml", "name: web\ntechnology: go\ndependencies: [{reference: a}]\n")
                .opened("b/web.yml", "name: web\ntechnology: php\ngroup: shop\ndependencies: [{reference: b}]\n")
                .opened("c/both.yml", "applications:\n- {name: a, group: x, team: y}\n- {name: b, group: x, team: y}\n")
                .read();
        assertThat(Told.edges(loaded))
                .containsExactly(
                        "web -> a SYNC by vistecture.dependency 3:28", "web -> b SYNC by vistecture.dependency 4:28");
        Service web = loaded.topology().service("web").orElseThrow();
        assertThat(web.technology()).isEqualTo("go");
        assertThat(web.boundary()).isEqualTo("shop");
        assertThat(web.source()).hasToString("a/web.yml:1:7");
        assertThat(Told.problems(loaded)).containsExactly("info service-defined-twice b/web.yml:1:7");
    }

    @Test
    void aFileOfAFolderMaySayLittleOfItsApplication() {
        Loaded loaded = new Told()
                .opened("bank.yml", "name: bank\ntitle: The bank\ncategory: external\ngroup: outside\n")
                .opened("web.yml", "name: web\ndependencies:\n- reference: bank\n")
                .opened("other.yml", "name: other\ntitle: Something else\ndescription: that has a name\n")
                .read();
        assertThat(Told.services(loaded)).containsExactly("EXTERNAL bank", "SERVICE web");
        assertThat(Told.edges(loaded)).containsExactly("web -> bank SYNC by vistecture.dependency 3:14");
    }

    @Test
    void theOldestFoldersHaveTheirProjectBesideTheApplications() {
        Told old = new Told()
                .opened("1_project.yml", """
                        projects:
                        - name: Demo
                          included-applications:
                          - name: web
                            category: project
                            add-dependencies: [{reference: mail}]
                          - name: mail
                        """)
                .opened(
                        "2_core.yml",
                        "applications:\n- {name: web, group: shop, team: t}\n- {name: mail, group: x, team: t}\n");
        Loaded loaded = old.read();
        assertThat(loaded.topology().name()).isEqualTo("Demo");
        assertThat(Told.edges(loaded)).containsExactly("web -> mail SYNC by vistecture.dependency 6:36");
        assertThat(loaded.topology().service("web").orElseThrow().tags()).containsExactly("project");
        assertThat(loaded.problems()).isEmpty();

        Loaded two = old.opened("3_other.yml", "projects:\n- name: Other\n  included-applications: [{name: web}]\n")
                .read();
        assertThat(Told.edges(two)).isEmpty();
        assertThat(Told.problems(two)).containsExactly("info vistecture-several-projects 3_other.yml:2:3");
    }
}
