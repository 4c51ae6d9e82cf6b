package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EditorCommandTest {
    private static final Path FILE = Path.of("my shop", "shop.yaml");

    @Test
    void putsFileLineAndColumnWhereTheCommandSays() {
        assertThat(EditorCommand.words("code -g %f:%l:%c", FILE, 12, 3)).containsExactly("code", "-g", FILE + ":12:3");
    }

    @Test
    void addsTheFileWhereTheCommandDoesNotNameIt() {
        assertThat(EditorCommand.words("gedit +%l", FILE, 12, 3)).containsExactly("gedit", "+12", FILE.toString());
    }

    @Test
    void keepsQuotedWordsTogether() {
        assertThat(EditorCommand.words("\"C:\\Program Files\\ed.exe\" %f", FILE, 1, 1))
                .containsExactly("C:\\Program Files\\ed.exe", FILE.toString());
    }

    @Test
    void neverLetsAFileNameBecomeSeveralWords() {
        assertThat(EditorCommand.words("vi %f", Path.of("a; rm -rf b"), 1, 1)).containsExactly("vi", "a; rm -rf b");
    }

    @Test
    void isEmptyForABlankCommand() {
        assertThat(EditorCommand.words("  ", FILE, 1, 1)).isEmpty();
    }
}
