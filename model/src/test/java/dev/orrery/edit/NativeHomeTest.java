package dev.orrery.edit;

import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NativeHomeTest {
    private static final String SHOP = """
            # The shop
            topology: Shop
            boundaries:
              front: {kind: domain}   # what people see
              back: {within: all}
              all:
            services:
              # The site
              site:
                boundary: front
                health: {url: "http://localhost:1/health"}
                depends_on:
                  - orders   # to buy
                  - users
              orders:
                name: Orders
                boundary: back
                owner: 'team-a'
                tags: [one, two]
                links:
                  wiki: "http://wiki"
                health:
                  - url: http://localhost:2/health
                    interval: 30s
                depends_on: {db: {kind: data}, mail: {kind: async, required: false}}
              users: {boundary: back, depends_on: [db]}
              db:
                kind: database   # Postgres
              mail: {kind: queue}
              lonely:
            """;

    private final Edited shop = Edited.file(SHOP);

    @Test
    void aServiceIsRenamedWhereverItIsNamed() {
        shop.gives("""
                -    depends_on: {db: {kind: data}, mail: {kind: async, required: false}}
                -  users: {boundary: back, depends_on: [db]}
                -  db:
                +    depends_on: {store: {kind: data}, mail: {kind: async, required: false}}
                +  users: {boundary: back, depends_on: [store]}
                +  store:
                """, new TopologyEdit.RenameService("db", "store"));
        shop.gives("""
                -      - orders   # to buy
                +      - "yes"   # to buy
                -  orders:
                +  "yes":
                """, new TopologyEdit.RenameService("orders", "yes"));
    }

    @Test
    void aDeletedServiceTakesItsMentionsAlong() {
        shop.gives("""
                -    depends_on: {db: {kind: data}, mail: {kind: async, required: false}}
                -  users: {boundary: back, depends_on: [db]}
                -  db:
                -    kind: database   # Postgres
                +    depends_on: {mail: {kind: async, required: false}}
                +  users: {boundary: back}
                """, new TopologyEdit.DeleteService("db"));
        shop.gives("""
                -  lonely:
                """, new TopologyEdit.DeleteService("lonely"));
    }

    @Test
    void aDependencyIsDrawnInTheFormThatIsThere() {
        shop.gives("+      - mail\n", new TopologyEdit.Connect("site", "mail", null));
        shop.gives("""
                -    depends_on: {db: {kind: data}, mail: {kind: async, required: false}}
                +    depends_on: {db: {kind: data}, mail: {kind: async, required: false}, users: {}}
                """, new TopologyEdit.Connect("orders", "users", null));
        shop.gives("+    depends_on: [db]\n", new TopologyEdit.Connect("lonely", "db", DependencyKind.DATA));
        shop.gives("""
                -      - orders   # to buy
                -      - users
                +      orders: {}   # to buy
                +      users: {}
                +      mail: {kind: sync}
                """, new TopologyEdit.Connect("site", "mail", DependencyKind.SYNC));
    }

    @Test
    void aDependencyIsTakenOutWithItsLine() {
        shop.gives("-      - orders   # to buy\n", new TopologyEdit.Disconnect("site", "orders"));
        shop.gives("""
                -    depends_on:
                -      - orders   # to buy
                -      - users
                """, new TopologyEdit.Disconnect("site", "orders"), new TopologyEdit.Disconnect("site", "users"));
        shop.gives("""
                -  users: {boundary: back, depends_on: [db]}
                +  users: {boundary: back}
                """, new TopologyEdit.Disconnect("users", "db"));
    }

    @Test
    void aDependencyLeadsToAnother() {
        shop.gives("""
                -      - orders   # to buy
                +      - db   # to buy
                """, new TopologyEdit.Retarget("site", "orders", "db"));
        shop.gives("""
                -    depends_on: {db: {kind: data}, mail: {kind: async, required: false}}
                +    depends_on: {users: {kind: data}, mail: {kind: async, required: false}}
                """, new TopologyEdit.Retarget("orders", "db", "users"));
    }

    @Test
    void aDependencyIsDescribed() {
        shop.gives("""
                -      - orders   # to buy
                -      - users
                +      orders: {required: false, protocol: https}   # to buy
                +      users: {}
                """, new TopologyEdit.Annotate("site", "orders", null, false, "https", null));
        shop.gives("""
                -    depends_on: {db: {kind: data}, mail: {kind: async, required: false}}
                +    depends_on: {db: {kind: data}, mail: {kind: sync, api: mail v1}}
                """, new TopologyEdit.Annotate("orders", "mail", DependencyKind.SYNC, true, null, "mail v1"));
    }

    @Test
    void aServiceIsAddedAsItsSiblingsAreWritten() {
        shop.gives(
                "+  cache: {kind: cache, boundary: back}\n",
                new TopologyEdit.AddService("cache", ServiceKind.CACHE, "back"));
        Edited.file("orrery: 1\ntopology: T\n")
                .gives("+services:\n+  a: {}\n", new TopologyEdit.AddService("a", ServiceKind.SERVICE, null));
        Edited.file("topology: T\nservices: {}\n")
                .gives(
                        "-services: {}\n+services:\n+  a: {}\n",
                        new TopologyEdit.AddService("a", ServiceKind.SERVICE, null));
    }

    @Test
    void aServiceIsDuplicatedWithoutItsEndpoint() {
        shop.gives("""
                +  bills:
                +    name: Orders
                +    boundary: back
                +    owner: 'team-a'
                +    tags: [one, two]
                +    links:
                +      wiki: "http://wiki"
                +    depends_on: {db: {kind: data}, mail: {kind: async, required: false}}
                """, new TopologyEdit.DuplicateService("orders", "bills"));
    }

    @Test
    void fieldsAreSetAndTakenBack() {
        shop.gives("-    owner: 'team-a'\n+    owner: 'team-b'\n", new TopologyEdit.SetOwner("orders", "team-b"));
        shop.gives("-    owner: 'team-a'\n", new TopologyEdit.SetOwner("orders", null));
        shop.gives("+    owner: team-b\n", new TopologyEdit.SetOwner("lonely", "team-b"));
        shop.gives(
                "-  mail: {kind: queue}\n+  mail: {kind: queue, technology: \"no\"}\n",
                new TopologyEdit.SetTechnology("mail", "no"));
        shop.gives("+    name: The site\n", new TopologyEdit.NameService("site", "The site"));
        shop.gives(
                "-    kind: database   # Postgres\n+    kind: cache   # Postgres\n",
                new TopologyEdit.SetKind("db", ServiceKind.CACHE));
        shop.gives(
                "-    tags: [one, two]\n+    tags: [one, two, three]\n",
                new TopologyEdit.SetTags("orders", List.of("one", "two", "three")));
        shop.gives("-    tags: [one, two]\n+    tags: [two]\n", new TopologyEdit.SetTags("orders", List.of("two")));
        shop.gives(
                "-    tags: [one, two]\n+    tags: [two, one]\n",
                new TopologyEdit.SetTags("orders", List.of("two", "one")));
        shop.gives("-    tags: [one, two]\n", new TopologyEdit.SetTags("orders", List.of()));
        shop.gives("+      runbook: http://run\n", new TopologyEdit.SetLink("orders", "runbook", "http://run"));
        shop.gives("-    links:\n-      wiki: \"http://wiki\"\n", new TopologyEdit.SetLink("orders", "wiki", null));
    }

    @Test
    void healthChecksAreAddedMovedAndTakenOut() {
        shop.gives(
                """
                -    health: {url: "http://localhost:1/health"}
                +    health: {url: "http://localhost:9/health"}
                """, new TopologyEdit.SetHealthCheck("site", "http://localhost:1/health", "http://localhost:9/health"));
        shop.gives(
                "-    health: {url: \"http://localhost:1/health\"}\n",
                new TopologyEdit.SetHealthCheck("site", "http://localhost:1/health", null));
        shop.gives("""
                -    health: {url: "http://localhost:1/health"}
                +    health: [{url: "http://localhost:1/health"}, {url: "tcp://localhost:9"}]
                """, new TopologyEdit.SetHealthCheck("site", null, "tcp://localhost:9"));
        shop.gives(
                "+      - {url: \"tcp://localhost:9\"}\n",
                new TopologyEdit.SetHealthCheck("orders", null, "tcp://localhost:9"));
        shop.gives(
                "+    health: {url: \"tcp://localhost:9\"}\n",
                new TopologyEdit.SetHealthCheck("lonely", null, "tcp://localhost:9"));
    }

    @Test
    void boundariesAreMadeNamedNestedAndDissolved() {
        shop.gives("-    boundary: front\n+    boundary: back\n", new TopologyEdit.MoveService("site", "back"));
        shop.gives("-    boundary: front\n", new TopologyEdit.MoveService("site", null));
        shop.gives("+  side: {name: Side, within: all}\n", new TopologyEdit.AddBoundary("side", "Side", null, "all"));
        shop.gives("""
                -  back: {within: all}
                +  rear: {within: all}
                -    boundary: back
                +    boundary: rear
                -  users: {boundary: back, depends_on: [db]}
                +  users: {boundary: rear, depends_on: [db]}
                """, new TopologyEdit.RenameBoundary("back", "rear"));
        shop.gives("-  back: {within: all}\n+  back: {}\n", new TopologyEdit.NestBoundary("back", null));
        shop.gives("""
                -  back: {within: all}
                -    boundary: back
                +    boundary: all
                -  users: {boundary: back, depends_on: [db]}
                +  users: {boundary: all, depends_on: [db]}
                """, new TopologyEdit.DissolveBoundary("back"));
        shop.gives("+    owner: us\n", new TopologyEdit.OwnBoundary("all", "us"));
    }

    @Test
    void severalEditsAreMadeInTheirOrderOrNone() {
        shop.gives("""
                -    depends_on: {db: {kind: data}, mail: {kind: async, required: false}}
                -  users: {boundary: back, depends_on: [db]}
                -  db:
                +    depends_on: {store: {kind: data}, mail: {kind: async, required: false}}
                +  users: {boundary: back, depends_on: [store]}
                +  store:
                +    owner: us
                """, new TopologyEdit.RenameService("db", "store"), new TopologyEdit.SetOwner("store", "us"));
        shop.refuses(
                "unknown-service", new TopologyEdit.SetOwner("lonely", "us"), new TopologyEdit.SetOwner("db2", "us"));
    }

    @Test
    void aRenameGoesThroughAllFilesAndTheWorkspace() {
        Edited.files(
                        "a.yaml",
                        "topology: T\nservices:\n  a: {}\n",
                        "b.yaml",
                        "topology: T\nservices:\n  b: {depends_on: [a]}\n",
                        "a.workspace.yaml",
                        "aliases: {a: [x]}\n")
                .gives("""
                        -aliases: {a: [x]}
                        +aliases: {c: [x]}
                        -  a: {}
                        +  c: {}
                        -  b: {depends_on: [a]}
                        +  b: {depends_on: [c]}
                        """, new TopologyEdit.RenameService("a", "c"));
    }

    @Test
    void whatIsBehindAnAnchorIsRefusedWithTheReason() {
        Edited.file("topology: T\nservices:\n  a: &a {owner: x}\n  b: *a\n")
                .refuses("alias", new TopologyEdit.SetOwner("b", "y"));
        Edited.file("topology: T\nservices:\n  a: &a {owner: x}\n  b: {<<: *a}\n")
                .refuses("merged", new TopologyEdit.SetOwner("b", null));
        Edited.file("topology: T\nservices:\n  a: &a {owner: x}\n  b: {<<: *a}\n")
                .refuses("alias", new TopologyEdit.SetOwner("a", "y"));
        Edited.file("topology: T\nservices:\n  a: {}\n  a: {}\n")
                .refuses("duplicate-keys", new TopologyEdit.SetOwner("a", "y"));
    }
}
