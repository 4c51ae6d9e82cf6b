package dev.orrery.edit;

import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import org.junit.jupiter.api.Test;

final class ComposeHomeTest {
    private static final String SHOP = """
            services:
              web:
                image: shop/web
                environment:
                  ORDERS_URL: http://orders:8080/api   # the API
                  NAME: orders
                depends_on:
                  - orders
                  - cache
              orders:
                image: shop/orders
                container_name: orders
                environment:
                  - "DATABASE_URL=postgres://shop:pw@db:5432/db"
                links:
                  - "mail:smtp"
                depends_on:
                  db:
                    condition: service_healthy
              worker:
                network_mode: "service:orders"
              cache: {image: redis}
              mail: {image: mailhog/mailhog}
              db:
                image: postgres:16
            """;

    private final Edited shop = Edited.files("compose.yaml", SHOP);

    @Test
    void aServiceIsRenamedWithAllThatLeadsToIt() {
        shop.gives("""
                -      ORDERS_URL: http://orders:8080/api   # the API
                +      ORDERS_URL: http://sales:8080/api   # the API
                -      - orders
                +      - sales
                -  orders:
                +  sales:
                -    container_name: orders
                +    container_name: sales
                -    network_mode: "service:orders"
                +    network_mode: "service:sales"
                """, new TopologyEdit.RenameService("orders", "sales"));
        shop.gives("""
                -      - "DATABASE_URL=postgres://shop:pw@db:5432/db"
                +      - "DATABASE_URL=postgres://shop:pw@store:5432/db"
                -      db:
                +      store:
                -  db:
                +  store:
                """, new TopologyEdit.RenameService("db", "store"));
        shop.gives("""
                -      - "mail:smtp"
                +      - "post:smtp"
                -  mail: {image: mailhog/mailhog}
                +  post: {image: mailhog/mailhog}
                """, new TopologyEdit.RenameService("mail", "post"));
    }

    @Test
    void aDeletedServiceTakesWhatIsDeclaredOfItAlong() {
        shop.gives("""
                -      - cache
                -  cache: {image: redis}
                """, new TopologyEdit.DeleteService("cache"));
        shop.gives("""
                -    depends_on:
                -      db:
                -        condition: service_healthy
                -  db:
                -    image: postgres:16
                """, new TopologyEdit.DeleteService("db"));
    }

    @Test
    void aDependencyIsDrawnInTheFormThatIsThere() {
        shop.gives("+      - mail\n", new TopologyEdit.Connect("web", "mail", null));
        shop.gives(
                "+      cache:\n+        condition: service_started\n",
                new TopologyEdit.Connect("orders", "cache", null));
        shop.gives("""
                -  mail: {image: mailhog/mailhog}
                +  mail: {image: mailhog/mailhog, depends_on: [cache]}
                """, new TopologyEdit.Connect("mail", "cache", null));
        shop.gives("+    depends_on:\n+      - mail\n", new TopologyEdit.Connect("db", "mail", null));
        shop.gives(
                "+format: 1\n+overlays:\n+  services:\n+    db:\n+      depends_on: {mail: {kind: async}}\n",
                new TopologyEdit.Connect("db", "mail", DependencyKind.ASYNC));
    }

    @Test
    void aDependencyIsTakenOutWithAllThatDeclaresIt() {
        shop.gives("-      - cache\n", new TopologyEdit.Disconnect("web", "cache"));
        shop.gives("-    links:\n-      - \"mail:smtp\"\n", new TopologyEdit.Disconnect("orders", "mail"));
        shop.refuses("address-stays", new TopologyEdit.Disconnect("web", "orders"));
    }

    @Test
    void aDependencyLeadsToAnotherOrBecomesOptional() {
        shop.gives("-      - cache\n+      - mail\n", new TopologyEdit.Retarget("web", "cache", "mail"));
        shop.gives("""
                -      - orders
                -      - cache
                +      orders:
                +        condition: service_started
                +      cache:
                +        condition: service_started
                +        required: false
                """, new TopologyEdit.Annotate("web", "cache", null, false, null, null));
        shop.gives(
                "+        required: false\n", new TopologyEdit.Annotate("orders", "db", null, false, "postgres", null));
    }

    @Test
    void aServiceIsDuplicatedWithoutWhatOnlyOneCanHave() {
        shop.gives("""
                +  sales:
                +    image: shop/orders
                +    environment:
                +      - "DATABASE_URL=postgres://shop:pw@db:5432/db"
                +    links:
                +      - "mail:smtp"
                +    depends_on:
                +      db:
                +        condition: service_healthy
                """, new TopologyEdit.DuplicateService("orders", "sales"));
    }

    @Test
    void aServiceIsAddedWithAnImageOfItsNameAndTheRestInTheWorkspace() {
        shop.gives(
                "+  billing:\n+    image: billing\n",
                new TopologyEdit.AddService("billing", ServiceKind.SERVICE, null));
        Edited edited = shop.after(
                new TopologyEdit.AddBoundary("money", null, null, null),
                new TopologyEdit.AddService("billing", ServiceKind.WORKER, "money"));
        org.assertj.core.api.Assertions.assertThat(edited.text("compose.workspace.yaml"))
                .endsWith("  services:\n    billing:\n      kind: worker\n      boundary: money\n");
        shop.refuses("no-name", new TopologyEdit.AddService("a b", ServiceKind.SERVICE, null));
    }

    @Test
    void whatComposeCannotSayHasNoHome() {
        shop.refuses("no-home", new TopologyEdit.SetOwner("web", null), new TopologyEdit.NameService("web", null));
    }

    @Test
    void whatIsExtendedIsRenamedTooAndWhatWouldChangeAnotherServiceIsRefused() {
        Edited extended = Edited.file("""
                services:
                  a: {image: x, depends_on: [c]}
                  b: {extends: {service: a}}
                  c: {image: y}
                  d: {image: z}
                """);
        extended.gives("""
                -  a: {image: x, depends_on: [c]}
                -  b: {extends: {service: a}}
                +  e: {image: x, depends_on: [c]}
                +  b: {extends: {service: e}}
                """, new TopologyEdit.RenameService("a", "e"));
        extended.refuses(
                "not-as-meant", new TopologyEdit.Connect("a", "d", null), new TopologyEdit.Disconnect("a", "c"));
    }

    @Test
    void aServiceOfTwoFilesIsRenamedInBoth() {
        Edited.files(
                        "compose.yaml", "services:\n  a: {image: x}\n  b: {image: y, depends_on: [a]}\n",
                        "compose.override.yaml", "services:\n  a:\n    ports: [\"80:80\"]\n")
                .gives("""
                        -  a:
                        +  c:
                        -  a: {image: x}
                        -  b: {image: y, depends_on: [a]}
                        +  c: {image: x}
                        +  b: {image: y, depends_on: [c]}
                        """, new TopologyEdit.RenameService("a", "c"));
    }

    @Test
    void aNativeDescriptorBesideItTakesWhatComposeCannotSay() {
        Edited both = Edited.files(
                "compose.yaml", "services:\n  a: {image: x}\n  b: {image: y, depends_on: [a]}\n",
                "shop.yaml", "topology: T\nservices:\n  a: {}\n");
        both.gives("-  a: {}\n+  a:\n+    owner: us\n", new TopologyEdit.SetOwner("a", "us"));
        both.gives("""
                -  a: {image: x}
                -  b: {image: y, depends_on: [a]}
                +  c: {image: x}
                +  b: {image: y, depends_on: [c]}
                -  a: {}
                +  c: {}
                """, new TopologyEdit.RenameService("a", "c"));
    }
}
