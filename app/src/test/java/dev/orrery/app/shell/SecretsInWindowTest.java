package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.action.UiActions;
import dev.orrery.diagram.Palette;
import dev.orrery.persistence.DataFolder;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The page of secrets, by keyboard and by mouse.
@ExtendWith(ApplicationExtension.class)
final class SecretsInWindowTest {
    private static final String TWO = """
            {"x-mine": 1, "secrets": [
              {"name": "shop", "origins": ["https://shop.example"], "value": "hunter2-hunter2"},
              {"name": "ledger", "origins": [], "file": "ledger.token", "note": "by hand"}]}
            """;

    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void aTypedValueIsAddedByKeyboardAndNeverShown(FxRobot robot) throws IOException {
        open(robot);
        assertThat(words(robot, "#secrets-none")).startsWith("No secrets yet");

        robot.type(KeyCode.SPACE);
        robot.write("shop").type(KeyCode.TAB);
        robot.write("shop.example");
        assertThat(words(robot, "#secret-origins-words")).startsWith("Not an origin: shop.example");
        robot.interact(() -> field(robot, "#secret-origins").setText("https://SHOP.example/health"));
        robot.clickOn("#place-value").clickOn("#secret-value");
        robot.write("hunter2 hunter2");

        assertThat(words(robot, "#secret-origins-words")).isEqualTo("Sent to https://shop.example alone.");
        assertThat(shown(robot.lookup("#secrets").query())).noneMatch(text -> text.contains("hunter2"));
        robot.type(KeyCode.ENTER);

        assertThat(Files.readString(file())).contains("hunter2 hunter2");
        if (isPosix()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
        assertThat(words(robot, "#secret-facts-0")).isEqualTo("Typed value, for https://shop.example");
        assertThat(shown(robot.lookup("#secrets").query())).noneMatch(text -> text.contains("hunter2"));
    }

    @Test
    void whatIsWrongIsSaidWhileItIsWritten(FxRobot robot) throws IOException {
        write(TWO);
        open(robot);
        robot.clickOn("#secret-add");
        assertThat(robot.lookup("#secret-save").query().isDisabled()).isTrue();

        robot.interact(() -> field(robot, "#secret-name").setText("shop"));
        assertThat(words(robot, "#secret-name-words")).isEqualTo("There is a secret “shop” already.");
        robot.interact(() -> {
            field(robot, "#secret-name").setText("mail");
            field(robot, "#secret-origins").setText("http://10.1.2.3:9000");
            field(robot, "#secret-variable").setText("NOT SET");
        });
        assertThat(words(robot, "#secret-place-words")).contains("no space");
        robot.interact(() -> field(robot, "#secret-variable").setText("NOT_SET"));
        assertThat(words(robot, "#secret-place-words")).isEqualTo("The variable is not set now.");
        robot.interact(() -> field(robot, "#secret-variable").setText("SHOP_TOKEN"));
        assertThat(words(robot, "#secret-place-words")).isEqualTo("The variable is set now.");

        robot.clickOn("#place-file");
        robot.interact(() -> field(robot, "#secret-file").setText("mail.token"));
        assertThat(words(robot, "#secret-place-words")).contains("there is no file mail.token");
        Path token = Files.writeString(folder.resolve("mail.token"), "t");
        if (isPosix()) {
            Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
            robot.interact(() -> field(robot, "#secret-file").setText(token.toString()));
            assertThat(words(robot, "#secret-place-words")).contains("chmod 600");
            Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
            robot.interact(() -> field(robot, "#secret-file").setText("mail.token"));
            assertThat(words(robot, "#secret-place-words")).isEqualTo("The file is there, and for you alone.");
        }
        assertThat(robot.lookup("#secret-save").query().isDisabled()).isFalse();
        robot.clickOn("#secret-cancel");
        assertThat(Files.readString(file())).isEqualTo(TWO);
    }

    @Test
    void anEntryIsChangedAndItsValueStaysUnlessItIsTypedAnew(FxRobot robot) throws IOException {
        write(TWO);
        open(robot);

        robot.clickOn("#secret-edit-0");
        assertThat(shown(robot.lookup("#secrets").query())).noneMatch(text -> text.contains("hunter2"));
        robot.interact(() -> field(robot, "#secret-origins").setText("https://shop.example https://other.example"));
        robot.clickOn("#secret-save");

        assertThat(Files.readString(file())).contains("hunter2-hunter2", "https://other.example", "by hand", "x-mine");
    }

    @Test
    void removingTakesTwoPresses(FxRobot robot) throws IOException {
        write(TWO);
        open(robot);
        assertThat(words(robot, "#secret-facts-1")).isEqualTo("File ledger.token, for nobody: it has no origin");

        robot.clickOn("#secret-remove-0").clickOn("#secret-keep");
        assertThat(Files.readString(file())).isEqualTo(TWO);

        robot.clickOn("#secret-remove-0").clickOn("#secret-really-remove");
        assertThat(Files.readString(file())).doesNotContain("hunter2").contains("ledger", "x-mine");
    }

    @Test
    void aBrokenListIsToldAndLeftAlone(FxRobot robot) throws IOException {
        write("{\"secrets\": [hunter2");
        open(robot);

        assertThat(words(robot, "#secrets-trouble")).contains("by hand").doesNotContain("hunter2");
        assertThat(robot.lookup("#secret-add").query().isDisabled()).isTrue();
    }

    @Test
    void thePreferencesLeadThereAndScreenReadersHearWhichOne(FxRobot robot) throws IOException {
        write(TWO);
        Shown shown = show(robot);
        robot.interact(() -> shown.window.performer().perform(UiActions.of("preferences")));

        robot.clickOn("#open-secrets");

        assertThat(robot.lookup("#secret-edit-0").query().getAccessibleText()).isEqualTo("Change shop");
        assertThat(robot.lookup("#secret-remove-1").query().getAccessibleText()).isEqualTo("Remove ledger");
    }

    private void open(FxRobot robot) {
        Shown shown = show(robot);
        robot.interact(() -> shown.window.performer().perform(UiActions.of("secrets")));
    }

    private Shown show(FxRobot robot) {
        List<Shown> made = new ArrayList<>();
        robot.interact(() -> {
            Shown shown = new Shown(new Explored(), List.of());
            shown.data = new DataFolder(folder);
            shown.environment = Map.of("SHOP_TOKEN", "hunter2-of-the-variable");
            shown.on(stage, Palette.LIGHT, 980, 760);
            made.add(shown);
        });
        return made.getFirst();
    }

    private static TextInputControl field(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }

    private static String words(FxRobot robot, String query) {
        return Objects.requireNonNull(((Labeled) robot.lookup(query).query()).getText());
    }

    /// All that is drawn as text.
    private static List<String> shown(Node under) {
        List<String> found = new ArrayList<>();
        if (under instanceof Text text) {
            found.add(text.getText());
        }
        if (under instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(shown(child)));
        }
        return found;
    }

    private Path file() {
        return folder.resolve("secrets.json");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
        if (isPosix()) {
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
