package dev.orrery.guide;

import dev.orrery.graph.NodeId;
import dev.orrery.query.Expression;
import dev.orrery.query.ExpressionReader;
import dev.orrery.query.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Notes and named views of one topology.
///
/// @param about a note about the whole; empty for none
/// @param notes by what they are pinned to; none is empty
/// @param views in the order of the tour, each under another name
public record Guide(String about, SortedMap<NodeId, String> notes, List<NamedView> views) {
    public static final Guide NONE = new Guide("", new TreeMap<>(), List.of());

    public Guide {
        about = about.strip();
        TreeMap<NodeId, String> said = new TreeMap<>();
        notes.forEach((node, text) -> {
            if (!text.isBlank()) {
                said.put(node, text.strip());
            }
        });
        notes = Collections.unmodifiableSortedMap(said);
        views = List.copyOf(views);
        if (views.stream().map(NamedView::name).distinct().count() < views.size()) {
            throw new IllegalArgumentException("two views of one name");
        }
    }

    /// The note about a service or boundary, or about the whole; empty for none.
    ///
    /// @param on null for the whole
    public String note(@Nullable NodeId on) {
        return on == null ? about : notes.getOrDefault(on, "");
    }

    public Optional<NamedView> view(String name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /// @param on null for the whole
    /// @param text empty to take the note away
    Guide withNote(@Nullable NodeId on, String text) {
        if (on == null) {
            return new Guide(text, notes, views);
        }
        TreeMap<NodeId, String> more = new TreeMap<>(notes);
        more.put(on, text);
        return new Guide(about, more, views);
    }

    Guide withViews(List<NamedView> others) {
        return new Guide(about, notes, others);
    }

    /// The same where a service or boundary has another id; filters that name it follow.
    public Guide renamed(NodeId before, NodeId after) {
        TreeMap<NodeId, String> moved = new TreeMap<>(notes);
        String note = moved.remove(before);
        if (note != null) {
            moved.put(after, note);
        }
        UnaryOperator<NodeId> names = node -> node.equals(before) ? after : node;
        List<NamedView> followed = new ArrayList<>();
        views.forEach(view -> followed.add(view.renamed(names, filter -> renamed(filter, before, after))));
        return new Guide(about, moved, followed);
    }

    private static String renamed(String filter, NodeId before, NodeId after) {
        Expression read = ExpressionReader.read(filter).expression();
        List<Term> terms = read.terms().stream()
                .map(term -> names(term, before.of())
                        ? new Term(
                                term.key(),
                                term.values().stream()
                                        .map(value -> value.equals(before.id()) ? after.id() : value)
                                        .toList(),
                                term.negated())
                        : term)
                .toList();
        Expression next = new Expression(terms);
        return next.equals(read) ? filter : next.text();
    }

    private static boolean names(Term term, NodeId.Of of) {
        return switch (of) {
            case SERVICE, MISSING -> term.key().namesServices();
            case BOUNDARY -> term.key() == dev.orrery.query.Key.BOUNDARY;
        };
    }
}
