package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Command;
import dev.orrery.app.action.UiAction.Dispatch;
import dev.orrery.app.action.UiAction.Does;
import dev.orrery.app.action.UiAction.Group;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A row of the table of actions, while it is being written.
final class ActionRow {
    private final String id;
    private final Group group;
    private final String icon;
    private final Does does;
    private final List<KeyCombination> keys;
    private @Nullable String typed;
    private Function<Session, Optional<String>> words = _ -> Optional.empty();

    private ActionRow(String id, Group group, String icon, Does does, String... keys) {
        this.id = id;
        this.group = group;
        this.icon = icon;
        this.does = does;
        this.keys = Arrays.stream(keys).map(KeyCombination::valueOf).toList();
    }

    static ActionRow does(
            String id, Group group, String icon, WindowCommand command, Predicate<Session> possible, String... keys) {
        return new ActionRow(id, group, icon, new Command(command, possible), keys);
    }

    static ActionRow dispatches(
            String id, Group group, String icon, Function<Session, Optional<Action>> action, String... keys) {
        return new ActionRow(id, group, icon, new Dispatch(action), keys);
    }

    ActionRow typed(String character) {
        typed = character;
        return this;
    }

    ActionRow saying(Function<Session, Optional<String>> instead) {
        words = instead;
        return this;
    }

    ActionRow saying(Function<Session, Optional<String>> argument, String key) {
        return saying(session -> argument.apply(session).map(word -> Messages.of(key, word)));
    }

    UiAction action() {
        Function<Session, Optional<String>> special = words;
        return new UiAction(
                id,
                group,
                icon,
                keys,
                typed,
                session -> special.apply(session).orElseGet(() -> Messages.of("action." + id)),
                does);
    }
}
