package dev.orrery.app.shell;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiAction;
import dev.orrery.app.action.UiActions;
import dev.orrery.session.HubWords;
import dev.orrery.session.Inquiry;
import dev.orrery.session.Session;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Says at the edge of the canvas which hubs the picture has and whether they are folded, and changes that. Without a
/// hub it is not there.
final class HubBar extends Button {
    /// Many names take several lines.
    private static final double WIDEST = 300;

    private final UiAction toggle = UiActions.of("hubs");
    private final Tooltip tip = new Tooltip();

    HubBar(Performer performer) {
        getStyleClass().setAll("hub-bar");
        setId("hubs");
        setMaxWidth(WIDEST);
        setWrapText(true);
        setTooltip(tip);
        setOnAction(_ -> performer.perform(toggle));
    }

    void render(Session session) {
        String words = HubWords.of(session.picture());
        boolean seen = !words.isEmpty() && session.inquiry() instanceof Inquiry.None;
        setVisible(seen);
        setManaged(seen);
        setText(words);
        tip.setText(toggle.words().apply(session) + "  " + toggle.keyWords().getFirst());
    }
}
