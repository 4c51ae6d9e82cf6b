package dev.orrery.app.cli;

import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orrery.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a server says goes to the terminal, to JSON and into the picture, and does nothing there.
class HostileAnswerTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private final HttpServer server;
    private volatile String said = "";

    HostileAnswerTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", exchange -> {
            byte[] body = said.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Files.writeString(
                folder.resolve("shop.yaml"), """
                topology: Shop
                services: {cart: {health: {url: "http://127.0.0.1:%d/health"}}}
                """.formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    static String[] hostile() {
        return new String[] {
            "plain \u001b[31mred\u001b[0m",
            "title \u001b]0;owned\u0007",
            "link \u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\",
            "C1 \u009b31m and \u0085 next",
            "over\rwritten\nand a line\tof its own",
            "nul \u0000 del \u007f back\b\b\b",
            "right to left \u202etxt.exe\u202c and \u2066hidden\u2069",
            "zero\u200bwidth\ufeff and \u2028 line",
            "<script>alert(1)</script> onload=\"x\" ]]> <!-- & &amp;",
            "\"><image xlink:href=\"https://evil.example/x\"/>",
            "half \ud83d of a pair",
            "long ".repeat(2_000)
        };
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatAServerSaysIsOnlyText(String hostile) throws IOException {
        said = JsonWriter.compact(object(
                member("status", "DOWN"),
                member(
                        "components",
                        object(member(
                                hostile,
                                object(
                                        member("status", "DOWN"),
                                        member("details", object(member("error", hostile)))))))));
        assertThat(terminal.run("probe", folder, "--allow-all")).isEqualTo(Exit.PROBLEMS);
        assertThat(terminal.out()).contains("down");
        assertHarmless(terminal.out() + terminal.err());
        assertThat(terminal.run("probe", folder, "--format", "json", "--allow-all"))
                .isEqualTo(Exit.PROBLEMS);
        assertThat(terminal.json().get("services")).isPresent();
        assertHarmless(terminal.out() + terminal.err());

        Path svg = folder.resolve("shop.svg");
        assertThat(terminal.run("render", folder.resolve("shop.yaml"), "--probe", "--allow-all", "-o", svg))
                .isEqualTo(Exit.FINE);
        String picture = Files.readString(svg);
        assertThat(picture).contains("data-health=\"DOWN\"").doesNotContain("<script", "<image", "xlink:href");
        assertHarmless(picture);
    }

    private static void assertHarmless(String shown) {
        assertThat(shown.chars()
                        .filter(c -> (c < ' ' && c != '\n')
                                || (c >= 0x7f && c <= 0x9f)
                                || (c >= 0x202a && c <= 0x202e)
                                || (c >= 0x2066 && c <= 0x2069)
                                || c == 0x2028)
                        .mapToObj(Integer::toHexString))
                .isEmpty();
        assertThat(shown.length()).isLessThan(40_000);
    }
}
