package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.diagram.Lens;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.guide.Asked;
import dev.orrery.guide.Camera;
import dev.orrery.guide.Guide;
import dev.orrery.guide.GuideEdit;
import dev.orrery.guide.NamedView;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.probe.Trusts;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewingTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final List<Path> PATHS = List.of(ROOT.resolve("shop.yaml"));
    private static final String SHOP = """
            topology: Shop
            boundaries:
              store: {name: Store}
            services:
              web: {boundary: store, depends_on: [api]}
              api: {boundary: store, depends_on: [db]}
              db: {kind: database}
            """;
    private static final NodeId WEB = NodeId.service("web");
    private static final NamedView FOLDED = view("Folded", "kind:database", Lens.OWNER, Set.of("store"), null);
    private static final NamedView OPEN = view("Open", "", Lens.KIND, Set.of(), WEB);

    private Session session = Session.startingAt(Instant.EPOCH);
    private final List<Effect> effects = new ArrayList<>();

    private static NamedView view(
            String name, String filter, Lens lens, Set<String> collapsed, @Nullable NodeId selected) {
        return new NamedView(
                name,
                "",
                filter,
                !filter.isEmpty(),
                lens,
                new Visibility(collapsed),
                selected,
                false,
                Asked.NOTHING,
                Camera.WHOLE,
                null,
                null);
    }

    @Test
    void aViewShowsAllThatItKeptAndMakesNoRow() {
        open(FOLDED, OPEN);
        act(new Action.ShowView("Folded"));
        assertThat(session.picture().layout().boxes()).containsOnlyKeys(NodeId.service("db"), NodeId.boundary("store"));
        assertThat(session.aspect().typed()).isEqualTo("kind:database");
        assertThat(session.aspect().hides()).isTrue();
        assertThat(session.aspect().lens()).isEqualTo(Lens.OWNER);
        act(new Action.ShowView("Open"));
        assertThat(session.picture().layout().boxes()).hasSize(3);
        assertThat(session.selected()).isEqualTo(WEB);
        assertThat(session.aspect().typed()).isEmpty();
        assertThat(session.undo().undoName()).isEmpty();
        assertThat(effects).noneMatch(Effect.KeepArrangement.class::isInstance);
        assertThat(session.viewing().moves()).isEqualTo(2);
    }

    @Test
    void whatIsSeenCanBeCapturedAndShownAgain() {
        open();
        act(new Edit.Collapse("store"));
        act(new Action.FilterBy("kind:database"));
        act(new Action.LookThrough(Lens.COUPLING));
        act(new Action.Select(NodeId.service("db")));
        act(new Action.ToggleFocus());
        NamedView captured = CapturedView.of(session, "Now", "", new Camera.At(null, 1, 2, 0.5));
        act(new Edit.ChangeGuide(new GuideEdit.AddView(captured)));
        act(new Action.EndInquiry());
        act(new Action.FilterBy(""));
        act(new Action.LookThrough(Lens.HEALTH));
        act(new Edit.Expand("store"));
        act(new Action.Select(null));
        act(new Action.ShowView("Now"));
        assertThat(CapturedView.of(session, "Now", "", new Camera.At(null, 1, 2, 0.5)))
                .isEqualTo(captured);
        assertThat(session.inquiry()).isEqualTo(new Inquiry.Focus(NodeId.service("db"), 1));
    }

    @Test
    void afterATourAllIsAsItWasBefore() {
        open(FOLDED, OPEN);
        act(new Action.FilterBy("web"));
        act(new Action.Select(WEB));
        Session before = session;
        act(new Action.ShowStep(0));
        act(new Action.ShowStep(1));
        act(new Action.ShowStep(2));
        assertThat(Objects.requireNonNull(session.viewing().tour()).at())
                .as("there is no third")
                .isEqualTo(1);
        act(new Action.ShowStep(-1));
        assertThat(session.viewing().shown()).isEqualTo(FOLDED);
        act(new Edit.Expand("store"));
        assertThat(session.picture().layout().boxes()).as("one may look around").hasSize(3);
        act(new Action.LeaveTour());
        assertThat(session.picture()).isEqualTo(before.picture());
        assertThat(session.aspect().typed()).isEqualTo("web");
        assertThat(session.aspect().lens()).isEqualTo(Lens.HEALTH);
        assertThat(session.aspect().hides()).isFalse();
        assertThat(session.selected()).isEqualTo(WEB);
        assertThat(session.undo()).isEqualTo(before.undo());
        assertThat(session.viewing().tour()).isNull();
        assertThat(effects).noneMatch(Effect.KeepArrangement.class::isInstance);
    }

    @Test
    void aPinOverAViewKeepsWhatIsCollapsedAsItWasChosen() {
        open(FOLDED);
        act(new Action.ShowView("Folded"));
        act(new Edit.PinBoxes(new TreeMap<>(Map.of(NodeId.service("db"), new Point(8, 16)))));
        assertThat(kept().visibility()).isEqualTo(Visibility.ALL);
        assertThat(kept().pins()).hasSize(1);
        assertThat(session.arrangement().visibility()).isEqualTo(FOLDED.collapsed());
        act(new Edit.Expand("store"));
        assertThat(session.viewing().visibility())
                .as("what is seen is one's own again")
                .isNull();
        assertThat(session.picture().layout().boxes()).hasSize(3);
    }

    @Test
    void eachNoteAndEachChangeOfAViewIsOneRowAndIsKept() {
        open();
        List<Effect> wanted = effects;
        act(new Edit.ChangeGuide(new GuideEdit.WriteNote(WEB, "Look\nhere")));
        assertThat(session.undo().undoName()).hasValue("Note on web");
        assertThat(kept().guide().note(WEB)).isEqualTo("Look\nhere");
        assertThat(wanted).as("nothing moves").noneMatch(Effect.Arrange.class::isInstance);
        act(new Edit.ChangeGuide(new GuideEdit.AddView(FOLDED)));
        act(new Edit.ChangeGuide(new GuideEdit.AddView(OPEN)));
        act(new Edit.ChangeGuide(new GuideEdit.MoveView("Open", -1)));
        assertThat(session.undo().undoName()).hasValue("Move the view “Open” up");
        act(new Edit.ChangeGuide(new GuideEdit.ReplaceView("Open", OPEN.said("Shown", ""))));
        assertThat(names()).containsExactly("Shown", "Folded");
        act(new Edit.ChangeGuide(new GuideEdit.DeleteView("Folded")));
        act(new Edit.ChangeGuide(new GuideEdit.WriteNote(WEB, "")));
        assertThat(session.undo().undoName()).hasValue("Delete the note on web");
        for (int step = 0; step < 7; step++) {
            act(new Action.UndoEdit());
        }
        assertThat(session.keptArrangement().guide()).isEqualTo(Guide.NONE);
        assertThat(kept().guide()).isEqualTo(Guide.NONE);
        for (int step = 0; step < 7; step++) {
            act(new Action.RedoEdit());
        }
        assertThat(names()).containsExactly("Shown");
        act(new Edit.ChangeGuide(new GuideEdit.AddView(OPEN.said("Shown", "again"))));
        assertThat(names()).as("there is one of that name").containsExactly("Shown");
    }

    @Test
    void notesAndViewsFollowARename() {
        open(OPEN);
        act(new Edit.ChangeGuide(new GuideEdit.WriteNote(WEB, "Look")));
        act(new Edit.ChangeTopology(List.of(new TopologyEdit.RenameService("web", "site"))));
        Effect.ChangeTexts asked = effect(Effect.ChangeTexts.class);
        act(new Action.TextsChanged(asked.serial(), asked.open().rereading(read(SHOP.replace("web:", "site:")))));
        assertThat(kept().guide().note(NodeId.service("site"))).isEqualTo("Look");
        assertThat(kept().guide().views().getFirst().selected()).isEqualTo(NodeId.service("site"));
    }

    @Test
    void whatTheDiskSaysIsTakenOnReloadAndCanBeUndone() {
        open(OPEN);
        act(new Action.FilesChanged());
        act(opened(List.of(FOLDED, OPEN)));
        assertThat(names()).containsExactly("Folded", "Open");
        act(new Action.UndoEdit());
        assertThat(names()).containsExactly("Open");
        act(new Action.FilesChanged());
        act(new Action.Opened(
                session.generation(),
                read(SHOP),
                Arrangement.NONE,
                List.of(Problem.error("workspace-shape", SourceLocation.startOf("w.yaml"))),
                Trusts.NONE));
        assertThat(names()).as("what cannot be read says nothing").containsExactly("Open");
    }

    @Test
    void withoutViewsThereIsNoTour() {
        open();
        Session before = session;
        act(new Action.ShowStep(0));
        act(new Action.ShowView("None"));
        act(new Action.LeaveTour());
        assertThat(session).isSameAs(before);
    }

    private List<String> names() {
        return session.keptArrangement().guide().views().stream()
                .map(NamedView::name)
                .toList();
    }

    private void open(NamedView... views) {
        act(new Action.Open(PATHS));
        act(opened(List.of(views)));
        effects.clear();
    }

    private Action.Opened opened(List<NamedView> views) {
        Guide guide = new Guide("", new TreeMap<>(), views);
        return new Action.Opened(
                session.generation(), read(SHOP), Arrangement.NONE.withGuide(guide), List.of(), Trusts.NONE);
    }

    private Arrangement kept() {
        return effect(Effect.KeepArrangement.class).arrangement();
    }

    /// The newest of its kind.
    private <E extends Effect> E effect(Class<E> kind) {
        return effects.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        Stream.of(next.effects()).flatMap(List::stream).forEach(effect -> {
            if (effect instanceof Effect.Arrange arrange) {
                TreeMap<NodeId, Box> boxes = new TreeMap<>();
                arrange.request()
                        .sizes()
                        .forEach((node, size) ->
                                boxes.put(node, new Box(boxes.size() * 300.0, 0, size.width(), size.height())));
                act(new Action.Arranged(
                        arrange.generation(),
                        new Layout(boxes, new TreeMap<>(), new TreeMap<>(), new Box(0, 0, 900, 100))));
            } else {
                effects.add(effect);
            }
        });
    }

    private static Loaded read(String text) {
        SourceFile source =
                new SourceFile(PATHS.getFirst(), SourceFile.Role.NAMED, new SourceText("shop.yaml", text), List.of());
        return TopologyLoader.standard().read(ROOT, List.of(source));
    }
}
