package dev.orrery.app.tour;

import dev.orrery.app.action.Performer;
import dev.orrery.guide.Guide;
import dev.orrery.guide.GuideEdit;
import dev.orrery.guide.NamedView;
import dev.orrery.session.Edit;
import dev.orrery.text.Messages;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// The name and the text of a named view: of what is seen now, or of one that is kept.
public final class ViewForm extends WordsForm {
    private final TextField name = new TextField();
    private final Performer performer;
    private final Optional<NamedView> known;
    private final Function<NamedView, NamedView> seen;

    /// @param known the view of which the words are changed; empty for a new one
    /// @param seen gives what is seen to the words of a view
    /// @param close closes the sheet
    public ViewForm(
            Optional<NamedView> known, Function<NamedView, NamedView> seen, Performer performer, Runnable close) {
        super("view", known.map(NamedView::text).orElse(""), "tour.view.keep", close);
        this.known = known;
        this.seen = seen;
        this.performer = performer;
        name.setId("view-name");
        name.setPromptText(Messages.of("tour.view.name"));
        name.setAccessibleText(Messages.of("tour.view.name"));
        name.setText(known.map(NamedView::name).orElse(""));
        name.textProperty().subscribe(() -> check());
        name.setOnAction(_ -> enter());
        words.setPromptText(Messages.of("tour.view.text"));
        getChildren().addFirst(name);
        check();
    }

    @Override
    public Node first() {
        return name;
    }

    @Override
    String wrong() {
        // Asked once before there is a name.
        String wanted = name == null ? "" : name.getText().strip();
        if (wanted.isEmpty()) {
            return Messages.of("tour.view.unnamed");
        }
        Guide guide = performer.session().get().keptArrangement().guide();
        boolean own = known.map(NamedView::name).filter(wanted::equals).isPresent();
        return !own && guide.view(wanted).isPresent() ? Messages.of("tour.view.taken", wanted) : "";
    }

    @Override
    void submit() {
        String wanted = name.getText().strip();
        GuideEdit edit = known.<GuideEdit>map(view -> new GuideEdit.ReplaceView(view.name(), view.said(wanted, text())))
                .orElseGet(() -> new GuideEdit.AddView(seen.apply(NamedView.plain(wanted, text()))));
        performer.dispatch().accept(new Edit.ChangeGuide(edit));
    }
}
