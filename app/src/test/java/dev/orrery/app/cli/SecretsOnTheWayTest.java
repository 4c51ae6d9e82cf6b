package dev.orrery.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.SecretsFile;
import dev.orrery.persistence.Written;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the user's secrets to a server that repeats what it was sent, and back to what is printed and drawn.
class SecretsOnTheWayTest {
    private static final String CANARY = "canary-7Hq2vX91LmP0";

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String origin = "";

    SecretsOnTheWayTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", exchange -> {
            String seen = String.valueOf(exchange.getRequestHeaders().getFirst("X-Api-Key"));
            sent.add(seen);
            byte[] body = ("{\"status\":\"DOWN\",\"components\":{\"db " + seen
                            + "\":{\"status\":\"DOWN\",\"details\":{\"error\":\"refused " + seen + "\"}}}}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                services: {cart: {health: {url: "%s/health", headers: {X-Api-Key: shop}}}}
                """.formatted(origin));
        terminal.secrets = new SecretsFile(new DataFolder(folder.resolve("data")), name -> {
            assertThat(name).isEqualTo("SHOP_TOKEN");
            return CANARY;
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSecretReachesItsOriginAndIsSeenNowhereElse() throws IOException {
        allow(origin);
        assertThat(terminal.run("probe", folder, "--format", "json", "--allow-all", "--allow-secret", "shop"))
                .isEqualTo(Exit.PROBLEMS);
        String json = terminal.out() + terminal.err();
        assertThat(json).contains("•••").doesNotContain(CANARY.substring(0, 8));
        assertThat(terminal.run("probe", folder, "--allow-all", "--allow-secret", "shop"))
                .isEqualTo(Exit.PROBLEMS);
        assertThat(terminal.out() + terminal.err()).contains("•••").doesNotContain(CANARY.substring(0, 8));
        Path svg = folder.resolve("shop.svg");
        assertThat(terminal.run(
                        "render",
                        folder.resolve("shop.yaml"),
                        "--probe",
                        "--allow-all",
                        "--allow-secret",
                        "shop",
                        "-o",
                        svg))
                .isEqualTo(Exit.FINE);
        assertThat(svg).content(UTF_8).doesNotContain(CANARY.substring(0, 8));
        assertThat(sent).containsExactly(CANARY, CANARY, CANARY);
    }

    @Test
    void nothingIsSentWhereTheUserNeverSaidThatTheSecretIsForThisOrigin() throws IOException {
        allow("http://127.0.0.1:1");
        terminal.run("probe", folder, "--allow-all", "--allow-secret", "shop");
        assertThat(terminal.out()).contains("The secret “shop” is not for " + origin);
        assertThat(sent).isEmpty();
    }

    @Test
    void nothingIsSentWhereThereIsNoSuchSecret() {
        terminal.run("probe", folder, "--allow-all", "--allow-secret", "shop");
        assertThat(terminal.out()).contains("There is no secret “shop” on this computer");
        assertThat(sent).isEmpty();
    }

    @Test
    void nothingIsSentWithASecretThatWasNotAllowedForThisFolder() throws IOException {
        allow(origin);

        assertThat(terminal.run("probe", folder, "--allow-all")).isEqualTo(Exit.FINE);

        assertThat(terminal.out()).contains("You have not allowed yet that the secret “shop” is sent to " + origin);
        assertThat(terminal.err()).contains("--allow-secret").contains("“shop” to " + origin);
        assertThat(sent).isEmpty();
    }

    private void allow(String to) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Written written = AtomicFile.ownerOnly()
                .write(
                        new DataFolder(folder.resolve("data")).secrets(),
                        "{\"secrets\": [{\"name\": \"shop\", \"origins\": [\"" + to
                                + "\"], \"variable\": \"SHOP_TOKEN\"}]}");
        assertThat(written).isInstanceOf(Written.Done.class);
    }
}
