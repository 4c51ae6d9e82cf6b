package dev.orrery.app.settings;

import dev.orrery.app.parts.Icons;
import dev.orrery.persistence.SecretDraft;
import dev.orrery.persistence.SecretEntry;
import dev.orrery.persistence.SecretList;
import dev.orrery.persistence.SecretPlace;
import dev.orrery.persistence.Written;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The user's secrets: each with where its value is and to whom it may go, never the value. One is added, changed or
/// removed at a time.
public final class SecretsPage extends VBox {
    private static final double LIST_HEIGHT = 300;

    private final SecretKeeping keeping;
    private final Label trouble = new Label();
    private final Button add = new Button(Messages.of("secrets.add"), Icons.of("fth-plus"));
    private SecretList.Listed listed = new SecretList.Listed(List.of(), Optional.empty(), false);

    public SecretsPage(SecretKeeping keeping) {
        super(14);
        this.keeping = keeping;
        getStyleClass().add("secrets");
        setId("secrets");
        trouble.setId("secrets-trouble");
        trouble.getStyleClass().add("secrets-trouble");
        trouble.setWrapText(true);
        add.setId("secret-add");
        add.setOnAction(_ -> edit(null));
        refresh(null);
    }

    /// Where the focus is to be at first.
    public Node first() {
        return add;
    }

    /// Reads the list anew and shows it.
    private void refresh(@Nullable String refused) {
        keeping.read(now -> {
            listed = now;
            showList(refused);
        });
    }

    private void showList(@Nullable String refused) {
        String words = refused == null ? listed.trouble().orElse("") : refused;
        trouble.setText(words);
        trouble.setVisible(!words.isEmpty());
        trouble.setManaged(!words.isEmpty());
        VBox rows = new VBox();
        rows.getStyleClass().add("secret-rows");
        listed.entries().forEach(entry -> rows.getChildren().add(row(entry)));
        if (listed.entries().isEmpty() && listed.writable()) {
            Label none = new Label(Messages.of("secrets.none"));
            none.setId("secrets-none");
            none.setWrapText(true);
            rows.getChildren().add(none);
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST_HEIGHT);
        add.setDisable(!listed.writable());
        Label open = hint(Messages.of("secrets.not-encrypted"));
        Label place = hint(Messages.of("secrets.kept-in", keeping.path().toString()));
        getChildren().setAll(trouble, scroll, new HBox(add), new VBox(4, open, place));
        add.requestFocus();
    }

    private Node row(SecretEntry entry) {
        String name = Untrusted.oneLine(entry.name());
        Label title = new Label(name);
        title.getStyleClass().add("secret-name");
        Label facts = hint(facts(entry));
        facts.setId("secret-facts-" + entry.position());
        VBox words = new VBox(2, title, facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("secret-row");
        row.getChildren().addAll(tools(entry, name, row));
        return row;
    }

    private List<Node> tools(SecretEntry entry, String name, HBox row) {
        Button change = Icons.button("fth-edit-2", Messages.of("secrets.edit", name), () -> edit(entry));
        change.setId("secret-edit-" + entry.position());
        change.setDisable(!listed.writable());
        Button remove = Icons.button("fth-trash-2", Messages.of("secrets.remove", name), () -> ask(entry, name, row));
        remove.setId("secret-remove-" + entry.position());
        remove.setDisable(!listed.writable());
        return List.of(change, remove);
    }

    /// A value that is gone cannot be brought back, so removing takes two presses.
    private void ask(SecretEntry entry, String name, HBox row) {
        List<Node> shown = new ArrayList<>(row.getChildren());
        Button really = new Button(Messages.of("secrets.remove", name));
        really.setId("secret-really-remove");
        really.getStyleClass().add("danger");
        really.setMinWidth(USE_PREF_SIZE);
        really.setOnAction(_ -> keeping.remove(entry, this::done));
        Button keep = new Button(Messages.of("secrets.keep"));
        keep.setId("secret-keep");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setOnAction(_ -> {
            row.getChildren().setAll(shown);
            shown.getLast().requestFocus();
        });
        row.getChildren().setAll(shown.getFirst(), keep, really);
        keep.requestFocus();
    }

    private void edit(@Nullable SecretEntry entry) {
        SecretForm form =
                new SecretForm(keeping, listed.entries(), entry, draft -> save(entry, draft), () -> refresh(null));
        getChildren().setAll(form);
        form.firstField().requestFocus();
    }

    private void save(@Nullable SecretEntry entry, SecretDraft draft) {
        keeping.put(entry, draft, this::done);
    }

    private void done(Written written) {
        refresh(written instanceof Written.Refused refused ? refused.why() : null);
    }

    private static String facts(SecretEntry entry) {
        String where = switch (entry.place()) {
            case SecretPlace.Variable(String variable) -> Messages.of("secrets.facts.variable", variable);
            case SecretPlace.InFile(String path) -> Messages.of("secrets.facts.file", path);
            case SecretPlace.Stated() -> Messages.of("secrets.facts.value");
            case SecretPlace.Nowhere() -> Messages.of("secrets.facts.nowhere");
        };
        String whom =
                entry.origins().isEmpty() ? Messages.of("secrets.facts.nobody") : String.join(", ", entry.origins());
        return Untrusted.oneLine(Messages.of("secrets.facts", where, whom));
    }

    private static Label hint(String words) {
        Label hint = new Label(words);
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        return hint;
    }
}
