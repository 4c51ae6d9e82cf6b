package dev.orrery.app.action;

import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.topology.Environment;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/// Fills a menu with the environments that the workspace names, the one that holds now chosen.
public final class EnvironmentItems {
    private final Performer performer;
    private final ObservableList<MenuItem> items;
    private List<Environment> offered = List.of();
    private @Nullable String chosen;

    /// @param items of the menu, kept in step by [#render]
    public EnvironmentItems(Performer performer, ObservableList<MenuItem> items) {
        this.performer = performer;
        this.items = items;
    }

    public void render(Session session) {
        Opened opened = session.opened();
        List<Environment> now = EnvironmentActions.offered(session);
        String name = opened == null ? null : opened.environmentName();
        if (now.equals(offered) && Objects.equals(name, chosen)) {
            return;
        }
        offered = now;
        chosen = name;
        items.clear();
        if (!now.isEmpty()) {
            ToggleGroup group = new ToggleGroup();
            items.add(item(null, group));
            now.forEach(environment -> items.add(item(environment.name(), group)));
        }
    }

    private MenuItem item(@Nullable String name, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(EnvironmentActions.words(name));
        UiAction action = EnvironmentActions.action(name);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(Objects.equals(name, chosen));
        item.setOnAction(_ -> performer.perform(action));
        return item;
    }
}
