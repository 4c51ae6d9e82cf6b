package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    private static final Origin WEB = Origin.of("http://localhost:8080/health").orElseThrow();
    private static final Origin DB = Origin.of("tcp://localhost:5432").orElseThrow();

    @Test
    void asksOnlyForWhatIsNotAllowedYet() {
        Trust trust = Trust.of(List.of(WEB));
        Trust wanted = Trust.of(List.of(WEB, DB));

        assertThat(trust.missing(wanted)).isEqualTo(Trust.of(List.of(DB)));
        assertThat(trust.allows(WEB)).isTrue();
        assertThat(trust.allows(DB)).isFalse();
        assertThat(trust.allows(Origin.of("https://localhost:8080/").orElseThrow()))
                .isFalse();
        assertThat(trust.and(Trust.of(List.of(WEB)))).isSameAs(trust);
        assertThat(trust.and(Trust.of(List.of(DB))).missing(wanted).isNone()).isTrue();
    }

    @Test
    void anOriginThatMayBeAskedIsNotOneToWhichASecretMayBeSent() {
        SecretUse use = new SecretUse("shop", WEB);
        Trust wanted = new Trust(new TreeSet<>(List.of(WEB)), new TreeSet<>(List.of(use)));

        Trust missing = Trust.of(List.of(WEB)).missing(wanted);

        assertThat(missing.origins()).isEmpty();
        assertThat(missing.secrets()).containsExactly(use);
        assertThat(Trust.of(List.of(WEB)).allows(use)).isFalse();
        assertThat(Trust.of(List.of(WEB)).and(missing).allows(use)).isTrue();
    }

    @Test
    void wantedAreTheOriginsThatAreAskedAndTheSecretsThatWouldBeSentThere(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                prometheus:
                  url: https://metrics.example
                  alertmanager: https://alerts.example
                  except: [cart, db]
                  headers: {Authorization: metrics}
                services:
                  cart: {health: {url: "https://cart.example/health", headers: {X-Key: shop}}}
                  db: {health: {url: "tcp://db.example:5432"}}
                  mail: {}
                """);
        Loaded loaded = TopologyLoader.standard().load(List.of(folder));

        Trust wanted = Trust.wantedBy(loaded.topology());

        assertThat(wanted.origins()).isEqualTo(Origin.of(loaded.topology()));
        assertThat(wanted.secrets())
                .extracting(use -> use.secret() + " " + use.origin())
                .containsExactly(
                        "metrics https://alerts.example",
                        "metrics https://metrics.example",
                        "shop https://cart.example");
    }

    @Test
    void whatIsAllowedInOneEnvironmentIsNotAllowedInAnother() {
        Trusts trusts = Trusts.NONE.and("staging", Trust.of(List.of(WEB)));

        assertThat(trusts.in("staging").allows(WEB)).isTrue();
        assertThat(trusts.in("production").allows(WEB)).isFalse();
        assertThat(trusts.in(null).allows(WEB)).isFalse();
        assertThat(trusts.and(null, Trust.of(List.of(DB))).in("staging").allows(DB))
                .isFalse();
    }

    @Test
    void aSecretIsGivenOnlyWhereItsUseIsAllowed() {
        Secrets all = (name, origin) -> new Secrets.Found.Given(Secret.of("value of " + name));
        Trust trust = new Trust(new TreeSet<>(), new TreeSet<>(List.of(new SecretUse("shop", WEB))));
        Secrets secrets = new AllowedSecrets(() -> trust, all);

        assertThat(secrets.find("shop", WEB)).isInstanceOf(Secrets.Found.Given.class);
        assertThat(secrets.find("shop", DB)).isInstanceOf(Secrets.Found.NotAllowed.class);
        assertThat(secrets.find("other", WEB)).isInstanceOf(Secrets.Found.NotAllowed.class);
    }
}
