package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.Folding;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.guide.StatedGuide;
import dev.orrery.layout.Point;
import dev.orrery.problem.Problem;
import dev.orrery.session.Arrangement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFileTest {
    private static final Arrangement SOME = new Arrangement(
            new Visibility(Set.of("booking", "on")),
            new TreeMap<>(Map.of(
                    NodeId.service("reservations"), new Point(120, 88.5),
                    NodeId.service("a: b # \"c\"\n"), new Point(-4, 0),
                    NodeId.boundary("reservations"), new Point(1, 2),
                    NodeId.missing("42"), new Point(3, 4))));

    private final WorkspaceFile files = new WorkspaceFile(AtomicFile.shared());

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("orrery.workspace.yaml");

        assertThat(files.write(at(file), SOME).isDone()).isTrue();

        assertThat(files.read(file)).isEqualTo(new WorkspaceFile.Read(SOME, StatedGuide.NONE, List.of()));
        assertThat(Files.readString(file)).isEqualTo("""
                format: 1
                collapsed: [booking, "on"]
                pins:
                  services:
                    "a: b # \\"c\\"\\n": {x: -4, y: 0}
                    reservations: {x: 120, y: 88.5}
                  boundaries:
                    reservations: {x: 1, y: 2}
                  missing:
                    "42": {x: 3, y: 4}
                """);
    }

    @Test
    void anEmptyWorkspaceMakesNoFile() {
        Path file = folder.resolve("orrery.workspace.yaml");

        assertThat(files.write(at(file), Arrangement.NONE).isDone()).isTrue();

        assertThat(file).doesNotExist();
        assertThat(files.read(file).arrangement()).isEqualTo(Arrangement.NONE);
    }

    @Test
    void thatNothingIsCollapsedIsToldApartFromThatNobodySaid() throws IOException {
        Path file = folder.resolve("x.workspace.yaml");
        Arrangement first = Arrangement.NONE.seenAs(new Visibility(Set.of("a", "b")));

        assertThat(files.write(at(file), first).isDone()).isTrue();
        assertThat(file).as("what is only seen first is kept nowhere").doesNotExist();

        assertThat(files.write(at(file), first.withVisibility(Visibility.ALL)).isDone())
                .isTrue();
        assertThat(Files.readString(file)).isEqualTo("format: 1\ncollapsed: []\n");
        assertThat(files.read(file).arrangement().chosen()).isTrue();

        assertThat(files.write(at(file), first.withPin(NodeId.service("s"), new Point(8, 16)))
                        .isDone())
                .isTrue();
        assertThat(Files.readString(file)).isEqualTo("format: 1\npins:\n  services:\n    s: {x: 8, y: 16}\n");
        assertThat(files.read(file).arrangement().chosen()).isFalse();
    }

    @Test
    void aSectionThatGoesTakesNothingElseAlong() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.workspace.yaml"), "collapsed:\r\n- a\r\n- b # both\r\nviews: [night]\r\n");

        assertThat(files.write(at(file), Arrangement.NONE).isDone()).isTrue();

        assertThat(Files.readString(file)).isEqualTo(" # both\r\nviews: [night]\r\nformat: 1\r\n");
    }

    @Test
    void whetherHubsAreFoldedIsKeptOnlyWhereSomebodyChose() throws IOException {
        Path file = folder.resolve("orrery.workspace.yaml");
        Files.writeString(file, "format: 1\n# mine\nother: 3\n");

        assertThat(files.write(at(file), Arrangement.NONE.withHubs(Folding.DRAWN))
                        .isDone())
                .isTrue();

        assertThat(Files.readString(file)).isEqualTo("format: 1\n# mine\nother: 3\nhubs: drawn\n");
        assertThat(files.read(file).arrangement().hubs()).isEqualTo(Folding.DRAWN);
        assertThat(files.write(at(file), Arrangement.NONE).isDone()).isTrue();
        assertThat(Files.readString(file)).isEqualTo("format: 1\n# mine\nother: 3\n");
        assertThat(files.read(file).arrangement()).isEqualTo(Arrangement.NONE);
    }

    @Test
    void anUnknownWordAboutHubsIsAWarning() throws IOException {
        Path file = folder.resolve("orrery.workspace.yaml");
        Files.writeString(file, "hubs: [folded]\n");

        WorkspaceFile.Read read = files.read(file);

        assertThat(read.arrangement().hubs()).isEqualTo(Folding.AUTOMATIC);
        assertThat(read.problems()).extracting(Problem::code).containsExactly("workspace-hubs");
    }

    @Test
    void onlyWhatDiffersIsTouched() throws IOException {
        String before = """
                # Ours, with love.\r
                format: 1\r
                rules: &r [a,   b]   # not for this version\r
                collapsed:   [old]   # the noisy ones\r
                \r
                views:\r
                - {name: night, rules: *r}\r
                """;
        Path file = Files.writeString(folder.resolve("x.workspace.yaml"), before);
        Arrangement wanted = new Arrangement(
                new Visibility(Set.of("a", "b")), new TreeMap<>(Map.of(NodeId.service("s"), new Point(8, 16))));

        assertThat(files.write(at(file), wanted).isDone()).isTrue();

        assertThat(Files.readString(file))
                .isEqualTo(before.replace("collapsed:   [old]", "collapsed: [a, b]")
                        + "pins:\r\n  services:\r\n    s: {x: 8, y: 16}\r\n");
    }

    @Test
    void aSectionInTheMiddleIsReplacedWithoutItsNeighbours() throws IOException {
        Path file = Files.writeString(folder.resolve("x.workspace.yaml"), """
                format: 1
                pins:
                  services:
                    a: {x: 1, y: 2}
                    b:
                      x: 3
                      y: 4
                # about the views
                views: []""");

        assertThat(files.write(at(file), Arrangement.NONE).isDone()).isTrue();

        assertThat(Files.readString(file)).isEqualTo("""
                format: 1
                pins: {}
                # about the views
                views: []""");
    }

    @Test
    void aliasesAndAllElseThatIsTheUsersOwnSurviveEveryWrite() throws IOException {
        String own = """
                # Who is who, agreed on 3 March.
                aliases:
                  cart: [cart-svc,  "component:default/cart"]   # same thing
                  "shop/web": web-frontend
                rooms: [night]   # of a later version
                """;
        Path file = Files.writeString(folder.resolve("x.workspace.yaml"), "format: 1\n" + own);
        Map<String, String> stated = WorkspaceFile.stated(file);
        assertThat(stated).containsOnlyKeys("aliases", "rooms");
        assertThat(stated.get("rooms")).isEqualTo("rooms: [night]");

        for (Arrangement next : List.of(
                Arrangement.NONE.withPin(NodeId.service("cart"), new Point(8, 16)),
                SOME,
                Arrangement.NONE.withVisibility(new Visibility(Set.of("booking"))),
                Arrangement.NONE)) {
            assertThat(files.write(at(file), next).isDone()).isTrue();

            assertThat(Files.readString(file)).contains(own);
            assertThat(files.read(file).arrangement()).isEqualTo(next);
            assertThat(WorkspaceFile.stated(file)).isEqualTo(stated);
        }
    }

    @Test
    void anUnchangedWorkspaceLeavesTheFileAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("x.workspace.yaml"), "collapsed: [a]\n");
        WorkspaceFile failing = new WorkspaceFile(new AtomicFile(new FailingDisk(1), null));

        assertThat(failing.write(at(file), files.read(file).arrangement()).isDone())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format: 2\n",
                "pins: [\n",
                "- a\n",
                "{format: 1}\n",
                "format: 1\n---\nformat: 1\n",
                "format: 1\nformat: 1\n",
                "plain"
            })
    void aFileThatCannotBeReadIsReportedAndNeverWrittenOver(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.workspace.yaml"), text);

        WorkspaceFile.Read read = files.read(file);
        Written written = files.write(at(file), SOME);

        assertThat(read.arrangement()).isEqualTo(Arrangement.NONE);
        assertThat(read.problems()).isNotEmpty();
        assertThat(read.problems())
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        assertThat(written.isDone()).isFalse();
        assertThat(file).hasContent(text.stripTrailing());
    }

    @Test
    void aPlaceThatIsNoneIsLeftOutAndSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("x.workspace.yaml"), """
                pins:
                  services:
                    a: {x: 1, y: far}
                    b: {x: 1, y: 2}
                    c: 7
                  planets: {}
                collapsed: {a: b}
                """);

        WorkspaceFile.Read read = files.read(file);

        assertThat(read.arrangement().pins()).containsOnlyKeys(NodeId.service("b"));
        assertThat(read.problems())
                .extracting(Problem::code)
                .containsExactly("workspace-pin", "workspace-pin", "workspace-pin", "workspace-collapsed");
        assertThat(read.problems())
                .extracting(problem -> problem.source().line())
                .containsExactly(3, 5, 6, 7);
    }

    @Test
    void aWorkspaceLiesInAnOpenedFolderAndBesideAnOpenedFile() throws IOException {
        DataFolder data = new DataFolder(folder.resolve("data"));
        Path file = Files.writeString(folder.resolve("docker-compose.yml"), "");

        assertThat(WorkspacePlace.of(folder, data).write()).isEqualTo(folder.resolve("orrery.workspace.yaml"));
        assertThat(WorkspacePlace.of(file, data).write()).isEqualTo(folder.resolve("docker-compose.workspace.yaml"));
    }

    @Test
    void aReadOnlyFoldersWorkspaceGoesIntoTheDataFolderAndStartsFromItsOwn() throws IOException {
        DataFolder data = new DataFolder(folder.resolve("data"));
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Path own = Files.writeString(shared.resolve("orrery.workspace.yaml"), "views: [x]\ncollapsed: [a]\n");
        WorkspacePlace first = WorkspacePlace.of(shared, data, _ -> false);

        Written written = files.write(first, new Arrangement(new Visibility(Set.of("b")), new TreeMap<>()));
        WorkspacePlace second = WorkspacePlace.of(shared, data, _ -> false);

        assertThat(first.read()).isEqualTo(own);
        assertThat(written.isDone()).isTrue();
        assertThat(second.read()).isEqualTo(second.write()).startsWith(data.workspaces());
        assertThat(second.read()).hasContent("views: [x]\ncollapsed: [b]\nformat: 1");
        assertThat(own).hasContent("views: [x]\ncollapsed: [a]");
    }

    private static WorkspacePlace at(Path file) {
        return new WorkspacePlace(file, file);
    }
}
