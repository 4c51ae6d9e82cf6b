package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The text beside the picture: what is selected here is selected there, and what is written is an edit.
@ExtendWith(ApplicationExtension.class)
final class SourceInWindowTest {
    private static final String SHOP = """
            topology: Shop
            boundaries:
              sales: {name: Sales}
            services:
              web:   # the page
                boundary: sales
                depends_on: [cart]

              cart:
                boundary: sales
            """;

    private Stage stage;
    private Explored explored;
    private @Nullable Shown shown;

    @TempDir
    Path folder;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @BeforeEach
    void open(FxRobot robot) {
        explored = Explored.text(folder, SHOP);
        robot.interact(() -> {
            Shown made = new Shown(explored, List.of());
            made.on(stage, Palette.LIGHT, 980, 760);
            shown = made;
        });
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.CONTROL);
    }

    @Test
    void whatIsSelectedOnThePictureIsMarkedInTheText(FxRobot robot) {
        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.service("web"))));

        assertThat(area(robot).getText()).isEqualTo(SHOP);
        assertThat(marked(robot)).containsExactly(4, 5, 6);

        robot.interact(() -> explored.dispatch(new Action.Select(NodeId.boundary("sales"))));
        assertThat(marked(robot)).containsExactly(2);
    }

    @Test
    void whereTheCaretGoesThatIsSelected(FxRobot robot) {
        robot.interact(() -> {
            area(robot).requestFocus();
            area(robot).moveTo(9, 4);
        });

        assertThat(explored.session().selected()).isEqualTo(NodeId.service("cart"));
        assertThat(marked(robot)).containsExactly(8, 9);
    }

    @Test
    void whatIsWrittenIsAnEditWhenTheHandRests(FxRobot robot) {
        robot.interact(() -> {
            area(robot).requestFocus();
            area(robot).moveTo(area(robot).getLength());
        });
        robot.write("  mail: {}");
        assertThat(explored.session().unsaved()).as("while one writes").isEmpty();

        robot.interact(() -> List.copyOf(Objects.requireNonNull(shown).later).forEach(Runnable::run));

        assertThat(ids()).containsExactly("cart", "mail", "web");
        assertThat(explored.session().unsaved()).containsExactly("topology.yaml");
        assertThat(explored.session().undo().undoName()).hasValue("Write in topology.yaml");

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(ids()).containsExactly("cart", "web");
        assertThat(area(robot).getText()).isEqualTo(SHOP);
    }

    @Test
    void undoTakesBackWhatWasWrittenJustNow(FxRobot robot) {
        robot.interact(() -> {
            area(robot).requestFocus();
            area(robot).moveTo(area(robot).getLength());
        });
        robot.write("  mail: {}");

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);

        assertThat(area(robot).getText()).isEqualTo(SHOP);
        assertThat(explored.session().undo().redoName()).isPresent();
    }

    private static CodeArea area(FxRobot robot) {
        return robot.lookup("#source-area").queryAs(CodeArea.class);
    }

    private static List<Integer> marked(FxRobot robot) {
        CodeArea area = area(robot);
        return IntStream.range(0, area.getParagraphs().size())
                .filter(line -> area.getParagraph(line).getParagraphStyle().contains("marked"))
                .boxed()
                .toList();
    }

    private List<String> ids() {
        return Objects.requireNonNull(explored.session().opened()).topology().services().stream()
                .map(service -> service.id())
                .toList();
    }
}
