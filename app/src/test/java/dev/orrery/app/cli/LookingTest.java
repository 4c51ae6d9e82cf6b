package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `render` by a filter and through a lens.
class LookingTest {
    private static final Pattern BRIGHT = Pattern.compile("data-id=\"([a-z]+)\"[^>]* opacity=\"1\"");

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                services:
                  web: {kind: web, owner: front, depends_on: [orders]}
                  orders: {owner: back, depends_on: [db]}
                  db: {kind: database, owner: back}
                """);
    }

    @Test
    void whatTheFilterDoesNotMeanIsDimmedOrLeftOut() throws IOException {
        String dimmed = rendered("--filter", "owner:back !kind:database");
        String hidden = rendered("--filter", "owner:back", "--hide");

        assertThat(BRIGHT.matcher(dimmed).results().map(found -> found.group(1)))
                .containsExactly("orders");
        assertThat(dimmed).contains("data-id=\"web\"");
        assertThat(hidden).contains("data-id=\"orders\"", "data-id=\"db\"", "data-from=\"orders\"");
        assertThat(hidden).doesNotContain("data-id=\"web\"", "data-from=\"web\"");
    }

    @Test
    void aLensHasItsLegendInTheFileAndHealthHasNone() throws IOException {
        assertThat(rendered("--lens", "owner")).contains("data-lens=\"owner\"", ">back 2<", ">front 1<");
        assertThat(rendered()).doesNotContain("data-lens");
    }

    @Test
    void anExpressionThatIsNotUnderstoodIsRefusedWithItsPlace() {
        assertThat(terminal.run("render", file, "-o", folder.resolve("x.svg"), "--filter", "up ownr:back"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("--filter, character 4: “ownr” is no key. Did you mean “owner”?");
        assertThat(folder.resolve("x.svg")).doesNotExist();
    }

    @Test
    void aValueThatNothingHasIsToldAndThePictureIsMade() {
        assertThat(terminal.run("render", file, "-o", folder.resolve("x.svg"), "--filter", "owner:bakc"))
                .isZero();
        assertThat(terminal.err()).contains("No service has the owner “bakc”. Did you mean “back”?");
        assertThat(folder.resolve("x.svg")).exists();
    }

    private String rendered(String... more) throws IOException {
        Path picture = folder.resolve("picture.svg");
        Object[] arguments = new Object[4 + more.length];
        arguments[0] = "render";
        arguments[1] = file;
        arguments[2] = "-o";
        arguments[3] = picture;
        System.arraycopy(more, 0, arguments, 4, more.length);
        assertThat(terminal.run(arguments)).isZero();
        return Files.readString(picture);
    }
}
