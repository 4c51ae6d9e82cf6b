package dev.orrery.app.action;

import dev.orrery.app.action.UiAction.Group;
import dev.orrery.app.parts.Icons;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// The menus, made from the table.
public final class Menus {
    private final Performer performer;
    private final Map<UiAction, MenuItem> items = new LinkedHashMap<>();
    private final Menu recent = new Menu(Messages.of("menu.recent"));
    private final Menu environments = new Menu(Messages.of("menu.environments"));
    private final EnvironmentItems environmentItems;
    private final List<Menu> menus = new ArrayList<>();
    private List<Path> shownRecent = List.of();

    public Menus(Performer performer) {
        this.performer = performer;
        recent.setDisable(true);
        environmentItems = new EnvironmentItems(performer, environments.getItems());
        environments.setDisable(true);
        environments.setId("menu-environments");
        for (Group group : Group.values()) {
            Menu menu = new Menu(group.title());
            for (UiAction action : UiActions.ALL) {
                if (action.group() == group) {
                    MenuItem item = item(action, performer);
                    action.keys().stream().findFirst().ifPresent(item::setAccelerator);
                    items.put(action, item);
                    menu.getItems().add(item);
                    if (action.id().equals("open-folder")) {
                        menu.getItems().add(recent);
                    }
                    if (action.id().equals("environment")) {
                        menu.getItems().add(environments);
                    }
                }
            }
            menus.add(menu);
        }
    }

    /// One menu for each group, always the same instances.
    public List<Menu> menus() {
        return List.copyOf(menus);
    }

    public void render(Session session) {
        items.forEach((action, item) -> {
            item.setDisable(!action.isPossible(session));
            item.setText(action.words().apply(session));
        });
        environmentItems.render(session);
        environments.setDisable(environments.getItems().isEmpty());
    }

    /// @param files newest first
    public void renderRecent(List<Path> files) {
        if (files.equals(shownRecent)) {
            return;
        }
        shownRecent = List.copyOf(files);
        recent.setDisable(files.isEmpty());
        recent.getItems().setAll(files.stream().map(this::recentItem).toList());
    }

    /// A fresh menu of what can be done to what is selected.
    public static ContextMenu forSelection(Performer performer) {
        ContextMenu menu = new ContextMenu();
        for (UiAction action : SelectionMenu.of(performer.session().get())) {
            MenuItem item = item(action, performer);
            item.setText(action.words().apply(performer.session().get()));
            item.setDisable(!performer.isPossible(action));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem recentItem(Path file) {
        MenuItem item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> performer.dispatch().accept(new Action.Open(List.of(file))));
        return item;
    }

    private static MenuItem item(UiAction action, Performer performer) {
        MenuItem item = new MenuItem(action.name(), Icons.of(action.icon()));
        item.setId("menu-" + action.id());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> performer.perform(action));
        return item;
    }
}
