package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServerCertificate;
import dev.orrery.health.Verdict;
import dev.orrery.session.Action;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the inspector says of a certificate.
@ExtendWith(ApplicationExtension.class)
final class CertificateInWindowTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void oneThatEndsSoonStandsOutAndTheServiceStaysUp(FxRobot robot) {
        show(robot, Duration.ofDays(3));

        Labeled renewal = robot.lookup(".check-renewal").query();
        assertThat(renewal.isVisible()).isTrue();
        assertThat(renewal.getText()).isEqualTo("The certificate expires in 3 days");
        assertThat(robot.lookup(".heading-state").<Labeled>query().getText()).startsWith("Up");
        assertThat(facts(robot)).doesNotContain("certificate");
    }

    @Test
    void oneThatHoldsForLongIsAFactAmongOthers(FxRobot robot) {
        show(robot, Duration.ofDays(90));

        assertThat(robot.lookup(".check-renewal").query().isVisible()).isFalse();
        assertThat(facts(robot)).contains("the certificate expires in 90 days");
    }

    private static String facts(FxRobot robot) {
        return robot.lookup(".check-facts").<Labeled>query().getText().replace('\u00a0', ' ');
    }

    private void show(FxRobot robot, Duration left) {
        Explored explored = Explored.text(
                folder, "topology: Shop\nservices:\n  shop: {health: {url: \"https://shop.example/health\"}}\n");
        ServerCertificate certificate = new ServerCertificate(
                "shop.example", "An issuer", false, Explored.NOW.minus(left), Explored.NOW.plus(left));
        Observation answer = new Observation(
                        new CheckId("shop", 0),
                        Explored.NOW.minusSeconds(5),
                        Duration.ofMillis(7),
                        Verdict.PASS,
                        Reason.of("answers", "200"),
                        200,
                        null,
                        List.of(),
                        null)
                .withCertificate(certificate);
        robot.interact(() -> {
            Shown shown = new Shown(explored, List.of());
            shown.on(stage, Palette.LIGHT, 1280, 800);
            explored.allowed().dispatch(new Action.Observed(List.of(answer)));
            explored.dispatch(new Action.Select(NodeId.service("shop")));
        });
    }
}
