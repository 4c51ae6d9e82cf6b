package dev.orrery.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.importer.TopologyLoader;
import dev.orrery.suggestion.CoChange;
import dev.orrery.suggestion.Couple;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoChangesTest {
    private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);
    private static final String SHOP = """
            topology: Shop
            services:
              orders: {kind: service}
              cart-service: {kind: service}
              mail: {kind: worker}
              db: {kind: database}
            """;

    @TempDir
    private Path folder;

    private Path top = Path.of("");

    @BeforeEach
    void gitIsHere() throws IOException {
        assumeTrue(Git.isHere(), "git makes the repositories of these tests");
        top = folder.toRealPath().resolve("shop");
    }

    private Topology topology() {
        return TopologyLoader.standard().load(List.of(top)).topology();
    }

    private CoChange read(CoChanges changes) {
        return changes.read(List.of(top), topology(), () -> false);
    }

    private CoChange read() {
        return read(new CoChanges(STILL, 1000, Duration.ofSeconds(1)));
    }

    @Test
    void commitsThatChangeTwoServicesAreCountedOnceForEachPair() throws IOException {
        Git git = Git.init(top).write("shop.yaml", SHOP);
        git.commit("Begin");
        for (int number = 0; number < 3; number++) {
            git.write("services/orders/src/Order.java", "o" + number)
                    .write("services/orders/src/Line.java", "l" + number)
                    .write("src/cart_service/cart.go", "c" + number)
                    .write("docs/readme.md", "d" + number)
                    .commit("Together " + number);
        }
        git.write("services/orders/src/Order.java", "alone").commit("Alone");
        git.write("shop.yaml", SHOP + "# all of them\n").commit("Descriptor");
        CoChange changes = read();
        assertThat(changes.changes()).isEqualTo(Map.of("orders", 4, "cart-service", 3));
        assertThat(changes.together()).isEqualTo(Map.of(new Couple("orders", "cart-service"), 3));
        assertThat(changes.commits()).isEqualTo(4);
        assertThat(changes.share(new Couple("orders", "cart-service"))).isEqualTo(1);
        assertThat(changes.share(new Couple("orders", "mail"))).isZero();
    }

    @Test
    void mergesAndSweepsDoNotCount() throws IOException {
        StringBuilder shop = new StringBuilder("topology: Shop\nservices:\n");
        List<String> ids = Stream.iterate(1, number -> number + 1)
                .limit(14)
                .map(number -> "s" + (char) ('a' + number))
                .toList();
        ids.forEach(id -> shop.append("  ").append(id).append(": {kind: service}\n"));
        Git git = Git.init(top).write("shop.yaml", shop.toString());
        git.commit("Begin");
        for (String id : ids) {
            git.write(id + "/code", "all");
        }
        git.commit("Sweep");
        git.run("checkout", "-q", "-b", "side");
        git.write("sb/code", "side").commit("Side");
        git.run("checkout", "-q", "main");
        git.write("sc/code", "main").commit("Main");
        git.run("merge", "-q", "--no-ff", "-m", "Merge", "side");
        CoChange changes = read();
        assertThat(changes.changes()).isEqualTo(Map.of("sb", 1, "sc", 1));
        assertThat(changes.together()).isEmpty();
    }

    @Test
    void aFolderWithADescriptorOfOneServiceIsThatServices() throws IOException {
        Git git = Git.init(top)
                .write("checkout/catalog-info.yaml", component("pay"))
                .write("both/a.yaml", component("one"))
                .write("both/b.yaml", component("two"));
        git.commit("Begin");
        git.write("checkout/src/deep/Main.java", "x")
                .write("both/src/Main.java", "x")
                .commit("Change");
        assertThat(read().changes()).isEqualTo(Map.of("component:default/pay", 1));
    }

    private static String component(String name) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s}
                spec: {type: service, owner: team, lifecycle: production}
                """.formatted(name);
    }

    @Test
    void itEndsAfterItsCommitsAndItsTimeAndWhenCancelled() throws IOException {
        Git git = Git.init(top).write("shop.yaml", SHOP);
        git.commit("Begin");
        for (int number = 0; number < 6; number++) {
            git.write("orders/code", "o" + number).commit("Number " + number);
        }
        assertThat(read(new CoChanges(STILL, 2, Duration.ofSeconds(1))).commits())
                .isEqualTo(2);
        AtomicInteger asked = new AtomicInteger();
        CoChange cancelled = new CoChanges(STILL, 1000, Duration.ofSeconds(1))
                .read(List.of(top), topology(), () -> asked.incrementAndGet() > 3);
        assertThat(cancelled.commits()).isEqualTo(3);
        List<Instant> times = new ArrayList<>();
        InstantSource ticking = () -> {
            times.add(Instant.EPOCH);
            return Instant.EPOCH.plusSeconds(times.size());
        };
        assertThat(read(new CoChanges(ticking, 1000, Duration.ofSeconds(3))).commits())
                .isEqualTo(3);
    }

    @Test
    void aShallowCloneAndNoRepositoryGiveWhatTheyHave() throws IOException {
        Path origin = top.resolveSibling("origin");
        Git git = Git.init(origin).write("shop.yaml", SHOP);
        git.commit("Begin");
        for (int number = 0; number < 5; number++) {
            git.write("orders/code", "o" + number)
                    .write("mail/code", "m" + number)
                    .commit("Number " + number);
        }
        git.run("clone", "-q", "--depth", "3", origin.toUri().toString(), top.toString());
        assertThat(read().together()).isEqualTo(Map.of(new Couple("mail", "orders"), 2));
        assertThat(new CoChanges(STILL, 10, Duration.ofSeconds(1))
                        .read(List.of(folder.resolve("nowhere")), topology(), () -> false))
                .isEqualTo(CoChange.NONE);
    }
}
