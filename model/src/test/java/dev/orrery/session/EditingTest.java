package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Point;
import dev.orrery.probe.Trusts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditingTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final List<Path> PATHS = List.of(ROOT.resolve("shop.yaml"));
    private static final String SHOP = """
            topology: Shop
            services:
              web: {depends_on: [api]}
              api: {}
            """;
    private static final String RENAMED = SHOP.replace("api", "core");
    private static final List<TopologyEdit> RENAME = List.of(new TopologyEdit.RenameService("api", "core"));

    private Session session = Session.startingAt(Instant.parse("2026-01-02T03:04:05Z"));
    private final List<Effect> effects = new ArrayList<>();

    @Test
    void anEditIsOneRowThatUndoTakesBackToTheVeryText() {
        open(SHOP, null);
        act(new Edit.PinBoxes(NodeId.service("api"), new Point(10, 20)));
        arrange();
        act(new Action.Select(NodeId.service("api")));

        change(RENAME, RENAMED);

        assertThat(ids()).containsExactly("core", "web");
        assertThat(session.selected()).isEqualTo(NodeId.service("core"));
        assertThat(session.arrangement().pins()).containsOnlyKeys(NodeId.service("core"));
        assertThat(session.undo().undoName()).hasValue("Rename api to core");
        assertThat(session.unsaved()).containsExactly("shop.yaml");

        act(new Action.UndoEdit());
        answerReading();

        assertThat(ids()).containsExactly("api", "web");
        assertThat(text()).isEqualTo(SHOP);
        assertThat(session.arrangement().pins()).containsOnlyKeys(NodeId.service("api"));
        assertThat(session.unsaved()).isEmpty();

        act(new Action.RedoEdit());
        answerReading();
        assertThat(text()).isEqualTo(RENAMED);
    }

    @Test
    void changesAreMadeOneAfterTheOther() {
        open(SHOP, null);

        act(new Edit.ChangeTopology(RENAME));
        act(new Edit.ChangeTopology(List.of(new TopologyEdit.SetOwner("core", "team"))));
        act(new Action.UndoEdit());
        assertThat(effects.stream().filter(Effect.ChangeTexts.class::isInstance))
                .hasSize(1);

        answerChange(RENAMED);
        Effect.ChangeTexts second = last(Effect.ChangeTexts.class);
        assertThat(second.sources().getFirst().text().content()).isEqualTo(RENAMED);
        answerChange(RENAMED.replace("core: {}", "core: {owner: team}"));
        answerReading();

        assertThat(text()).isEqualTo(RENAMED);
        assertThat(session.undo().redoName()).hasValue("Describe core");
    }

    @Test
    void whatCannotBeIsSaidAndChangesNothing() {
        open(SHOP, null);
        act(new Edit.ChangeTopology(RENAME));

        act(new Action.ChangeRefused(session.editing().serial(), "behind an alias"));

        assertThat(session.notice()).isEqualTo("behind an alias");
        assertThat(session.undo().undoName()).isEmpty();
        assertThat(session.editing().waiting()).isEmpty();
    }

    @Test
    void anAnswerThatComesLateIsDropped() {
        open(SHOP, null);
        act(new Edit.ChangeTopology(RENAME));
        Session asked = session;

        act(new Action.TextsChanged(session.editing().serial() - 1, opened().rereading(read(RENAMED))));

        assertThat(session).isSameAs(asked);
    }

    @Test
    void everyEditIsJournalledUntilItIsSaved() {
        open(SHOP, null);
        change(RENAME, RENAMED);
        Effect.Journal journal = last(Effect.Journal.class);
        assertThat(journal.disk().contents()).containsEntry("shop.yaml", SHOP);
        assertThat(journal.texts().contents()).containsEntry("shop.yaml", RENAMED);

        act(new Action.Save());
        Effect.Save save = last(Effect.Save.class);
        assertThat(save.sources().getFirst().text().content()).isEqualTo(SHOP);
        act(new Action.Saved(save.texts()));

        assertThat(session.unsaved()).isEmpty();
        journal = last(Effect.Journal.class);
        assertThat(journal.texts()).isEqualTo(journal.disk());
        assertThat(session.undo().undoName()).as("saving ends no history").hasValue("Rename api to core");
    }

    @Test
    void aCopyHoldsWhatIsEditedAndIsGoneOnWith() {
        open(SHOP, null);
        Path folder = Path.of("elsewhere").toAbsolutePath();
        act(new Edit.ChangeTopology(RENAME));
        act(new Action.SaveCopy(folder));
        assertThat(effects).as("the edit first").noneMatch(Effect.SaveCopy.class::isInstance);
        answerChange(RENAMED);

        Effect.SaveCopy copy = last(Effect.SaveCopy.class);
        assertThat(copy.folder()).isEqualTo(folder);
        assertThat(copy.texts().contents()).containsValue(RENAMED);

        List<Path> there = List.of(folder.resolve("shop.yaml"));
        act(new Action.Copied(PATHS, there));

        assertThat(last(Effect.Read.class).paths()).isEqualTo(there);
        Effect.Journal journal = last(Effect.Journal.class);
        assertThat(journal.paths()).isEqualTo(PATHS);
        assertThat(journal.texts()).as("nothing is left to be had back").isEqualTo(journal.disk());
    }

    @Test
    void aCopyOfWhatIsNoLongerOpenOpensNothing() {
        open(SHOP, null);
        act(new Action.SaveCopy(Path.of("elsewhere").toAbsolutePath()));
        act(new Action.Close());
        effects.clear();

        act(new Action.Copied(PATHS, List.of(Path.of("elsewhere/shop.yaml").toAbsolutePath())));

        assertThat(effects).isEmpty();
    }

    @Test
    void savingWaitsForTheEditThatIsBeingMade() {
        open(SHOP, null);
        act(new Edit.ChangeTopology(RENAME));
        act(new Action.Save());
        assertThat(effects).noneMatch(Effect.Save.class::isInstance);

        answerChange(RENAMED);

        assertThat(last(Effect.Save.class).texts().contents()).containsEntry("shop.yaml", RENAMED);
    }

    @Test
    void readOnlyFilesAreNotWrittenAndTheEditsStay() {
        open(SHOP, "shop.yaml");
        change(RENAME, RENAMED);

        act(new Action.Save());

        assertThat(effects).noneMatch(Effect.Save.class::isInstance);
        assertThat(session.notice()).contains("shop.yaml");
        assertThat(text()).isEqualTo(RENAMED);
    }

    @Test
    void whereNothingIsEditedWhatIsOnTheDiskIsTaken() {
        open(SHOP, null);
        act(new Edit.PinBoxes(NodeId.service("api"), new Point(10, 20)));
        arrange();

        reload(SHOP.replace("Shop", "Other"));

        assertThat(text()).contains("Other");
        assertThat(session.undo().undoName()).as("no row for it").hasValue("Pin api");
        act(new Action.UndoEdit());
        assertThat(text()).as("undoing a pin changes no text").contains("Other");
    }

    @Test
    void whereBothChangedAFileNeitherSideIsLost() {
        open(SHOP, null);
        change(RENAME, RENAMED);
        String theirs = SHOP.replace("Shop", "Theirs");

        reload(theirs);

        assertThat(text()).as("until somebody chooses").isEqualTo(RENAMED);
        assertThat(Objects.requireNonNull(session.editing().collision()).files())
                .containsExactly("shop.yaml");
        act(new Action.Save());
        assertThat(effects).as("nothing is written over").noneMatch(Effect.Save.class::isInstance);

        act(new Action.TakeTheirs());
        answerReading();
        assertThat(text()).isEqualTo(theirs);
        assertThat(session.unsaved()).isEmpty();

        act(new Action.UndoEdit());
        answerReading();
        assertThat(text()).as("mine can be had back").isEqualTo(RENAMED);
    }

    @Test
    void mineCanBeKeptAndIsSavedOverTheirs() {
        open(SHOP, null);
        change(RENAME, RENAMED);
        String theirs = SHOP.replace("Shop", "Theirs");
        reload(theirs);

        act(new Action.KeepMine());
        answerReading();
        act(new Action.Save());

        Effect.Save save = last(Effect.Save.class);
        assertThat(save.sources().getFirst().text().content()).isEqualTo(theirs);
        assertThat(save.texts().contents()).containsEntry("shop.yaml", RENAMED);
    }

    @Test
    void whatBothWroteAlikeIsNoCollision() {
        open(SHOP, null);
        change(RENAME, RENAMED);

        reload(RENAMED);

        assertThat(session.editing().collision()).isNull();
        assertThat(session.unsaved()).isEmpty();
    }

    @Test
    void editsOfLastTimeAreOfferedBeforeNewOnesAreMade() {
        TreeMap<String, String> kept = new TreeMap<>(Map.of("shop.yaml", RENAMED));
        open(SHOP, null, new Editing.Recovered(new Texts(kept), new TreeSet<>(kept.keySet()), false));

        act(new Edit.ChangeTopology(RENAME));
        assertThat(effects).noneMatch(Effect.ChangeTexts.class::isInstance);

        act(new Action.Recover());
        answerReading();
        assertThat(text()).isEqualTo(RENAMED);
        assertThat(session.editing().recovered()).isNull();
        assertThat(session.undo().undoName()).isPresent();
    }

    @Test
    void editsOfLastTimeThatAreDroppedAreForgotten() {
        TreeMap<String, String> kept = new TreeMap<>(Map.of("shop.yaml", RENAMED));
        open(SHOP, null, new Editing.Recovered(new Texts(kept), new TreeSet<>(kept.keySet()), false));

        act(new Action.ForgetRecovered());

        assertThat(session.editing().recovered()).isNull();
        assertThat(last(Effect.Journal.class).texts())
                .isEqualTo(last(Effect.Journal.class).disk());
    }

    @Test
    void whatIsWrittenInATextIsAnEditLikeOthers() {
        open(SHOP, null);

        act(new Edit.ChangeText("shop.yaml", RENAMED));
        answerReading();

        assertThat(ids()).containsExactly("core", "web");
        assertThat(session.undo().undoName()).hasValue("Write in shop.yaml");
        act(new Action.UndoEdit());
        answerReading();
        assertThat(text()).isEqualTo(SHOP);

        act(new Edit.ChangeText("shop.yaml", SHOP));
        assertThat(session.editing().waiting()).as("nothing is written").isEmpty();
    }

    private void open(String text, @Nullable String readOnly) {
        open(text, readOnly, null);
    }

    private void open(String text, @Nullable String readOnly, Editing.@Nullable Recovered recovered) {
        act(new Action.Open(PATHS));
        act(new Action.Opened(
                session.generation(),
                read(text),
                Arrangement.NONE,
                List.of(),
                Trusts.NONE,
                null,
                readOnly == null ? new TreeSet<>() : new TreeSet<>(List.of(readOnly)),
                recovered));
        arrange();
        effects.clear();
    }

    private void reload(String text) {
        act(new Action.FilesChanged());
        act(new Action.Opened(session.generation(), read(text), session.arrangement(), List.of(), Trusts.NONE));
        arrange();
    }

    private void change(List<TopologyEdit> edits, String text) {
        act(new Edit.ChangeTopology(edits));
        answerChange(text);
        arrange();
    }

    private void answerChange(String text) {
        act(new Action.TextsChanged(last(Effect.ChangeTexts.class).serial(), opened().rereading(read(text))));
    }

    private void answerReading() {
        Effect.ReadTexts asked = last(Effect.ReadTexts.class);
        act(new Action.TextsChanged(
                asked.serial(),
                opened().rereading(TopologyLoader.standard()
                        .read(asked.open().loaded().root(), asked.sources()))));
        arrange();
    }

    private void arrange() {
        if (session.arranging() != null) {
            Effect.Arrange asked = last(Effect.Arrange.class);
            act(new Action.Arranged(asked.generation(), inARow(asked.request())));
        }
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects.addAll(next.effects());
    }

    private <E extends Effect> E last(Class<E> kind) {
        return effects.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " in " + effects));
    }

    private List<String> ids() {
        return opened().topology().services().stream()
                .map(service -> service.id())
                .toList();
    }

    private String text() {
        return opened().loaded().sources().getFirst().text().content();
    }

    private Opened opened() {
        return Objects.requireNonNull(session.opened());
    }

    private static Loaded read(String text) {
        SourceFile source =
                new SourceFile(PATHS.getFirst(), SourceFile.Role.NAMED, new SourceText("shop.yaml", text), List.of());
        return TopologyLoader.standard().read(ROOT, List.of(source));
    }

    private static Layout inARow(LayoutRequest request) {
        TreeMap<NodeId, Box> boxes = new TreeMap<>();
        request.sizes()
                .forEach(
                        (node, size) -> boxes.put(node, new Box(boxes.size() * 300.0, 0, size.width(), size.height())));
        return new Layout(boxes, new TreeMap<>(), new TreeMap<>(), new Box(0, 0, boxes.size() * 300.0, 100));
    }
}
