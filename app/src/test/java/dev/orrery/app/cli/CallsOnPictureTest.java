package dev.orrery.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.MeasuringServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who was seen to call whom, from a server that keeps measurements to a picture on the command line.
class CallsOnPictureTest {
    private static final Pattern CARD = Pattern.compile("data-id=\"[^\"]+\".*?<rect [^>]+>", Pattern.DOTALL);
    private static final String SEEN = "data-from=\"db\" data-to=\"web\"";

    @TempDir
    private Path folder;

    private final MeasuringServer server;
    private final Terminal terminal = new Terminal();
    private Path file = Path.of("");

    CallsOnPictureTest() throws IOException {
        server = new MeasuringServer();
    }

    @BeforeEach
    void write() throws IOException {
        server.up("web", "api", "db");
        server.calls("web>api", "db>web", "user>web");
        file = Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                prometheus: {url: "%s"}
                services:
                  web: {depends_on: [api]}
                  api: {depends_on: [db]}
                  db: {kind: database}
                """.formatted(server.url()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theProbedPictureHasALineMoreAndEveryBoxWhereItWas() throws IOException {
        String written = Files.readString(file);
        String plain = rendered("plain.svg");
        String probed = rendered("probed.svg", "--probe", "--allow-all");

        assertThat(plain).doesNotContain(SEEN);
        assertThat(probed).contains(SEEN);
        assertThat(places(probed)).hasSize(3).isEqualTo(places(plain));
        assertThat(line(probed, SEEN)).as("in the accent").contains("#0b62d6");
        assertThat(line(probed, "data-from=\"web\" data-to=\"api\""))
                .as("declared, so drawn as such")
                .isEqualTo(line(plain, "data-from=\"web\" data-to=\"api\""));
        assertThat(rendered("again.svg", "--probe", "--allow-all")).isEqualTo(probed);
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    @Test
    void nothingIsAskedUnlessProbingIsWanted() {
        assertThat(terminal.run("show", "--format", "json", file)).isZero();
        assertThat(terminal.out()).doesNotContain("observed");
        assertThat(terminal.run("check", file)).isZero();
        assertThat(terminal.run("render", file, "-o", folder.resolve("x.svg"))).isZero();

        assertThat(server.queries()).isEmpty();
    }

    @Test
    void probeTellsThemAsData() {
        assertThat(terminal.run("probe", "--allow-all", "--format", "json", file))
                .isZero();

        assertThat(terminal.json().get("observed").orElseThrow().toString())
                .contains("db", "web", "prometheus.tempo-service-graph", server.url())
                .doesNotContain("user");
    }

    private String rendered(String name, Object... more) throws IOException {
        Path svg = folder.resolve(name);
        Object[] arguments = new Object[more.length + 4];
        arguments[0] = "render";
        arguments[1] = file;
        arguments[2] = "-o";
        arguments[3] = svg;
        System.arraycopy(more, 0, arguments, 4, more.length);
        assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
        return Files.readString(svg, UTF_8);
    }

    private static List<String> places(String svg) {
        return CARD.matcher(svg)
                .results()
                .map(MatchResult::group)
                .map(card -> card.replaceAll("(data-health|fill|stroke[a-z-]*|class)=\"[^\"]*\"", "")
                        .replaceAll("(?s)^(data-id=\"[^\"]+\").*(<rect)", "$1 $2"))
                .toList();
    }

    private static String line(String svg, String ends) {
        int at = svg.indexOf(ends);
        return svg.substring(at, svg.indexOf("</g>", at));
    }
}
