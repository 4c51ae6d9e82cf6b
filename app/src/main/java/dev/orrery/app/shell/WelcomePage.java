package dev.orrery.app.shell;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiAction;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Icons;
import dev.orrery.session.Action;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is seen while nothing is open: how to open something, what was open lately, and the samples as small pictures.
final class WelcomePage extends ScrollPane {
    private static final double CARD = 272;
    private static final double PICTURE_HEIGHT = 132;
    /// Three lines.
    private static final double SUMMARY_HEIGHT = 48;

    private static final int MOST_RECENT = 5;
    /// Where a newcomer begins.
    private static final String TOURED = "booking-monolith";

    private final Performer performer;
    private final VBox recent = new VBox(2);
    private final Label recentTitle = new Label(Messages.of("welcome.recent"));
    private final Queue<Runnable> toDraw = new ArrayDeque<>();
    private List<Path> shownRecent = List.of();

    /// @param tour opens a file and begins its tour
    WelcomePage(Performer performer, List<Welcome> samples, Consumer<Path> tour) {
        this.performer = performer;
        getStyleClass().add("welcome-page");
        setId("welcome");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);

        Label title = new Label(Messages.of("welcome.title"));
        title.getStyleClass().add("welcome-title");
        Label words = new Label(Messages.of("welcome.words"));
        words.getStyleClass().add("welcome-words");
        words.setWrapText(true);
        Button file = button("open-file");
        file.setDefaultButton(true);
        HBox buttons = new HBox(10, file, button("open-folder"));
        Label drop = new Label(Messages.of("welcome.drop"));
        drop.getStyleClass().add("hint");
        samples.stream()
                .filter(sample -> sample.id().equals(TOURED))
                .findFirst()
                .ifPresent(sample -> buttons.getChildren().add(tourButton(sample, tour)));
        buttons.getChildren().add(drop);
        buttons.setAlignment(Pos.CENTER_LEFT);

        recentTitle.getStyleClass().add("section-title");
        Label samplesTitle = new Label(Messages.of("welcome.samples"));
        samplesTitle.getStyleClass().add("section-title");
        FlowPane cards = new FlowPane(18, 18);
        cards.setPrefWrapLength(3 * CARD + 2 * 18);
        samples.forEach(sample -> cards.getChildren().add(card(sample)));

        VBox page = new VBox(10, title, words, buttons, recentTitle, recent, samplesTitle, cards);
        page.getStyleClass().add("welcome");
        page.setMaxWidth(3 * CARD + 2 * 18 + 80);
        StackPane middle = new StackPane(page);
        middle.setAlignment(Pos.TOP_CENTER);
        setContent(middle);
        see(List.of());
    }

    /// @param files newest first
    void render(List<Path> files) {
        // Not before the page is seen: who opens a file at once waits for that alone.
        while (!toDraw.isEmpty()) {
            toDraw.remove().run();
        }
        if (!files.equals(shownRecent)) {
            shownRecent = List.copyOf(files);
            see(files);
        }
    }

    private void see(List<Path> files) {
        recent.getChildren()
                .setAll(files.stream().limit(MOST_RECENT).map(this::recentRow).toList());
        recent.setVisible(!files.isEmpty());
        recent.setManaged(!files.isEmpty());
        recentTitle.setVisible(!files.isEmpty());
        recentTitle.setManaged(!files.isEmpty());
    }

    private Node recentRow(Path file) {
        Path name = file.getFileName();
        Label title = new Label(name == null ? file.toString() : name.toString());
        title.getStyleClass().add("recent-name");
        title.setMinWidth(USE_PREF_SIZE);
        Label folder = new Label(Objects.toString(file.getParent(), ""));
        folder.getStyleClass().add("recent-folder");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox row = new HBox(10, Icons.of("fth-file-text"), title, folder);
        row.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, row);
        button.getStyleClass().setAll("recent");
        button.setAccessibleText(Messages.of("welcome.open", file.toString()));
        button.setOnAction(_ -> open(file));
        return button;
    }

    private Node card(Welcome sample) {
        Miniature picture = new Miniature(CARD - 32, PICTURE_HEIGHT);
        toDraw.add(() -> sample.picture().accept(picture::show));
        Label title = new Label(sample.title());
        title.getStyleClass().add("sample-title");
        Label summary = new Label(sample.summary());
        summary.getStyleClass().add("sample-summary");
        summary.setWrapText(true);
        summary.setMinHeight(SUMMARY_HEIGHT);
        summary.setMaxHeight(SUMMARY_HEIGHT);
        VBox content = new VBox(6, picture, title, summary);
        Button card = new Button(null, content);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.getStyleClass().setAll("sample");
        card.setId("sample-" + sample.id());
        card.setPrefWidth(CARD);
        card.setMaxWidth(CARD);
        content.setPrefWidth(CARD - 32);
        card.setAccessibleText(Messages.of("welcome.sample.spoken", sample.title(), sample.summary()));
        card.setOnAction(_ -> open(sample.file()));
        return card;
    }

    private Button button(String id) {
        UiAction action = UiActions.of(id);
        Button button = new Button(action.name(), Icons.of(action.icon()));
        button.setId("welcome-" + id);
        button.setOnAction(_ -> performer.perform(action));
        return button;
    }

    private static Button tourButton(Welcome sample, Consumer<Path> tour) {
        Button button = new Button(Messages.of("welcome.tour"), Icons.of("fth-play-circle"));
        button.setId("welcome-tour");
        button.setOnAction(_ -> tour.accept(sample.file()));
        return button;
    }

    private void open(Path file) {
        performer.dispatch().accept(new Action.Open(List.of(file)));
    }
}
