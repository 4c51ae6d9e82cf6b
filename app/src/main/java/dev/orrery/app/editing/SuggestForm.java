package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.suggestion.Closeness;
import dev.orrery.suggestion.CoChange;
import dev.orrery.suggestion.Couple;
import dev.orrery.suggestion.PutTogether;
import dev.orrery.suggestion.Suggestion;
import dev.orrery.suggestion.Wishes;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/// Boundaries that a topology could have: as coarse or fine as wished, each with whom it puts together and why. What is
/// taken over is an edit like others.
public final class SuggestForm extends EditForm {
    private static final double ROWS_HEIGHT = 300;
    /// Of a large boundary the pairs are too many to read.
    private static final int MOST_PAIRS = 60;

    private final Topology topology;
    private final Aside aside;
    private final Slider fineness = new Slider(log(Wishes.COARSEST), log(Wishes.FINEST), 0);
    private final Label told = new Label(Messages.of("editing.suggest.reading"));
    private final TreeView<SuggestedRow> tree = new TreeView<>();
    private Wishes wishes = Wishes.NONE;
    private @Nullable Suggestion suggestion;
    private int asked;

    /// Does what takes long, and gives back on the FX thread what came of it.
    public interface Aside {
        <T> void run(Supplier<T> work, Consumer<T> then);
    }

    /// @param coChange what the repository tells, which may take long to read
    public SuggestForm(
            Topology topology, Supplier<CoChange> coChange, Aside aside, Performer performer, Runnable close) {
        super("editing.suggest", performer, close);
        this.topology = topology;
        this.aside = aside;
        getStyleClass().add("suggest-form");
        fineness.setId("suggest-fineness");
        fineness.setBlockIncrement(0.25);
        fineness.setAccessibleText(Messages.of("editing.suggest.fineness"));
        fineness.setDisable(true);
        told.setId("suggest-told");
        tree.setId("suggest-boundaries");
        tree.setShowRoot(false);
        tree.setPrefHeight(ROWS_HEIGHT);
        tree.setContextMenu(menu());
        put("editing.suggest.fineness", fineness);
        put("editing.suggest.boundaries", tree);
        put("editing.suggest.told", told);
        check();
        aside.run(
                () -> {
                    CoChange changes = coChange.get();
                    return new Begun(
                            changes.commits(), Suggestion.of(topology, Closeness.of(topology, changes), wishes));
                },
                this::begin);
    }

    /// @param commits that tell what changes together
    private record Begun(int commits, Suggestion suggestion) {}

    private void begin(Begun begun) {
        told.setText(
                begun.commits() == 0
                        ? Messages.of("editing.suggest.stated")
                        : Messages.of("editing.suggest.log", Integer.toString(begun.commits())));
        suggestion = begun.suggestion();
        fineness.setValue(log(begun.suggestion().resolution()));
        fineness.valueProperty()
                .subscribe((_, value) -> suggest(wishes.atResolution(
                        Math.clamp(Math.pow(2, value.doubleValue()), Wishes.COARSEST, Wishes.FINEST))));
        fineness.setDisable(false);
        fineness.requestFocus();
        show();
    }

    @Override
    public Node first() {
        return fineness;
    }

    @Override
    List<TopologyEdit> edits() {
        return suggestion == null ? List.of() : suggestion.edits();
    }

    /// What is asked later counts.
    private void suggest(Wishes wanted) {
        Suggestion before = suggestion;
        if (before == null) {
            return;
        }
        wishes = wanted;
        int turn = ++asked;
        aside.run(() -> Suggestion.of(topology, before.closeness(), wanted), found -> {
            if (turn == asked) {
                suggestion = found;
                show();
            }
        });
    }

    private void show() {
        Suggestion shown = suggestion;
        if (shown == null) {
            return;
        }
        TreeItem<SuggestedRow> root = new TreeItem<>(new SuggestedRow("", null));
        shown.boundaries().forEach(boundary -> {
            TreeItem<SuggestedRow> item = new TreeItem<>(new SuggestedRow(
                    Messages.of(
                            boundary.isNew() ? "editing.suggest.new" : "editing.suggest.there",
                            boundary.name(),
                            names(boundary.services())),
                    null));
            shown.pairs(boundary).stream()
                    .limit(MOST_PAIRS)
                    .forEach(pair -> item.getChildren().add(new TreeItem<>(row(pair))));
            root.getChildren().add(item);
        });
        tree.setRoot(root);
        check();
    }

    private SuggestedRow row(PutTogether pair) {
        String why = pair.terms().isEmpty()
                ? pair.through() == null
                        ? Messages.of("editing.suggest.indirect")
                        : Messages.of("editing.suggest.through", topology.nameOf(pair.through()))
                : String.join(
                        ", ",
                        pair.terms().stream()
                                .map(weight -> weight.term().words())
                                .toList());
        String both = topology.nameOf(pair.couple().one())
                + ", "
                + topology.nameOf(pair.couple().other());
        return new SuggestedRow(
                Messages.of(pair.isWished() ? "editing.suggest.wished" : "editing.suggest.pair", both, why),
                pair.couple());
    }

    private String names(List<String> services) {
        return String.join(", ", services.stream().map(topology::nameOf).toList());
    }

    private ContextMenu menu() {
        MenuItem together = new MenuItem(Messages.of("editing.suggest.always"));
        together.setId("suggest-always");
        together.setOnAction(_ -> wish(true));
        MenuItem apart = new MenuItem(Messages.of("editing.suggest.never"));
        apart.setId("suggest-never");
        apart.setOnAction(_ -> wish(false));
        ContextMenu menu = new ContextMenu(together, apart);
        menu.setOnShowing(_ -> {
            boolean pair = chosen() != null;
            together.setDisable(!pair);
            apart.setDisable(!pair);
        });
        return menu;
    }

    private void wish(boolean together) {
        Couple couple = chosen();
        if (couple == null) {
            return;
        }
        List<SortedSet<String>> sets = new ArrayList<>(wishes.together());
        TreeSet<Couple> apart = new TreeSet<>(wishes.apart());
        if (together) {
            sets.add(new TreeSet<>(List.of(couple.one(), couple.other())));
            apart.remove(couple);
        } else {
            sets.removeIf(set -> set.containsAll(List.of(couple.one(), couple.other())));
            apart.add(couple);
        }
        suggest(new Wishes(wishes.resolution(), sets, apart));
    }

    private @Nullable Couple chosen() {
        TreeItem<SuggestedRow> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue().couple();
    }

    private static double log(double resolution) {
        return Math.log(resolution) / Math.log(2);
    }
}
