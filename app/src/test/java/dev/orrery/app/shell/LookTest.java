package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.action.UiActions;
import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Palette;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.persistence.DataFolder;
import dev.orrery.probe.Trust;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Session;
import dev.orrery.topology.Certainty;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// Draws the whole window into `target/pictures`, for people to judge.
@ExtendWith(ApplicationExtension.class)
final class LookTest {
    private static final Set<String> MAY_BE_LONG =
            Set.of("finding-more", "topology-path", "check-url", "recent-folder", "file-name", "place");
    private static final List<String> SAMPLES = List.of(
            "shop/shop.yaml",
            "booking/monolith.yaml",
            "booking/soa.yaml",
            "booking/microservices.yaml",
            "petclinic/docker-compose.yml",
            "spinnaker/spinnaker.yaml",
            "online-boutique/manifests.yaml",
            "catalog/catalog-info.yaml",
            "streaming/streaming.json");
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    @Test
    void theIncidentInBothThemesAndTwoSizes(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                robot.interact(() -> {
                    Explored explored = Explored.incident(folder);
                    Shown shown = new Shown(explored, List.of());
                    Scene scene = shown.alone(palette, size[0], size[1]);
                    explored.dispatch(new Action.Select(NodeId.service("reservations")));
                    keep(scene, "window-" + palette.name().toLowerCase(Locale.ROOT) + "-" + size[0]);
                });
            }
        }
    }

    @Test
    void findingsOnThePictureAndInTheirList(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            String end = "-" + palette.name().toLowerCase(Locale.ROOT) + "-1280";
            robot.interact(() -> {
                Explored explored = Explored.sample(folder, "booking/soa.yaml");
                Shown shown = new Shown(explored, List.of());
                Scene scene = shown.alone(palette, 1280, 800);
                explored.dispatch(new Action.ToggleMarks());
                keep(scene, "findings-marked" + end);
                explored.dispatch(new Action.StepFinding(false));
                keep(scene, "findings-one" + end);
                shown.window.performer().perform(UiActions.of("findings"));
                keep(scene, "findings-list" + end);
            });
        }
    }

    @Test
    void lensesFiltersAndLegends(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                String end = "-" + palette.name().toLowerCase(Locale.ROOT) + "-" + size[0];
                robot.interact(() -> {
                    Explored explored = Explored.sample(folder, "catalog/catalog-info.yaml");
                    Scene scene = new Shown(explored, List.of()).alone(palette, size[0], size[1]);
                    explored.dispatch(new Action.LookThrough(Lens.OWNER));
                    keep(scene, "lens-owner" + end);
                });
                robot.interact(() -> {
                    Explored explored = Explored.incident(folder);
                    Scene scene = new Shown(explored, List.of()).alone(palette, size[0], size[1]);
                    explored.dispatch(new Action.LookThrough(Lens.KIND));
                    explored.dispatch(new Action.Select(NodeId.service("reservations")));
                    keep(scene, "lens-kind" + end);
                });
                robot.interact(() -> {
                    Explored explored = Explored.sample(folder, "spinnaker/spinnaker.yaml");
                    Scene scene = new Shown(explored, List.of()).alone(palette, size[0], size[1]);
                    explored.dispatch(new Action.FilterBy("impact:redis !deck"));
                    keep(scene, "filter" + end);
                    explored.dispatch(new Action.ToggleHiding());
                    explored.dispatch(new Action.FilterBy("kind:servce owner:nobdy"));
                    keep(scene, "filter-nothing" + end);
                });
            }
        }
    }

    @Test
    void whatPeopleSaidIsSeenBesideTheState(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            robot.interact(() -> {
                Explored explored = Explored.attended(folder);
                Shown shown = new Shown(explored, List.of());
                Scene scene = shown.alone(palette, 1280, 800);
                explored.dispatch(new Action.Select(NodeId.service("reservations-db")));
                String end = "-" + palette.name().toLowerCase(Locale.ROOT);
                keep(scene, "attended" + end);
                for (String id : List.of("acknowledge", "maintenance")) {
                    shown.window.performer().perform(UiActions.of(id));
                    keep(scene, id + end);
                }
            });
        }
    }

    @Test
    void theInspectorTellsWhatGoesAcrossBorders(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            robot.interact(() -> {
                Explored explored = Explored.sample(folder, "booking/microservices.yaml");
                Scene scene = new Shown(explored, List.of()).alone(palette, 1280, 800);
                String end = "-" + palette.name().toLowerCase(Locale.ROOT);
                keep(scene, "borders-of-all" + end);
                assertThat(words(scene, "#inspector")).contains("Crossed by", "7 of 14: 5 sync, 2 async");
                explored.dispatch(new Action.Select(NodeId.boundary("booking")));
                Scene selected = new Shown(explored, List.of()).alone(palette, 1280, 800);
                keep(selected, "borders" + end);
                assertThat(words(selected, "#inspector"))
                        .contains("Cohesion", "25 %, 2 of 8 inside", "1 sync · 1 service")
                        .contains("4 sync, 1 async · 2 services", "Instability", "0.67");
            });
        }
    }

    private static List<String> words(Scene scene, String within) {
        return scene.lookup(within).lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void thePreferencesAndTheSecrets(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("secrets.json"), """
                {"secrets": [
                  {"name": "shop", "origins": ["https://shop.example"], "variable": "SHOP_TOKEN"},
                  {"name": "ledger", "origins": ["https://ledger.example:8443", "https://ledger-2.example:8443"], "file": "ledger.token"},
                  {"name": "mail", "origins": ["http://10.1.2.3:9000"], "value": "Bearer hunter2"}]}
                """);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder.resolve("secrets.json"), PosixFilePermissions.fromString("rw-------"));
        }
        for (Palette palette : Palette.values()) {
            robot.interact(() -> {
                Shown shown = new Shown(new Explored(), List.of());
                shown.data = new DataFolder(folder);
                Scene scene = shown.alone(palette, 1280, 800);
                String end = "-" + palette.name().toLowerCase(Locale.ROOT);
                shown.window.performer().perform(UiActions.of("preferences"));
                keep(scene, "preferences" + end);
                shown.window.performer().perform(UiActions.of("secrets"));
                keep(scene, "secrets" + end);
                ((Button) scene.lookup("#secret-edit-2")).fire();
                keep(scene, "secret" + end);
            });
        }
    }

    @Test
    void sketchingAndWritingBack(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            String end = "-" + palette.name().toLowerCase(Locale.ROOT);
            robot.interact(() -> {
                Explored explored = Explored.sample(folder, "booking/microservices.yaml");
                Shown shown = new Shown(explored, List.of());
                Scene scene = shown.alone(palette, 1280, 800);
                explored.dispatch(new Action.Select(NodeId.service("payments")));
                for (String id : List.of("describe", "connect", "move", "rename", "suggest")) {
                    shown.window.performer().perform(UiActions.of(id));
                    keep(scene, "editing-" + id + end);
                }
                explored.dispatch(new Action.SelectThese(
                        NodeId.service("payments"),
                        new TreeSet<>(Set.of(NodeId.service("reservations"), NodeId.service("mail")))));
                Shown several = new Shown(explored, List.of());
                Scene selected = several.alone(palette, 1280, 800);
                keep(selected, "several" + end);
                several.window.performer().perform(UiActions.of("add-boundary"));
                keep(selected, "several-boundary" + end);
                explored.dispatch(new Edit.ChangeTopology(List.of(
                        new TopologyEdit.SetOwner("payments", "team-money"),
                        new TopologyEdit.Disconnect("reservations", "payments"))));
                Shown saving = new Shown(explored, List.of());
                Scene edited = saving.alone(palette, 1280, 800);
                saving.window.performer().perform(UiActions.of("save"));
                keep(edited, "editing-save" + end);
                Shown beside = new Shown(explored, List.of());
                Scene source = beside.alone(palette, 1920, 1080);
                beside.window.performer().perform(UiActions.of("source"));
                keep(source, "editing-source" + end);
            });
        }
    }

    @Test
    void theWelcomePageAndTheSheets(FxRobot robot) {
        robot.interact(() -> {
            Shown shown = new Shown(new Explored(), samples());
            shown.settings = shown.settings
                    .withOpened(Path.of("/home/ada/shop/docker-compose.yml"))
                    .withOpened(Path.of("/home/ada/booking/topology.yaml"));
            Scene scene = shown.alone(Palette.LIGHT, 1280, 800);
            shown.window.render(Session.startingAt(Explored.NOW));
            keep(scene, "welcome-light");
            dress(scene, Palette.DARK);
            keep(scene, "welcome-dark");
            for (String id : List.of("shortcuts", "about")) {
                shown.window.performer().perform(UiActions.of(id));
                keep(scene, id + "-dark");
            }
        });
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void everySampleAtThreeSizesInBothThemes(String file, FxRobot robot) {
        Explored explored = Explored.sample(folder, file);
        for (Palette palette : Palette.values()) {
            for (int[] size : new int[][] {{1024, 720}, {1280, 800}, {1920, 1080}}) {
                robot.interact(() -> {
                    Shown shown = new Shown(explored, List.of());
                    Scene scene = shown.alone(palette, size[0], size[1]);
                    keep(
                            scene,
                            file.replaceAll("\\W", "-") + "-" + palette.name().toLowerCase(Locale.ROOT) + "-"
                                    + size[0]);
                    DiagramCanvas canvas = (DiagramCanvas) scene.lookup("#canvas");
                    assertThat(canvas.diagram().cards())
                            .isNotEmpty()
                            .allSatisfy(card -> assertThat(card.title()).isEqualTo(card.fullTitle()));
                    assertThat(touching(canvas.diagram().cards()))
                            .as("boxes that touch in " + file)
                            .isEmpty();
                });
            }
        }
    }

    @Test
    void severalSourcesAndInferredDependencies(FxRobot robot) {
        look(robot, Explored.mixed(folder), "mixed", "hires");
        look(robot, Explored.sample(folder, "online-boutique/manifests.yaml"), "boutique", "boutique/frontend");
    }

    @Test
    void threeEnvironmentsInBothThemes(FxRobot robot) throws IOException {
        Path file = Explored.copied(folder, "booking/microservices.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst(
                                "url: http://localhost:9103/actuator/health",
                                "url: http://localhost:9103/actuator/health\n      headers: {Authorization: booking}"));
        Files.writeString(file.resolveSibling("microservices.workspace.yaml"), """
                environments:
                  tunnel: {services: {"*": {ports: {9103: 19103}}}}
                  staging: {services: {"*": "https://{service}.staging.example"}}
                  production:
                    services: {"*": "https://{service}.booking.example"}
                    secrets: {booking: booking-production}
                """);
        Explored explored = Explored.opened(file).allUp(30);
        lookOnce(robot, explored, "environment-declared");
        robot.interact(() -> explored.dispatch(new Action.SwitchEnvironment("production")));
        lookOnce(robot, explored, "environment-asking");
        robot.interact(() -> explored.dispatch(
                new Action.Allow(Trust.of(explored.session().missing().origins()))));
        lookOnce(robot, explored, "environment-secret");
    }

    @Test
    void aFolderWithManyFilesThatAreNotRead(FxRobot robot) throws IOException {
        Explored.mixed(folder);
        Path project = folder.resolve("mixed");
        Files.writeString(project.resolve(".gitignore"), "secrets/\n");
        for (String file : List.of(
                "package.json",
                "node_modules/a/b.yaml",
                "secrets/keys.yaml",
                "deploy/values/production/europe/a-rather-long-name-of-a-file.yaml",
                "broken.json",
                "docs/openapi.yaml")) {
            Path path = project.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.equals("broken.json") ? "{" : "hello: world");
        }
        for (Palette palette : Palette.values()) {
            robot.interact(() -> {
                Scene scene = new Shown(Explored.opened(project), List.of()).alone(palette, 1280, 800);
                keep(scene, "files-" + palette.name().toLowerCase(Locale.ROOT));
            });
        }
    }

    /// With nothing selected, and with one service.
    private static void lookOnce(FxRobot robot, Explored explored, String name) {
        for (Palette palette : Palette.values()) {
            robot.interact(() -> keep(
                    new Shown(explored, List.of()).alone(palette, 1280, 800),
                    name + "-" + palette.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static void look(FxRobot robot, Explored explored, String name, String service) {
        for (Palette palette : Palette.values()) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                robot.interact(() -> {
                    explored.dispatch(new Action.Select(null));
                    Shown shown = new Shown(explored, List.of());
                    Scene scene = shown.alone(palette, size[0], size[1]);
                    String end = "-" + palette.name().toLowerCase(Locale.ROOT) + "-" + size[0];
                    keep(scene, name + "-nothing" + end);
                    explored.dispatch(new Action.Select(NodeId.service(service)));
                    keep(scene, name + "-selected" + end);
                });
            }
        }
    }

    private static List<String> touching(List<Diagram.Card> cards) {
        List<String> touching = new ArrayList<>();
        for (Diagram.Card one : cards) {
            for (Diagram.Card other : cards) {
                if (one.id().compareTo(other.id()) < 0 && one.box().grown(8).overlaps(other.box())) {
                    touching.add(one.fullTitle() + " and " + other.fullTitle());
                }
            }
        }
        return touching;
    }

    private static void dress(Scene scene, Palette palette) {
        Theme.apply(scene, palette);
    }

    @Test
    void trustProblemsPaletteAndBoundary(FxRobot robot) {
        robot.interact(() -> {
            Explored explored = Explored.text(folder, """
                    topology: Shop
                    boundaries: {front: {name: Front, owner: team-web}}
                    services:
                      web: {boundary: front, kind: web, technology: TypeScript, health: {url: "http://localhost:8080/health"}, depends_on: [api, ghost]}
                      api: {boundary: front, technology: Go, health: {url: "https://api.internal:8443/health"}, depends_on: {db: {kind: data}, mail: {required: false}}}
                      db: {kind: database, technology: PostgreSQL, tags: 7}
                      mail: {kind: external, health: {url: "https://mail.example.org/up"}, colour: red}
                    """);
            Shown shown = new Shown(explored, List.of());
            Scene scene = shown.alone(Palette.LIGHT, 1280, 800);
            shown.window.performer().perform(UiActions.of("problems"));
            keep(scene, "trust-light");
            shown.window.performer().perform(UiActions.of("find"));
            dress(scene, Palette.DARK);
            keep(scene, "palette-dark");
        });
        robot.interact(() -> {
            Explored explored = Explored.incident(folder);
            Shown shown = new Shown(explored, List.of());
            Scene scene = shown.alone(Palette.DARK, 1280, 800);
            keep(scene, "nothing-dark");
        });
        robot.interact(() -> {
            Explored explored = Explored.incident(folder);
            explored.dispatch(new Action.Select(NodeId.boundary("booking")));
            Scene scene = new Shown(explored, List.of()).alone(Palette.DARK, 1280, 800);
            keep(scene, "boundary-dark");
        });
    }

    @Test
    void linesTellHowSureTheyAre(FxRobot robot) {
        Explored explored = Explored.text(folder, """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: web, env: [{name: CART, value: "http://cart:80"}]}]}}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart}
                spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: a, image: cart}]}}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: cart}
                spec: {selector: {app: cart}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: np}
                spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {app: cart}}}]}]}
                """);
        robot.interact(() -> {
            Shown shown = new Shown(explored, List.of());
            Scene scene = shown.alone(Palette.LIGHT, 1280, 800);
            DiagramCanvas canvas = (DiagramCanvas) scene.lookup("#canvas");
            keep(scene, "layers-light");
            assertThat(canvas.diagram().edges())
                    .extracting(Diagram.Edge::certainty)
                    .containsExactly(Certainty.INFERRED);

            ((ToggleButton) scene.lookup("#layer-allowed")).fire();
            keep(scene, "layers-allowed-light");
            assertThat(canvas.diagram().edges())
                    .extracting(Diagram.Edge::certainty)
                    .containsExactlyInAnyOrder(Certainty.INFERRED, Certainty.ALLOWED);

            ((ToggleButton) scene.lookup("#layer-inferred")).fire();
            assertThat(canvas.diagram().edges())
                    .extracting(Diagram.Edge::certainty)
                    .containsExactly(Certainty.ALLOWED);
            assertThat(canvas.diagram().cards()).hasSize(2);
        });
    }

    private List<Welcome> samples() {
        List<Welcome> samples = new ArrayList<>();
        for (String file : SAMPLES) {
            Session session = Explored.sample(folder, file).session();
            Diagram diagram = DiagramBuilder.build(
                    session.picture().topology(),
                    session.picture().graph(),
                    session.picture().layout(),
                    session.board(),
                    Highlight.NONE,
                    Set.of(),
                    Explored.NOW);
            samples.add(new Welcome(
                    file,
                    session.picture().topology().name(),
                    "Bounded contexts with their own teams and data. Failures stay small where a dependency is"
                            + " optional.",
                    folder.resolve(file),
                    take -> take.accept(diagram)));
        }
        return samples;
    }

    /// Words that do not fit where they stand, but for what may be long and has a tooltip.
    private static List<String> cut(Node under) {
        List<String> cut = new ArrayList<>();
        boolean mayBeLong = MAY_BE_LONG.contains(String.valueOf(under.getId()))
                || under.getStyleClass().stream().anyMatch(MAY_BE_LONG::contains);
        if (!under.isVisible() || mayBeLong) {
            return cut;
        }
        if (under instanceof Labeled labeled
                && labeled.lookup(".text") instanceof Text drawn
                && labeled.equals(drawn.getParent())
                && labeled.getText() != null
                && !drawn.getText().equals(labeled.getText())) {
            cut.add(labeled.getText());
        }
        if (under instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> cut.addAll(cut(child)));
        }
        return cut;
    }

    private static void keep(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        assertThat(cut(scene.getRoot())).as("cut text in " + name).isEmpty();
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage png = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        png.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(PICTURES);
            ImageIO.write(png, "png", PICTURES.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
