package dev.orrery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Lens;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.guide.Asked;
import dev.orrery.guide.Camera;
import dev.orrery.guide.Guide;
import dev.orrery.guide.GuideEdit;
import dev.orrery.guide.NamedView;
import dev.orrery.layout.Point;
import dev.orrery.session.Arrangement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideInWorkspaceTest {
    private static final NamedView FULL = new NamedView(
            "All: keys",
            "Two lines,\n\n  one of them indented.",
            "kind:database \"two words\"",
            true,
            Lens.OWNER,
            new Visibility(Set.of("a", "b c")),
            NodeId.boundary("a"),
            true,
            new Asked.Path(NodeId.service("x"), NodeId.missing("y")),
            new Camera.At(NodeId.boundary("a"), 1.5, -20, 0.125),
            "../x.yaml",
            "y.yaml");

    private final WorkspaceFile files = new WorkspaceFile(AtomicFile.shared());

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("orrery.workspace.yaml");
    }

    private Written write(Guide guide) {
        Arrangement now = files.read(file()).arrangement();
        return files.write(new WorkspacePlace(file(), file()), now.withGuide(guide), now.guide());
    }

    private Guide read() {
        return files.read(file()).arrangement().guide();
    }

    private static Guide edited(Guide guide, GuideEdit... edits) {
        Guide now = guide;
        for (GuideEdit edit : edits) {
            now = edit.apply(now);
        }
        return now;
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Guide guide = edited(
                Guide.NONE,
                new GuideEdit.WriteNote(null, "About\nall: of it"),
                new GuideEdit.WriteNote(NodeId.service("x"), "# no comment"),
                new GuideEdit.WriteNote(NodeId.service("yes"), "Ünïcode\nlines"),
                new GuideEdit.WriteNote(NodeId.boundary("a"), "one"),
                new GuideEdit.WriteNote(NodeId.missing("y"), "one"),
                new GuideEdit.AddView(FULL),
                new GuideEdit.AddView(NamedView.plain("Plain", "")));
        assertThat(write(guide).isDone()).isTrue();
        assertThat(read()).isEqualTo(guide);
        assertThat(files.read(file()).problems()).isEmpty();
        assertThat(Files.readString(file())).startsWith("""
                format: 1
                notes:
                  topology: |
                    About
                    all: of it
                  services:
                    x: "# no comment"
                """);
    }

    @Test
    void whatDidNotChangeStaysAsItWasWritten() throws IOException {
        String before = """
                # Ours
                format: 1
                notes:
                    # The whole.
                    topology: >-
                        Folded
                        words.
                    services:   # people

                        # Ask Ann.
                        orders: 'Split this.'   # soon
                        web: Keep.
                views:

                # First of all.
                - {name: One, filter: "kind:database"}   # flow

                # Then this.
                -   name: Two
                    text: >
                        Folded
                        words.
                    x-own: 1
                - name: Three
                aliases: {a: [b]}   # last
                """;
        Files.writeString(file(), before);
        Guide guide = read();
        assertThat(write(edited(guide, new GuideEdit.WriteNote(NodeId.service("web"), "Go.")))
                        .isDone())
                .isTrue();
        assertThat(Files.readString(file())).isEqualTo(before.replace("web: Keep.", "web: Go."));
        assertThat(write(edited(
                                guide,
                                new GuideEdit.WriteNote(NodeId.service("web"), ""),
                                new GuideEdit.MoveView("Two", 1),
                                new GuideEdit.DeleteView("One"),
                                new GuideEdit.ReplaceView("Three", NamedView.plain("Three", "Now with words.")),
                                new GuideEdit.AddView(NamedView.plain("Four", ""))))
                        .isDone())
                .isTrue();
        assertThat(Files.readString(file())).isEqualTo("""
                # Ours
                format: 1
                notes:
                    # The whole.
                    topology: >-
                        Folded
                        words.
                    services:   # people

                        # Ask Ann.
                        orders: 'Split this.'   # soon
                views:

                - name: Three
                  text: Now with words.
                # Then this.
                -   name: Two
                    text: >
                        Folded
                        words.
                    x-own: 1
                - name: Four
                aliases: {a: [b]}   # last
                """);
    }

    @Test
    void aSectionGoesWithItsLastEntryAndOthersStayToTheByte() throws IOException {
        String before = windows("""
                format: 1
                views:
                  - name: A
                    text: |
                      a
                      b
                pins: {}
                """);
        Files.writeString(file(), before);
        Guide guide = read();
        assertThat(guide.views().getFirst().text()).isEqualTo("a\nb");
        assertThat(write(edited(guide, new GuideEdit.AddView(NamedView.plain("B", "c"))))
                        .isDone())
                .isTrue();
        assertThat(Files.readString(file())).isEqualTo(windows("""
                        format: 1
                        views:
                          - name: A
                            text: |
                              a
                              b
                          - name: B
                            text: c
                        pins: {}
                        """));
        assertThat(write(Guide.NONE).isDone()).isTrue();
        assertThat(Files.readString(file())).isEqualTo("format: 1\r\npins: {}\r\n");
    }

    private static String windows(String text) {
        return text.replace("\n", "\r\n");
    }

    @Test
    void whatIsNotUnderstoodIsNotWrittenOver() throws IOException {
        for (String text : List.of(
                "views:\n  - just words\n",
                "views: {a: b}\n",
                "views:\n  - name: A\n  - name: A\n",
                "notes: {everybody: hello}\n",
                "notes:\n  services: {a: [b]}\n")) {
            Files.writeString(file(), text);
            assertThat(write(edited(read(), new GuideEdit.AddView(FULL))))
                    .as(text)
                    .isInstanceOf(Written.Refused.class);
            assertThat(Files.readString(file())).isEqualTo(text);
        }
    }

    @Test
    void whatOthersWroteMeanwhileIsNotWrittenOver() throws IOException {
        Files.writeString(file(), "views: [{name: A}]\n");
        Arrangement known = files.read(file()).arrangement();
        String theirs = "views: [{name: B}]\n";
        Files.writeString(file(), theirs);
        WorkspacePlace place = new WorkspacePlace(file(), file());
        Arrangement mine = known.withGuide(edited(known.guide(), new GuideEdit.AddView(FULL)));
        assertThat(files.write(place, mine, known.guide())).isInstanceOf(Written.Refused.class);
        assertThat(Files.readString(file())).isEqualTo(theirs);
        Arrangement pinned = known.withPin(NodeId.service("a"), new Point(1, 2));
        assertThat(files.write(place, pinned, known.guide()).isDone()).isTrue();
        assertThat(Files.readString(file())).startsWith(theirs);
    }

    @Test
    void pinsLeaveNotesAndViewsAlone() throws IOException {
        String guide = "views: [{name: A, lens: rose}]   # by hand\nnotes: {services: {a: [b]}}\n";
        Files.writeString(file(), guide);
        Arrangement pinned = files.read(file()).arrangement().withPin(NodeId.service("a"), new Point(1, 2));
        assertThat(files.write(new WorkspacePlace(file(), file()), pinned).isDone())
                .isTrue();
        assertThat(Files.readString(file())).startsWith(guide);
    }
}
