package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
    private static final String SHOP = """
        topology: Shop
        boundaries: {core: {kind: domain}, edge: {kind: domain}}
        services:
          web: {kind: web, boundary: edge, depends_on: [orders, payments]}
          orders: {boundary: core, owner: team-a, tags: [tier-1], depends_on: [payments, orders-db]}
          payments: {boundary: core, technology: Go, depends_on: [provider]}
          orders-db: {kind: database, boundary: core}
          provider: {kind: external}
        """;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path shop = Path.of("");

    @BeforeEach
    void write() throws IOException {
        shop = Files.writeString(folder.resolve("shop.yaml"), SHOP);
    }

    @Test
    void theSameIsEqualAndExitsZero() {
        assertThat(terminal.run("diff", shop, shop)).isZero();
        assertThat(terminal.out()).isEqualTo("No differences.\n");
        assertThat(terminal.run("diff", "--format", "json", shop, shop)).isZero();
        assertThat(terminal.json().get("equal")).contains(new Json.Bool(true));
    }

    @Test
    void bothAreDrawnOnOnePictureWithWhatIsDifferent() throws IOException {
        Path later = Files.writeString(
                folder.resolve("later.yaml"), SHOP.replace("provider: {kind: external}", "search: {boundary: edge}"));
        Path picture = folder.resolve("changes.svg");

        assertThat(terminal.run("diff", shop, later, "-o", picture)).isEqualTo(1);
        assertThat(Files.readString(picture))
                .contains("data-id=\"search\"", "data-mark=\"added\"", "data-id=\"provider\"", "data-mark=\"removed\"");
        assertThat(terminal.run("diff", shop, later, "-o", folder.resolve("changes.txt")))
                .isEqualTo(2);
    }

    @Test
    void whatIsDifferentIsToldInTextAndExitsOne() throws IOException {
        Path later = Files.writeString(
                folder.resolve("later.yaml"),
                SHOP.replace("payments", "billing")
                        .replace("boundary: edge", "boundary: core")
                        .replace("owner: team-a, tags: [tier-1]", "owner: team-b, tags: [pci]")
                        .replace("orders-db: {kind: database, boundary: core}", "mail: {kind: worker}")
                        .replace(", orders-db]", "]"));
        assertThat(terminal.run("diff", shop, later)).isEqualTo(1);
        assertThat(terminal.out()).isEqualTo("""
            Services
            ~ payments → billing
                renamed: neighbours 100 % (orders, provider, web), stated 100 % (kind, boundary, technology)
            + mail
            ~ orders
                owner: team-a → team-b
                tags: -tier-1 +pci
            - orders-db
            ~ web
                boundary: edge → core

            Dependencies
            - orders → orders-db
            """);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void jsonHasEveryKeyWhateverChanged() throws IOException {
        Path later = Files.writeString(folder.resolve("later.yaml"), SHOP.replace("team-a", "team-b"));
        assertThat(terminal.run("diff", "--format", "json", shop, later)).isEqualTo(1);
        assertThat(terminal.json().members())
                .extracting(Json.Member::name)
                .containsExactly("equal", "before", "after", "summary", "services", "dependencies", "boundaries");
        Json.Arr services = (Json.Arr) terminal.json().get("services").orElseThrow();
        assertThat(services.items()).hasSize(1);
        assertThat(terminal.out())
                .contains("\"change\" : \"changed\"")
                .contains("\"field\" : \"owner\"")
                .contains("\"before\" : \"team-a\"")
                .contains("\"renamed\" : null");
    }

    @Test
    void whatIsNotThereIsAQuestionOfUsage() {
        assertThat(terminal.run("diff", shop, folder.resolve("nowhere.yaml"))).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("nowhere.yaml");
        assertThat(terminal.run("diff", shop)).isEqualTo(2);
        assertThat(terminal.failures).isEmpty();
    }

    @Test
    void whatCouldNotBeReadWholeIsNotCalledEqual() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), SHOP + "  web: {kind: [\n");
        assertThat(terminal.run("diff", broken, broken)).isEqualTo(1);
        assertThat(terminal.err()).contains("broken.yaml:");
    }

    @Test
    void aFileIsComparedWithWhatItWas() throws IOException, InterruptedException {
        assumeTrue(git("init", "-q") && git("add", "shop.yaml") && git("commit", "-q", "-m", "One"), "there is git");
        assertThat(terminal.run("diff", "--rev", "HEAD", shop)).isZero();
        Files.writeString(shop, SHOP.replace("team-a", "team-b"));
        assertThat(terminal.run("diff", "--rev", "HEAD", shop)).isEqualTo(1);
        assertThat(terminal.out()).isEqualTo("""
            Services
            ~ orders
                owner: team-a → team-b
            """);
        git("commit", "-q", "-a", "-m", "Two");
        assertThat(terminal.run("diff", "--rev", "HEAD", shop)).isZero();
        assertThat(terminal.run("diff", "--rev", "HEAD~1..HEAD", shop)).isEqualTo(1);
        assertThat(terminal.run("diff", "--rev", "HEAD~7", shop)).isEqualTo(2);
        assertThat(terminal.err()).contains("There is no revision HEAD~7");
        for (String form : new String[] {"HEAD...main", "..HEAD", "HEAD..", "a..b..c"}) {
            assertThat(terminal.run("diff", "--rev", form, shop)).as(form).isEqualTo(2);
        }
    }

    private boolean git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example"));
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void theStylesOfOneSystemAreTold() {
        Path samples = Path.of(System.getProperty("orrery.samples", "../samples"));
        assertThat(terminal.run(
                        "diff",
                        samples.resolve("booking/monolith.yaml"),
                        samples.resolve("booking/microservices.yaml")))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("- site-db").contains("~ payments").contains("+ booking-events");
    }
}
