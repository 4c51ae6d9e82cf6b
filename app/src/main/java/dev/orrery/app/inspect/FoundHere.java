package dev.orrery.app.inspect;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.MarkSign;
import dev.orrery.inspection.Finding;
import dev.orrery.session.Action;
import dev.orrery.session.Mend;
import dev.orrery.session.Opened;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What inspections found about a service, and what mends it.
final class FoundHere extends Section<List<FoundHere.Entry>> {
    private static final int FIRST = 6;
    private static final int LONGEST = 400;

    /// @param mend what the first edit that mends it is called; empty where there is none
    record Entry(Finding finding, String mend) {}

    private final Performer performer;
    private @Nullable Opened shownOf;
    private String shownFor = "";

    FoundHere(Performer performer) {
        super("inspect.findings");
        this.performer = performer;
        setId("inspector-findings");
    }

    /// What inspections found changes with what is open, and not with each answer.
    @SuppressWarnings("ReferenceEquality")
    void render(Opened opened, String service) {
        if (opened != shownOf || !service.equals(shownFor)) {
            shownOf = opened;
            shownFor = service;
            show(opened.inspections().about(service).stream()
                    .map(finding -> new Entry(
                            finding,
                            Mend.of(finding).stream()
                                    .findFirst()
                                    .map(mend -> mend.words(opened.topology()))
                                    .orElse("")))
                    .toList());
        }
    }

    @Override
    List<? extends Node> nodes(List<Entry> entries) {
        return entries.isEmpty() ? List.of() : List.of(new Capped<>(entries, FIRST, this::entry));
    }

    private Node entry(Entry entry) {
        MarkSign sign = new MarkSign();
        sign.show(entry.finding().problem().severity());
        String message = Untrusted.oneLine(entry.finding().problem().message(), LONGEST);
        Button row = new Button(firstSentence(message), sign);
        row.getStyleClass().setAll("neighbour", "found-here");
        row.setWrapText(true);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.setTooltip(new Tooltip(message));
        row.setAccessibleText(message);
        row.setOnAction(_ -> performer.dispatch().accept(new Action.ShowFinding(entry.finding())));
        Stream<Node> mend =
                Stream.of(entry.mend()).filter(text -> !text.isEmpty()).map(_ -> mend(entry));
        return new VBox(Stream.concat(Stream.of(row), mend).toArray(Node[]::new));
    }

    /// What was found; the advice after it is told where the finding is looked at.
    private static String firstSentence(String message) {
        int end = message.indexOf(". ");
        return end < 0 ? message : message.substring(0, end + 1);
    }

    /// First it is looked at, and then what mends it is what may be done.
    private Node mend(Entry entry) {
        Hyperlink link = new Hyperlink(Messages.of("inspect.findings.mend", Untrusted.oneLine(entry.mend(), LONGEST)));
        link.getStyleClass().add("found-mend");
        link.setWrapText(true);
        link.setOnAction(_ -> {
            link.setVisited(false);
            performer.dispatch().accept(new Action.ShowFinding(entry.finding()));
            performer.perform(UiActions.of("mend"));
        });
        return link;
    }
}
