package dev.orrery.app.tour;

import dev.orrery.app.parts.Icons;
import dev.orrery.session.Action;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Says once that what was opened has a tour, where it is a sample; gone when the tour was begun or it was declined.
public final class TourOffer extends HBox {
    private final Predicate<List<Path>> offered;
    private final Set<List<Path>> done = new HashSet<>();
    private final Label words = new Label();
    private List<Path> open = List.of();

    /// @param offered whether the tour of what is open is to be offered
    public TourOffer(Consumer<Action> actions, Predicate<List<Path>> offered) {
        super(12);
        this.offered = offered;
        getStyleClass().add("tour-offer");
        setId("tour-offer");
        setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button start = new Button(Messages.of("tour.start"));
        start.setId("tour-offer-start");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(_ -> actions.accept(new Action.ShowStep(0)));
        Button decline = Icons.button("fth-x", Messages.of("notice.dismiss"), this::decline);
        decline.setId("tour-offer-decline");
        getChildren().setAll(Icons.of("fth-play-circle"), words, start, decline);
        see(false);
    }

    public void render(Session session) {
        Opened opened = session.opened();
        open = opened == null ? List.of() : opened.paths();
        int steps = session.keptArrangement().guide().views().size();
        if (session.viewing().shown() != null) {
            done.add(open);
        }
        words.setText(Messages.of("tour.offer", Integer.toString(steps)));
        see(opened != null && steps > 0 && !done.contains(open) && offered.test(open));
    }

    private void decline() {
        done.add(open);
        see(false);
    }

    private void see(boolean seen) {
        setVisible(seen);
        setManaged(seen);
    }
}
