package dev.orrery.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.runtime.KeptFiles;
import dev.orrery.app.shell.Explored;
import dev.orrery.diagram.Spotlight;
import dev.orrery.graph.NodeId;
import dev.orrery.guide.Asked;
import dev.orrery.guide.Camera;
import dev.orrery.guide.GuideCheck;
import dev.orrery.guide.GuideEdit;
import dev.orrery.guide.NamedView;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.WorkspaceFile;
import dev.orrery.session.Action;
import dev.orrery.session.Arrangement;
import dev.orrery.session.Inquiry;
import dev.orrery.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sample has a tour that shows what it speaks about.
class SampleToursTest {
    @TempDir
    static Path folder;

    private static Samples samples() {
        return Samples.bundled(null, folder.resolve("copies"));
    }

    static List<Sample> all() {
        return samples().all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyStepOfItsTourShowsWhatItNames(Sample sample) throws IOException {
        Path file = samples().path(sample);
        Path workspace = folder.resolve("copies").resolve(sample.workspace());
        WorkspaceFile.Read read = new WorkspaceFile(AtomicFile.shared()).read(workspace);
        assertThat(read.problems()).isEmpty();
        List<NamedView> views = read.arrangement().guide().views();
        assertThat(views).hasSizeBetween(3, 8);
        Explored explored = Explored.opened(file);
        assertThat(GuideCheck.problems(read.guide(), opened(explored).topology()))
                .isEmpty();

        for (int step = 0; step < views.size(); step++) {
            explored.dispatch(new Action.ShowStep(step));
            NamedView view = views.get(step);
            assertThat(explored.session().viewing().shown()).isEqualTo(view);
            assertThat(view.text()).as(view.name()).hasSizeBetween(40, 420);
            shows(explored.session(), view);
            if (view.compare() != null) {
                assertThat(file.resolveSibling(view.compare())).as(view.name()).isRegularFile();
            }
            if (view.next() != null) {
                assertThat(file.resolveSibling(view.next()).normalize())
                        .isIn(samples().all().stream().map(samples()::place).toList());
            }
        }
        explored.dispatch(new Action.LeaveTour());
        assertThat(explored.session().undo().past()).isEmpty();
    }

    private static void shows(Session session, NamedView view) {
        Layout layout = session.picture().layout();
        if (!view.filter().isEmpty()) {
            assertThat(session.spotlight())
                    .as(view.name())
                    .isInstanceOfSatisfying(
                            Spotlight.Services.class,
                            lit -> assertThat(lit.ids()).as(view.name()).isNotEmpty());
        }
        assertThat(session.selected()).as(view.name()).isEqualTo(view.selected());
        if (view.asked() instanceof Asked.Path) {
            assertThat(session.inquiry())
                    .as(view.name())
                    .isInstanceOfSatisfying(
                            Inquiry.Path.class,
                            path -> assertThat(path.way()).as(view.name()).hasSizeGreaterThan(1));
            assertThat(((Inquiry.Path) session.inquiry()).back())
                    .as(view.name())
                    .isFalse();
        }
        if (view.asked() instanceof Asked.Focus) {
            assertThat(session.inquiry()).as(view.name()).isInstanceOf(Inquiry.Focus.class);
        }
        if (view.collapsed() != null) {
            assertThat(session.arrangement().visibility()).isEqualTo(view.collapsed());
        }
        if (view.camera() instanceof Camera.Fit fit) {
            for (NodeId node : fit.nodes()) {
                boolean there =
                        layout.boxes().containsKey(node) || layout.frames().containsKey(node.id());
                assertThat(there).as(view.name() + " shows " + node).isTrue();
            }
        }
    }

    @Test
    void aSampleIsLookedAtAndNotChanged() throws IOException {
        Sample shop = samples().find("shop").orElseThrow();
        Path file = samples().path(shop);
        Path workspace = folder.resolve("copies").resolve(shop.workspace());
        String before = Files.readString(workspace);
        DataFolder data = new DataFolder(folder.resolve("data"));
        KeptFiles kept = new KeptFiles(data, name -> name == null ? "" : name, samples()::hold);
        Explored explored = Explored.opened(file);
        Arrangement known =
                kept.arrangement(List.of(file), opened(explored).loaded()).arrangement();
        assertThat(known.guide().views()).hasSizeGreaterThan(2);

        Arrangement pinned = known.withPin(NodeId.service("orders"), new Point(8, 16))
                .withGuide(new GuideEdit.WriteNote(NodeId.service("orders"), "Mine").apply(known.guide()));
        kept.keep(List.of(file), pinned);

        assertThat(Files.readString(workspace)).isEqualTo(before);
        Arrangement again =
                kept.arrangement(List.of(file), opened(explored).loaded()).arrangement();
        assertThat(again.pins()).containsOnlyKeys(NodeId.service("orders"));
        assertThat(again.guide()).isEqualTo(pinned.guide());
    }

    private static dev.orrery.session.Opened opened(Explored explored) {
        return Objects.requireNonNull(explored.session().opened());
    }
}
