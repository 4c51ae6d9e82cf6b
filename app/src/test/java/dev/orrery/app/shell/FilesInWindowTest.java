package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Palette;
import dev.orrery.problem.Problem;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What became of the files of a folder, as the window tells it.
@ExtendWith(ApplicationExtension.class)
final class FilesInWindowTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void theInspectorListsWhatWasReadAndWhatWasNot(FxRobot robot) throws IOException {
        write("shop.yaml", "topology: Shop\nservices: {a: {}, b: {}}");
        write("deploy/compose.yaml", "services: {web: {image: web}}");
        write("notes.yaml", "hello: world");
        show(robot, Explored.opened(folder));

        assertThat(rows(robot))
                .containsExactlyInAnyOrder(
                        "deploy/compose.yaml: Docker Compose, 1 service",
                        "shop.yaml: Orrery, 2 services",
                        "notes.yaml: It is in no format that Orrery reads.");
        assertThat(words(robot, "#unread-files")).isEqualTo("1 not read");
        assertThat(words(robot, "#files-no-format")).isEqualTo("In no format that is read · 1");
        assertThat(words(robot, "#files .section-note")).isEqualTo("2 read");
    }

    @Test
    void enterOpensAFileInTheEditorWhetherItWasReadOrNot(FxRobot robot) throws IOException {
        Path read = write("shop.yaml", "topology: Shop\nservices: {a: {}}");
        Path unread = write("notes.yaml", "hello: world");
        Explored explored = Explored.opened(folder);
        show(robot, explored);

        robot.interact(() -> row(robot, "shop.yaml").requestFocus());
        robot.type(KeyCode.ENTER);
        robot.interact(() -> row(robot, "notes.yaml").requestFocus());
        robot.type(KeyCode.ENTER);

        assertThat(explored.effects)
                .filteredOn(Effect.OpenEditor.class::isInstance)
                .containsExactly(new Effect.OpenEditor(read, 1, 1), new Effect.OpenEditor(unread, 1, 1));
    }

    @Test
    void thousandsOfFilesAreShownAFewAtATime(FxRobot robot) throws IOException {
        write("shop.yaml", "topology: Shop\nservices: {a: {}}");
        for (int i = 1000; i < 3000; i++) {
            write("n" + i + ".yaml", "a: b");
        }
        show(robot, Explored.opened(folder));
        TitledPane fold = robot.lookup("#files-no-format").query();
        assertThat(fold.isExpanded()).isFalse();

        robot.interact(fold::requestFocus);
        robot.type(KeyCode.SPACE);
        Button more = robot.lookup(".more").queryButton();
        assertThat(more.getText()).isEqualTo("and 1960 more");
        assertThat(rows(robot)).hasSize(41);

        robot.interact(more::fire);
        assertThat(rows(robot)).hasSize(141);
        assertThat(more.getText()).isEqualTo("and 1860 more");
        assertThat(row(robot, "n1040.yaml").isFocused()).isTrue();
    }

    @Test
    void whatWasUnfoldedStaysSoOverAReload(FxRobot robot) throws IOException {
        write("shop.yaml", "topology: Shop\nservices: {a: {}}");
        for (int i = 0; i < 9; i++) {
            write("n" + i + ".yaml", "a: b");
        }
        Explored explored = Explored.opened(folder);
        show(robot, explored);
        robot.interact(
                () -> robot.lookup("#files-no-format").queryAs(TitledPane.class).setExpanded(true));

        Files.delete(folder.resolve("n3.yaml"));
        robot.interact(() -> explored.dispatch(new Action.FilesChanged()));

        TitledPane fold = robot.lookup("#files-no-format").query();
        assertThat(fold.getText()).endsWith("· 8");
        assertThat(fold.isExpanded()).isTrue();
    }

    @Test
    void aProblemOfAWholeFileLeadsToItsRow(FxRobot robot) throws IOException {
        Path shop = write("shop.yaml", "topology: Shop\nservices: {a: {}, b: {depends_on: [a]}}");
        Path empty = write("empty.yaml", "");
        Explored explored = Explored.opened(shop, empty);
        show(robot, explored);

        selectProblem(robot, "empty-file");
        robot.type(KeyCode.ENTER);

        assertThat(explored.session().selected()).isNull();
        assertThat(row(robot, "empty.yaml").isFocused()).isTrue();
    }

    @Test
    void theKeyForSourcesOpensThePlaceOfAProblem(FxRobot robot) throws IOException {
        Path shop = write("shop.yaml", "topology: Shop\nservices:\n  a: {tags: 7}\n");
        Explored explored = Explored.opened(shop);
        show(robot, explored);

        selectProblem(robot, "expected-list");
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);

        assertThat(explored.effects).last().isEqualTo(new Effect.OpenEditor(shop, 3, 13));
    }

    @Test
    void aFolderWithoutDescriptorsSaysSo(FxRobot robot) throws IOException {
        show(robot, Explored.opened(folder));
        assertThat(words(robot, "#files .hint")).isEqualTo("There is no file here that may be a descriptor.");

        write("notes.yaml", "hello: world");
        show(robot, Explored.opened(folder));
        assertThat(words(robot, "#files .hint")).isEqualTo("None of these files is a descriptor that Orrery reads.");
        assertThat(rows(robot)).containsExactly("notes.yaml: It is in no format that Orrery reads.");
    }

    private static void selectProblem(FxRobot robot, String code) {
        robot.interact(() -> robot.lookup("#problem-count").queryButton().fire());
        ListView<Problem> list = robot.lookup("#problems-list").query();
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel()
                    .select(list.getItems().stream()
                            .filter(problem -> problem.code().equals(code))
                            .findFirst()
                            .orElseThrow());
        });
    }

    /// What a screen reader says at each row.
    private static List<String> rows(FxRobot robot) {
        return robot.lookup(".file-row").queryAll().stream()
                .map(Node::getAccessibleText)
                .toList();
    }

    private static Node row(FxRobot robot, String file) {
        return robot.lookup((Node node) -> ("file-" + file).equals(node.getId()))
                .query();
    }

    private static String words(FxRobot robot, String query) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void show(FxRobot robot, Explored explored) {
        robot.interact(() -> new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760));
    }
}
