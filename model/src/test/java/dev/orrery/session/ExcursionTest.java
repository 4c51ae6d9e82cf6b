package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Point;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.probe.Trusts;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may and may not happen while a what-if or a comparison is on the screen.
final class ExcursionTest {
    private static final String SHOP = """
        topology: Shop
        services:
          web: {depends_on: [cart], health: {url: "http://localhost:1/health"}}
          cart: {depends_on: [stock]}
          stock: {}
        """;

    @TempDir
    Path folder;

    private final List<Effect> effects = new ArrayList<>();
    private Session session = Session.startingAt(Instant.EPOCH);
    private boolean slow;

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        apply(new Action.Open(List.of(file)));
        effects.clear();
    }

    @Test
    void stepsAreOfTheWhatIfAndUndoTakesThemBack() {
        apply(new Edit.ChangeTopology(
                List.of(new TopologyEdit.AddService("mail", dev.orrery.topology.ServiceKind.SERVICE, null))));
        Undo before = session.undo();
        apply(down("stock"));
        apply(new Edit.ChangeTopology(List.of(new TopologyEdit.DeleteService("web"))));

        assertThat(ids()).containsExactly("cart", "mail", "stock");
        assertThat(session.supposed().edits()).hasSize(1);
        assertThat(session.undo().past()).extracting(Undo.Step::name).containsExactly("stock is down", "Delete web");
        apply(new Action.UndoEdit());
        assertThat(ids()).containsExactly("cart", "mail", "stock", "web");
        assertThat(session.excursion()).isInstanceOf(Excursion.WhatIf.class);
        apply(new Action.RedoEdit());
        assertThat(ids()).doesNotContain("web");

        apply(new Action.LeaveExcursion());
        assertThat(session.undo()).isEqualTo(before);
        assertThat(ids()).containsExactly("cart", "mail", "stock", "web");
    }

    @Test
    void stepsThatComeFasterThanTheyAreTriedAreMadeOneAfterTheOther() {
        slow = true;
        apply(down("stock"));
        apply(down("cart"));
        List<Effect.Imagine> asked = effects.stream()
                .filter(Effect.Imagine.class::isInstance)
                .map(Effect.Imagine.class::cast)
                .toList();
        assertThat(asked).as("the second waits").hasSize(1);
        slow = false;
        apply(Imagined.answer(asked.getFirst()));

        assertThat(session.supposed().faults()).hasSize(2);
    }

    @Test
    void aStepThatCannotBeIsRefusedWithTheReasonAndTheNextOneIsTried() {
        apply(new Action.Suppose(List.of(new TopologyEdit.DeleteService("nobody")), List.of()));

        assertThat(session.excursion()).isEqualTo(Excursion.NONE);
        assertThat(session.notice()).startsWith("This cannot be tried: ");
        apply(down("stock"));
        assertThat(session.excursion()).isInstanceOf(Excursion.WhatIf.class);
    }

    @Test
    void nothingIsWrittenReadOrOpenedThatWouldLoseSteps() {
        apply(down("stock"));
        apply(new Edit.PinBoxes(NodeId.service("web"), new Point(1, 2)));
        apply(new Edit.ChangeText("shop.yaml", "nothing"));
        apply(new Action.FilesChanged());
        apply(new Action.Open(List.of(folder)));

        assertThat(effects)
                .noneMatch(effect -> effect instanceof Effect.ChangeTexts
                        || effect instanceof Effect.ReadTexts
                        || effect instanceof Effect.KeepArrangement
                        || effect instanceof Effect.Read
                        || effect instanceof Effect.Journal);
        assertThat(session.notice()).isEqualTo("Keep or throw away the what-if first.");

        apply(new Action.LeaveExcursion());
        assertThat(effects).as("what changed meanwhile").anyMatch(effect -> effect instanceof Effect.Read);
    }

    @Test
    void askingGoesOnForWhatIsOpen() {
        apply(new Edit.ChangeTopology(List.of()));
        apply(new Action.Suppose(List.of(new TopologyEdit.RenameService("web", "shop")), List.of()));
        effects.clear();
        apply(new Action.Allow(session.missing()));

        assertThat(effects)
                .filteredOn(Effect.Probe.class::isInstance)
                .singleElement()
                .satisfies(probe -> assertThat(((Effect.Probe) probe).plan().targets())
                        .extracting(target -> target.id().service())
                        .containsExactly("web"));
        assertThat(session.watching()).isInstanceOf(Watching.On.class);
        assertThat(ids()).as("the what-if is still there").contains("shop");
    }

    @Test
    void aScenarioIsKeptRenamedAndDeletedOneByOne() {
        apply(down("stock"));
        assertThat(session.isUnkept()).isTrue();
        apply(new Action.KeepScenario(" No stock "));
        assertThat(session.isUnkept()).isFalse();
        assertThat(session.scenarios()).extracting(Scenario::name).containsExactly("No stock");
        apply(new Action.RenameScenario("No stock", "Stock fails"));
        apply(new Action.DeleteScenario("Stock fails"));

        assertThat(session.scenarios()).isEmpty();
        assertThat(effects)
                .filteredOn(Effect.KeepScenario.class::isInstance)
                .extracting(effect -> ((Effect.KeepScenario) effect).gone())
                .containsExactly(null, "No stock", "Stock fails");
        assertThat(session.isUnkept()).as("nothing has it any more").isTrue();
    }

    @Test
    void aComparisonIsLookedAtAndNotEdited() {
        Scenario scenario = new Scenario("Without web", List.of(new TopologyEdit.DeleteService("web")), List.of());
        apply(new Action.ScenariosRecalled(
                Objects.requireNonNull(session.opened()).paths(), List.of(scenario), null));
        Picture before = session.picture();
        apply(new Action.Compare(new Against.OfScenario("Without web")));
        Effect.Compare asked = (Effect.Compare) effects.stream()
                .filter(Effect.Compare.class::isInstance)
                .findFirst()
                .orElseThrow();
        Scenario.Tried.Shown shown =
                (Scenario.Tried.Shown) scenario.on(asked.home().topology());
        Compared compared = Compared.of(
                asked.against(),
                asked.isEarlier(),
                asked.home().topology(),
                "now",
                shown.outcome().after(),
                "then",
                List.of());
        apply(new Action.ComparisonMade(
                asked.generation(),
                compared,
                asked.home().imagining(compared.union().topology(), false)));

        assertThat(ids()).as("the union has what went too").containsExactly("cart", "stock", "web");
        apply(new Edit.ChangeTopology(List.of(new TopologyEdit.DeleteService("cart"))));
        assertThat(session.notice()).isEqualTo("Nothing can be edited in a comparison. Leave it first.");
        apply(new Action.Scrub(7));
        assertThat(session.excursion()).isInstanceOf(Excursion.Comparing.class);
        assertThat(((Excursion.Comparing) session.excursion()).at()).isEqualTo(1);
        assertThat(ExcursionMarks.of(session.excursion(), session.picture().graph())
                        .hidden())
                .containsExactly(NodeId.service("web"));

        apply(new Action.LeaveExcursion());
        assertThat(session.picture().layout()).isEqualTo(before.layout());
    }

    private static Action down(String service) {
        return new Action.Suppose(List.of(), List.of(new AssumedFault.Down(service)));
    }

    private List<String> ids() {
        return Objects.requireNonNull(session.opened()).topology().services().stream()
                .map(service -> service.id())
                .toList();
    }

    private void apply(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        for (Effect effect : next.effects()) {
            effects.add(effect);
            perform(effect);
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Read read -> {
                Loaded loaded = TopologyLoader.standard().load(read.paths());
                apply(new Action.Opened(read.generation(), loaded, Arrangement.NONE, List.of(), Trusts.NONE));
            }
            case Effect.Arrange arrange ->
                apply(new Action.Arranged(
                        arrange.generation(), new LayeredEngine().layout(arrange.request(), Cancellation.NEVER)));
            case Effect.ChangeTexts change -> {
                Loaded before =
                        TopologyLoader.standard().read(change.open().loaded().root(), change.sources());
                apply(
                        switch (new dev.orrery.edit.SourceEditor(TopologyLoader.standard())
                                .apply(before, change.edits())) {
                            case dev.orrery.edit.EditedSources.Done done ->
                                new Action.TextsChanged(
                                        change.serial(), change.open().rereading(done.loaded()));
                            case dev.orrery.edit.EditedSources.Refused _ ->
                                new Action.ChangeRefused(change.serial(), "refused");
                        });
            }
            case Effect.Imagine imagine -> {
                if (!slow) {
                    apply(Imagined.answer(imagine));
                }
            }
            default -> {}
        }
    }
}
