package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditCommandTest {
    private static final String TEXT = """
            # The shop
            topology: Shop
            boundaries:
              core: {name: Core}
            services:
              web: {kind: web, depends_on: [db]}   # in front
              db: {kind: database}
            """;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path shop = Path.of("");

    @BeforeEach
    void write() throws IOException {
        shop = Files.writeString(folder.resolve("shop.yaml"), TEXT);
    }

    @Test
    void editsAreMadeInTheOrderOfTheCommandLineAndTheDiffIsPrinted() throws IOException {
        assertThat(terminal.run("edit", shop, "--owner", "db=us", "--rename=db=store", "--owner", "store=them"))
                .isZero();
        assertThat(terminal.out()).isEqualTo("""
                --- a/shop.yaml
                +++ b/shop.yaml
                @@ -3,5 +3,5 @@
                 boundaries:
                   core: {name: Core}
                 services:
                -  web: {kind: web, depends_on: [db]}   # in front
                -  db: {kind: database}
                +  web: {kind: web, depends_on: [store]}   # in front
                +  store: {kind: database, owner: them}
                """);
        assertThat(Files.readString(shop))
                .isEqualTo(TEXT.replace("[db]", "[store]")
                        .replace("  db: {kind: database}", "  store: {kind: database, owner: them}"));
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        assertThat(terminal.run("edit", shop, "--delete", "db", "--move", "web=core", "--dry-run"))
                .isZero();
        assertThat(terminal.out())
                .contains("-  db: {kind: database}\n", "+  web: {kind: web, boundary: core}   # in front\n");
        assertThat(Files.readString(shop)).isEqualTo(TEXT);
    }

    @Test
    void oneRefusalMeansThatNothingIsWritten() throws IOException {
        assertThat(terminal.run("edit", shop, "--owner", "db=us", "--connect", "db=nobody"))
                .isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("orrery: --connect db=nobody: there is no service nobody\n");
        assertThat(Files.readString(shop)).isEqualTo(TEXT);
    }

    @Test
    void jsonHasTheFilesAndWhatWasRefused() {
        assertThat(terminal.run("edit", shop, "--disconnect", "web=db", "--format", "json"))
                .isZero();
        assertThat(terminal.json().members()).extracting(Json.Member::name).containsExactly("files", "refused", "kept");
        assertThat(terminal.out()).contains("\"file\" : \"shop.yaml\"", "\"refused\" : [ ]");
        assertThat(terminal.run("edit", shop, "--disconnect", "web=db", "--format", "json"))
                .isEqualTo(1);
        assertThat(terminal.out())
                .contains("\"files\" : [ ]", "\"edit\" : \"--disconnect web=db\"", "\"code\" : \"unknown-dependency\"");
    }

    @Test
    void whatCannotBeUnderstoodIsAUsageError() {
        assertThat(terminal.run("edit", shop)).isEqualTo(2);
        assertThat(terminal.run("edit", shop, "--rename", "db")).isEqualTo(2);
        assertThat(terminal.run("edit", shop, "--rename")).isEqualTo(2);
        assertThat(terminal.run("edit", "--delete", "db")).isEqualTo(2);
    }

    @Test
    void whatComposeHasNoPlaceForIsKeptInTheWorkspaceAndSaysSo() throws IOException {
        Path compose = Files.writeString(folder.resolve("compose.yaml"), "services: {web: {image: web}}\n");
        Path workspace = folder.resolve("compose.workspace.yaml");

        assertThat(terminal.run("edit", compose, "--owner", "web=us")).isZero();
        assertThat(terminal.out()).isEqualTo("""
                --- /dev/null
                +++ b/compose.workspace.yaml
                @@ -0,0 +1,5 @@
                +format: 1
                +overlays:
                +  services:
                +    web:
                +      owner: us
                """);
        assertThat(terminal.err())
                .isEqualTo(
                        "orrery: --owner web=us: Kept in the workspace, since Docker Compose has no place for an owner\n");
        assertThat(compose).hasContent("services: {web: {image: web}}\n");
        assertThat(workspace).hasContent("format: 1\noverlays:\n  services:\n    web:\n      owner: us\n");
        assertThat(terminal.run("show", compose, "--format", "json")).isZero();
        assertThat(terminal.out()).contains("\"owner\" : \"us\"");

        assertThat(terminal.run("edit", compose, "--owner", "web=", "--format", "json"))
                .isZero();
        assertThat(terminal.out()).contains("\"message\" : \"Kept in the workspace");
        assertThat(workspace).doesNotExist();
    }

    @Test
    void aValueBehindAnAliasIsRefusedWithTheWaysAndMadeInOneOfThem() throws IOException {
        String text = """
                topology: Shop
                x-team: &team us
                services:
                  a: {owner: *team}
                  b: {owner: *team}
                """;
        Path file = Files.writeString(folder.resolve("alias.yaml"), text);

        assertThat(terminal.run("edit", file, "--owner", "a=them")).isEqualTo(1);
        assertThat(terminal.err())
                .isEqualTo(
                        "orrery: --owner a=them: the value is an alias (*team): change what it stands for, or write it"
                                + " out first; --behind-alias anchor changes it for b too; --behind-alias detach writes it out here"
                                + " alone\n");
        assertThat(file).hasContent(text);
        assertThat(terminal.run("edit", file, "--owner", "a=them", "--format", "json"))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("\"behindAlias\" : \"anchor\"", "\"behindAlias\" : \"detach\"");

        assertThat(terminal.run("edit", file, "--owner", "a=them", "--behind-alias", "both"))
                .isEqualTo(2);
        assertThat(terminal.run("edit", file, "--owner", "a=them", "--behind-alias", "detach"))
                .isZero();
        assertThat(file).hasContent(text.replace("a: {owner: *team}", "a: {owner: them}"));
        assertThat(terminal.run("edit", file, "--owner", "b=you", "--behind-alias=anchor"))
                .isZero();
        assertThat(file)
                .hasContent(
                        text.replace("a: {owner: *team}", "a: {owner: them}").replace("&team us", "&team you"));
    }

    @Test
    void aFormatWithoutAPlaceForItSaysSo() throws IOException {
        Path graph = Files.writeString(folder.resolve("a.dot"), "digraph { a -> b }\n");
        assertThat(terminal.run("edit", graph, "--rename", "a=c")).isEqualTo(1);
        assertThat(terminal.err()).contains("has no place for it");
    }
}
