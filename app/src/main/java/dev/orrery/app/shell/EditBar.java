package dev.orrery.app.shell;

import dev.orrery.app.parts.Icons;
import dev.orrery.edit.BehindAlias;
import dev.orrery.session.Action;
import dev.orrery.session.AliasQuestion;
import dev.orrery.session.Editing;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Asks what is to become of edits: where others changed the same file, where an earlier session ended without saving,
/// and where what is edited stands behind an alias. Neither answer loses anything that undo could not bring back,
/// but for edits that are dropped.
final class EditBar extends HBox {
    private final Label words = new Label();
    private final Button mine;
    private final Button theirs;
    private final Button recover;
    private final Button forget;
    private final Button anchor;
    private final Button detach;
    private final Button leave;

    EditBar(Consumer<Action> actions) {
        super(12);
        getStyleClass().add("trust-bar");
        setId("edits");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("edits-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        mine = button("edits.mine", "edits-mine", () -> actions.accept(new Action.KeepMine()));
        theirs = button("edits.theirs", "edits-theirs", () -> actions.accept(new Action.TakeTheirs()));
        recover = button("edits.recover", "edits-recover", () -> actions.accept(new Action.Recover()));
        recover.getStyleClass().add("accent");
        forget = button("edits.forget", "edits-forget", () -> actions.accept(new Action.ForgetRecovered()));
        leave = button("edits.alias.leave", "edits-leave", () -> actions.accept(answer(BehindAlias.ASK)));
        detach = button("edits.alias.detach", "edits-detach", () -> actions.accept(answer(BehindAlias.DETACH)));
        anchor = button("edits.alias.anchor", "edits-anchor", () -> actions.accept(answer(BehindAlias.ANCHOR)));
        getChildren().setAll(Icons.of("fth-edit-3"), words, theirs, mine, forget, recover, leave, anchor, detach);
    }

    void render(Session session) {
        Editing.Collision collision = session.editing().collision();
        Editing.Recovered recovered = collision == null ? session.editing().recovered() : null;
        AliasQuestion question =
                collision == null && recovered == null ? session.editing().question() : null;
        see(this, collision != null || recovered != null || question != null);
        see(mine, collision != null);
        see(theirs, collision != null);
        see(recover, recovered != null);
        see(forget, recovered != null);
        see(leave, question != null);
        see(anchor, question != null && question.choice().others() != null);
        see(detach, question != null && question.choice().detaches());
        if (collision != null) {
            words.setText(Messages.of("edits.collision", named(collision.files())));
        } else if (recovered != null) {
            words.setText(Messages.of(
                    recovered.changedSince() ? "edits.recovered.changed" : "edits.recovered",
                    named(recovered.files())));
        } else if (question != null) {
            words.setText(words(question));
        }
    }

    private static Action answer(BehindAlias behind) {
        return new Action.AnswerAlias(behind);
    }

    private static String words(AliasQuestion question) {
        String name = Untrusted.oneLine(question.name());
        String at = Untrusted.oneLine(question.choice().anchor());
        List<String> others = question.choice().others();
        if (others == null) {
            return Messages.of("edits.alias.alone", name, at);
        }
        return others.isEmpty()
                ? Messages.of("edits.alias", name, at)
                : Messages.of("edits.alias.others", name, at, Untrusted.oneLine(String.join(", ", others), 200));
    }

    private static String named(SortedSet<String> files) {
        return Untrusted.oneLine(String.join(", ", files), 200);
    }

    private static Button button(String key, String id, Runnable does) {
        Button button = new Button(Messages.of(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private static void see(Region what, boolean seen) {
        what.setVisible(seen);
        what.setManaged(seen);
    }
}
