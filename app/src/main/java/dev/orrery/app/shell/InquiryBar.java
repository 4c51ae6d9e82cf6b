package dev.orrery.app.shell;

import dev.orrery.app.parts.Icons;
import dev.orrery.session.Action;
import dev.orrery.session.FocusPicture;
import dev.orrery.session.Inquiry;
import dev.orrery.session.InquiryWords;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Says at the edge of the canvas what is asked of the picture, answers it in words, and leads back.
final class InquiryBar extends HBox {
    private final Label words = new Label();
    private final Button fewer;
    private final Button further;
    private final Button next;
    private final Button earlier;
    private final Button later;
    private int hops = 1;

    InquiryBar(Consumer<Action> actions) {
        super(4);
        setId("inquiry");
        getStyleClass().add("inquiry-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        words.setId("inquiry-words");
        words.setWrapText(true);
        words.setMaxWidth(620);
        words.setMinHeight(Region.USE_PREF_SIZE);
        fewer = Icons.button(
                "fth-minus", Messages.of("inquiry.fewer"), () -> actions.accept(new Action.SetHops(hops - 1)));
        fewer.setId("inquiry-fewer");
        further = Icons.button(
                "fth-plus", Messages.of("inquiry.further"), () -> actions.accept(new Action.SetHops(hops + 1)));
        further.setId("inquiry-further");
        next = Icons.button(
                "fth-skip-forward", Messages.of("inquiry.next-path"), () -> actions.accept(new Action.NextPath()));
        next.setId("inquiry-next");
        earlier = step("fth-chevron-left", "inquiry.previous-finding", true, actions);
        later = step("fth-chevron-right", "inquiry.next-finding", false, actions);
        Button end = Icons.button("fth-x", Messages.of("inquiry.end"), () -> actions.accept(new Action.EndInquiry()));
        end.setId("inquiry-end");
        getChildren().setAll(words, fewer, further, next, earlier, later, end);
    }

    /// @param focused the neighbourhood that is looked at; null where none is
    void render(Session session, @Nullable FocusPicture focused) {
        String said = InquiryWords.of(session, focused);
        see(this, !said.isEmpty());
        words.setText(said);
        Inquiry inquiry = session.inquiry();
        see(fewer, focused != null);
        see(further, focused != null);
        boolean found = inquiry instanceof Inquiry.OfFinding;
        see(earlier, found);
        see(later, found);
        if (inquiry instanceof Inquiry.Focus focus) {
            hops = focus.hops();
        }
        see(next, inquiry instanceof Inquiry.Path path && path.paths().ways().size() > 1);
    }

    /// Where something else says the same.
    void hide(boolean said) {
        if (said) {
            see(this, false);
        }
    }

    private static Button step(String icon, String key, boolean back, Consumer<Action> actions) {
        Button button = Icons.button(icon, Messages.of(key), () -> actions.accept(new Action.StepFinding(back)));
        button.setId(key.replace('.', '-'));
        return button;
    }

    private static void see(Region node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}
