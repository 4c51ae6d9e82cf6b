package dev.orrery.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orrery.probe.KnownSecrets;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Secret;
import dev.orrery.probe.SecretAudience;
import dev.orrery.probe.SecretUse;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may be asked and sent in an environment, against a server of this computer.
class EnvironmentTrustTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Origin staging;

    EnvironmentTrustTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        staging = Origin.of("http://127.0.0.1:" + server.getAddress().getPort()).orElseThrow();
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Api-Key"));
            byte[] body = "{\"status\":\"UP\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        // What is declared is a port at which nobody listens, so that an answer can only come from the environment.
        Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                services:
                  cart: {health: {url: "http://127.0.0.1:1/cart", headers: {X-Api-Key: shop}}}
                  mail: {health: {url: "http://127.0.0.1:1/mail"}}
                """);
        Files.writeString(folder.resolve("orrery.workspace.yaml"), """
                environments:
                  staging: {services: {"*": "%s"}, secrets: {shop: shop-staging}}
                """.formatted(staging));
        terminal.secrets = new KnownSecrets(
                Map.of("shop", Secret.of("declared-4711"), "shop-staging", Secret.of("staging-4711")),
                Map.of(
                        "shop", SecretAudience.of("shop", List.of(staging)),
                        "shop-staging", SecretAudience.of("shop-staging", List.of(staging))));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatWasAllowedAsDeclaredIsNotAllowedHere() {
        terminal.remembered = Trusts.ofDeclared(Trust.of(List.of(staging)));

        assertThat(terminal.run("probe", folder, "--env", "staging")).isEqualTo(Exit.USAGE);

        assertThat(terminal.err()).contains(staging.toString());
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasAllowedHereBeforeIsAskedWithTheSecretOfTheEnvironment() {
        terminal.remembered = Trusts.NONE.and("staging", sending());

        assertThat(terminal.run("probe", folder, "--env", "staging")).isEqualTo(Exit.FINE);

        assertThat(asked).containsExactlyInAnyOrder("/cart staging-4711", "/mail null");
        assertThat(terminal.out()).contains("2 up");
        assertThat(terminal.err()).contains("“staging”");
        assertThat(terminal.run("probe", folder)).as("but not as declared").isEqualTo(Exit.USAGE);
    }

    @Test
    void aSecretThatIsNotAllowedIsNotSentAndTheRestIsAsked() {
        terminal.remembered = Trusts.NONE.and("staging", Trust.of(List.of(staging)));

        assertThat(terminal.run("probe", folder, "--env", "staging", "--allow-secret", "shop"))
                .isEqualTo(Exit.FINE);

        assertThat(asked).containsExactly("/mail null");
        assertThat(terminal.out()).contains("1 up, 1 unknown").contains("secret “shop-staging”");
        assertThat(terminal.err()).contains("“shop-staging” to " + staging);

        assertThat(terminal.run("probe", folder, "--env", "staging", "--allow-secret", "shop-staging"))
                .isEqualTo(Exit.FINE);
        assertThat(asked).contains("/cart staging-4711");
        assertThat(terminal.err()).doesNotContain("--allow-secret");
    }

    @Test
    void allowingAllOriginsAllowsNoSecret() {
        assertThat(terminal.run("probe", folder, "--env", "staging", "--allow-all"))
                .isEqualTo(Exit.FINE);

        assertThat(asked).containsExactly("/mail null");
    }

    @Test
    void aColouredPictureAsksByTheSameTrust() throws IOException {
        terminal.remembered = Trusts.NONE.and("staging", sending());
        Path picture = folder.resolve("picture.svg");

        assertThat(terminal.run("render", folder, "--env", "staging", "--probe", "-o", picture))
                .isEqualTo(Exit.FINE);

        assertThat(asked).contains("/cart staging-4711");
        assertThat(Files.readString(picture)).contains("Shop · staging").doesNotContain("4711");
    }

    private Trust sending() {
        return new Trust(
                new TreeSet<>(List.of(staging)), new TreeSet<>(List.of(new SecretUse("shop-staging", staging))));
    }
}
