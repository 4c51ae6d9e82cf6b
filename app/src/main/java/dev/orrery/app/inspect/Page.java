package dev.orrery.app.inspect;

import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import javafx.scene.layout.VBox;

/// All about one kind of thing.
abstract class Page extends VBox {
    Page() {
        getStyleClass().add("inspector-page");
    }

    /// @param id of the thing; it exists in what is opened
    abstract void render(Session session, Opened opened, String id);
}
