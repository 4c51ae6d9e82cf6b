package dev.orrery.app.action;

import java.util.List;
import java.util.stream.Stream;

/// The one table of actions.
public final class UiActions {
    /// In the order of the menus.
    public static final List<UiAction> ALL = Stream.of(
                    FileActions.rows(),
                    EditActions.rows(),
                    ViewActions.rows(),
                    HealthActions.rows(),
                    HelpActions.rows())
            .flatMap(List::stream)
            .map(ActionRow::action)
            .toList();

    private UiActions() {}

    /// The action with this id.
    ///
    /// @throws IllegalArgumentException where the table has none
    public static UiAction of(String id) {
        return ALL.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + id));
    }
}
