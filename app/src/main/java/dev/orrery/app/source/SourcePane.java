package dev.orrery.app.source;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Icons;
import dev.orrery.descriptor.TypedText;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.session.Texts;
import dev.orrery.text.Messages;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/// The text of one file beside the picture. What is selected on the picture is marked here, where the caret goes that
/// is selected, and what is written becomes an edit when the hand rests.
public final class SourcePane extends VBox {
    /// A hand that writes rests for this long.
    private static final Duration REST = Duration.ofMillis(500);

    private final Performer performer;
    private final BiFunction<Duration, Runnable, Runnable> later;
    private final ComboBox<String> files = new ComboBox<>();
    private final Label locked = new Label(null, Icons.of("fth-lock"));
    private final SourceArea area = new SourceArea(this::typed, this::moved, this::undo);
    private String file = "";
    private TypedText shown = new TypedText("");
    private Stated stated = new Stated(List.of(), new TreeMap<>());
    private @Nullable Opened opened;
    private @Nullable NodeId selected;
    private @Nullable Runnable waiting;

    /// @param later runs something later on the FX thread, and gives what calls it off
    public SourcePane(Performer performer, BiFunction<Duration, Runnable, Runnable> later, Runnable close) {
        this.performer = performer;
        this.later = later;
        getStyleClass().add("source-pane");
        setId("source");
        files.setId("source-files");
        files.setMaxWidth(Double.MAX_VALUE);
        files.setAccessibleText(Messages.of("source.files"));
        files.valueProperty().subscribe(chosen -> {
            if (chosen != null && !chosen.equals(file)) {
                flush();
                show(chosen, performer.session().get());
            }
        });
        locked.setAccessibleText(Messages.of("status.read-only"));
        locked.setId("source-locked");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, files, locked, gap, Icons.button("fth-x", Messages.of("source.close"), () -> {
            flush();
            close.run();
        }));
        head.getStyleClass().add("source-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VirtualizedScrollPane<SourceArea> scroll = new VirtualizedScrollPane<>(area);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
    }

    /// Shows the session, while it is seen.
    public void render(Session session) {
        Opened now = session.opened();
        if (!isVisible() || now == null) {
            return;
        }
        List<String> names = names(now, session.undo().present().texts());
        if (!names.equals(files.getItems())) {
            files.getItems().setAll(names);
        }
        boolean moved = !Objects.equals(selected, session.selected());
        String wanted = moved
                ? source(now, session.selected()).map(SourceLocation::file).orElse(file)
                : file;
        if (!names.contains(wanted)) {
            wanted = names.isEmpty() ? "" : names.getFirst();
        }
        if (!wanted.equals(file) || !now.equals(opened)) {
            show(wanted, session);
        }
        locked.setVisible(session.editing().readOnly().contains(file));
        if (moved) {
            selected = session.selected();
            mark(!area.isFocused());
        }
    }

    /// The descriptors, and after them the workspace where it says anything.
    private static List<String> names(Opened opened, Texts texts) {
        Set<String> sources = opened.loaded().sources().stream()
                .map(source -> source.text().file())
                .collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        texts.contents().forEach((file, content) -> {
            if (sources.contains(file)) {
                names.add(file);
            } else if (!content.isEmpty()) {
                beside.add(file);
            }
        });
        names.addAll(beside);
        return names;
    }

    private void show(String wanted, Session session) {
        boolean another = !wanted.equals(file);
        file = wanted;
        opened = session.opened();
        String content = session.undo().present().texts().contents().getOrDefault(file, "");
        if (waiting == null || another) {
            shown = new TypedText(content);
            area.show(shown.shown(), another);
        }
        if (opened != null) {
            stated = Stated.of(opened.topology(), file, shown.shown());
        }
        files.setValue(file);
        mark(another);
    }

    private void mark(boolean reveal) {
        area.mark(stated.of(selected).orElse(null), reveal);
    }

    private void typed() {
        if (waiting != null) {
            waiting.run();
        }
        waiting = later.apply(REST, this::flush);
    }

    /// What is written becomes an edit.
    private void flush() {
        if (waiting == null) {
            return;
        }
        waiting.run();
        waiting = null;
        String content = shown.typed(area.getText());
        shown = new TypedText(content);
        performer.dispatch().accept(new Edit.ChangeText(file, content));
    }

    /// The caret was moved by hand.
    private void moved(int line) {
        if (waiting == null) {
            stated.at(line)
                    .filter(node -> !node.equals(selected))
                    .ifPresent(node -> performer.dispatch().accept(new Action.Select(node)));
        }
    }

    private void undo(boolean back) {
        flush();
        performer.perform(UiActions.of(back ? "undo" : "redo"));
    }

    private static Optional<SourceLocation> source(Opened opened, @Nullable NodeId node) {
        if (node == null) {
            return Optional.empty();
        }
        return switch (node.of()) {
            case SERVICE -> opened.topology().service(node.id()).map(service -> service.source());
            case BOUNDARY -> opened.topology().boundary(node.id()).map(boundary -> boundary.source());
            case MISSING -> Optional.empty();
        };
    }
}
