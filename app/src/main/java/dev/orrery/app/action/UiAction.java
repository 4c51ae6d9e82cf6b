package dev.orrery.app.action;

import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// One row of the table of actions.
///
/// @param id stable and lower case with dashes; the bundle has its words as `action.<id>`
/// @param icon name of a Feather icon, as in `fth-folder`
/// @param keys that do it, the one to show first; empty where there is none
/// @param typed a character that does it where nobody is writing, on whatever key the keyboard has it; null for none
/// @param words what it would do to this session
public record UiAction(
        String id,
        Group group,
        String icon,
        List<KeyCombination> keys,
        @Nullable String typed,
        Function<Session, String> words,
        Does does) {

    /// The menus, in their order.
    public enum Group {
        FILE,
        EDIT,
        VIEW,
        HEALTH,
        HELP;

        /// Words for the menu.
        public String title() {
            return Messages.of("menu." + name().toLowerCase(Locale.ROOT));
        }
    }

    /// What happens.
    public sealed interface Does {}

    /// @param action empty where it is not possible now
    public record Dispatch(Function<Session, Optional<Action>> action) implements Does {}

    public record Command(WindowCommand command, Predicate<Session> possible) implements Does {}

    public UiAction {
        keys = List.copyOf(keys);
    }

    public boolean isPossible(Session session) {
        return switch (does) {
            case Dispatch dispatch -> dispatch.action().apply(session).isPresent();
            case Command command -> command.possible().test(session);
        };
    }

    /// Its name whatever the session is, for lists of all actions.
    public String name() {
        return Messages.of("action." + id);
    }

    /// The keys as they are written for people, the one to show first.
    public List<String> keyWords() {
        Stream<String> pressed = keys.stream().map(KeyCombination::getDisplayText);
        return Stream.concat(pressed, Stream.ofNullable(typed).map(key -> key.toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
    }
}
