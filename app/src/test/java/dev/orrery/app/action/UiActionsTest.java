package dev.orrery.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.session.SessionUpdate;
import dev.orrery.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class UiActionsTest {
    private static final Session EMPTY = Session.startingAt(Instant.EPOCH);

    @Test
    void noTwoActionsShareAnIdOrAKey() {
        assertThat(UiActions.ALL).extracting(UiAction::id).doesNotHaveDuplicates();
        assertThat(UiActions.ALL.stream().flatMap(action -> action.keys().stream()))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
        assertThat(UiActions.ALL.stream().map(UiAction::typed).filter(Objects::nonNull))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyActionHasWords() {
        assertThat(UiActions.ALL).allSatisfy(action -> {
            assertThat(Messages.has("action." + action.id())).as(action.id()).isTrue();
            assertThat(action.words().apply(EMPTY)).isNotBlank();
        });
    }

    @Test
    void withNothingOpenOnlyWhatNeedsNothingIsPossible() {
        assertThat(UiActions.ALL.stream().filter(action -> action.isPossible(EMPTY)))
                .extracting(UiAction::id)
                .containsExactly(
                        "open-file",
                        "open-folder",
                        "preferences",
                        "secrets",
                        "quit",
                        "find",
                        "outline",
                        "inspector",
                        "next-theme",
                        "shortcuts",
                        "log",
                        "about");
    }

    @Test
    void whatIsNotPossibleIsNotPerformed() {
        List<Action> actions = new ArrayList<>();
        List<WindowCommand> commands = new ArrayList<>();
        Performer performer = new Performer(() -> EMPTY, actions::add, commands::add);

        assertThat(performer.perform(UiActions.of("undo"))).isFalse();
        assertThat(performer.perform(UiActions.of("fit"))).isFalse();
        assertThat(performer.perform(UiActions.of("find"))).isTrue();

        assertThat(actions).isEmpty();
        assertThat(commands).containsExactly(WindowCommand.FIND);
    }

    @Test
    void whatIsSelectedDecidesTheContextMenu() {
        Session one = SessionUpdate.apply(EMPTY, new Action.Select(NodeId.service("a")))
                .session();
        Session two = SessionUpdate.apply(one, new Action.SelectMore(NodeId.service("b")))
                .session();

        assertThat(SelectionMenu.of(one)).extracting(UiAction::id).contains("rename", "show-source");
        assertThat(SelectionMenu.of(two))
                .extracting(UiAction::id)
                .contains("move", "delete")
                .doesNotContain("rename");
        assertThat(SelectionMenu.of(EMPTY)).extracting(UiAction::id).contains("fit");
    }

    @Test
    void keysAreWrittenForPeople() {
        assertThat(UiActions.of("fit").keyWords()).containsExactly("Shift+1");
        assertThat(UiActions.of("impact").keyWords()).containsExactly("I");
        assertThat(UiActions.of("about").keyWords()).isEmpty();
        assertThat(UiActions.of("filter").keyWords()).hasSize(2).endsWith("/");
    }
}
