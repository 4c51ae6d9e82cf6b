package dev.orrery.app.shell;

import dev.orrery.app.action.EnvironmentItems;
import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiAction;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Icons;
import dev.orrery.session.Session;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;

/// Says where the services are looked at, and goes elsewhere. Not there where the workspace names no environment.
final class EnvironmentSwitch extends MenuButton {
    private final EnvironmentItems environments;

    EnvironmentSwitch(Performer performer) {
        super(null, Icons.of("fth-globe"));
        environments = new EnvironmentItems(performer, getItems());
        UiAction action = UiActions.of("environment");
        getStyleClass().setAll("environment-switch");
        setId("environment");
        setMinWidth(USE_PREF_SIZE);
        setMnemonicParsing(false);
        setTooltip(new Tooltip(action.name() + "  " + action.keyWords().getFirst()));
    }

    void render(Session session) {
        environments.render(session);
        EnvironmentWords.show(this, session.opened());
    }
}
