package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `render` through a named view, with notes.
class GuidedTest {
    private static final Pattern BRIGHT = Pattern.compile("data-id=\"([a-z]+)\"[^>]* opacity=\"1\"");

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                boundaries: {behind: {name: Behind}}
                services:
                  web: {kind: web, owner: front, depends_on: [orders]}
                  orders: {owner: back, boundary: behind, depends_on: [db]}
                  db: {kind: database, boundary: behind, owner: back}
                """);
        Files.writeString(folder.resolve("shop.workspace.yaml"), """
                notes: {services: {web: "<Ask> Ann."}}
                views:
                  - {name: Stores, filter: "kind:database", hide: true, lens: owner, collapsed: []}
                  - {name: Way, path: {from: web, to: orders}}
                  - {name: Folded, collapsed: [behind]}
                """);
    }

    @Test
    void aViewSaysWhatIsShown() throws IOException {
        assertThat(rendered("--view", "Stores"))
                .contains("data-id=\"db\"", "data-lens=\"owner\"")
                .doesNotContain("data-id=\"web\"");
        assertThat(BRIGHT.matcher(rendered("--view", "Way")).results().map(found -> found.group(1)))
                .contains("web", "orders")
                .doesNotContain("db");
        assertThat(rendered("--view", "Folded")).contains("data-id=\"behind\"").doesNotContain("data-id=\"db\"");
    }

    @Test
    void notesAreDrawnWithAllTheirWords() throws IOException {
        assertThat(rendered()).contains("data-note=\"web\"", "<title>&lt;Ask&gt; Ann.</title>", ">&lt;Ask&gt; Ann.<");
    }

    @Test
    void aViewThatIsNotThereOrNotAloneIsRefused() throws IOException {
        assertThat(terminal.run("render", file, "-o", folder.resolve("x.svg"), "--view", "None"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("there is no view None; there are: Stores, Way, Folded");
        assertThat(terminal.run("render", file, "-o", folder.resolve("x.svg"), "--view", "Way", "--hide"))
                .isEqualTo(2);
        Path bare = Files.writeString(folder.resolve("bare.yaml"), "topology: Bare\nservices: {a: {}}\n");
        assertThat(terminal.run("render", bare, "-o", folder.resolve("x.svg"), "--view", "None"))
                .isEqualTo(2);
        assertThat(folder.resolve("x.svg")).doesNotExist();
    }

    private String rendered(String... options) throws IOException {
        Path picture = folder.resolve("picture.svg");
        Object[] words = new Object[4 + options.length];
        words[0] = "render";
        words[1] = file;
        words[2] = "-o";
        words[3] = picture;
        System.arraycopy(options, 0, words, 4, options.length);
        assertThat(terminal.run(words)).isZero();
        return Files.readString(picture);
    }
}
