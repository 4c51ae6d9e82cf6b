package dev.orrery.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Which services are meant: those of which all terms hold.
///
/// @param terms in written order; none means every service
public record Expression(List<Term> terms) {
    public static final Expression EVERYTHING = new Expression(List.of());

    public Expression {
        terms = List.copyOf(terms);
    }

    public boolean isEverything() {
        return terms.isEmpty();
    }

    /// As it is written in canonical form; read again it is equal to this.
    public String text() {
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    /// Whether all of it holds only of services that have this value.
    public boolean chooses(Term term) {
        return terms.stream().anyMatch(one -> one.equals(term) || holds(one, term));
    }

    /// With a choice more: one more value of a key that is chosen by already, else one more term; what was said of the
    /// same key in the negative gives way. Where it is there already, without it.
    public Expression toggled(Term term) {
        List<Term> next = new ArrayList<>();
        boolean done = false;
        for (Term one : terms) {
            if (one.equals(term)) {
                done = true;
            } else if (one.key() != term.key()) {
                next.add(one);
            } else if (holds(one, term)) {
                List<String> others = new ArrayList<>(one.values());
                others.removeAll(term.values());
                next.add(new Term(one.key(), others, false));
                done = true;
            } else if (one.negated() == term.negated()) {
                next.add(one.negated() || done ? one : more(one, term));
                done |= !one.negated();
            }
        }
        if (!done) {
            next.add(term);
        }
        return new Expression(next);
    }

    private static Term more(Term one, Term term) {
        List<String> both = new ArrayList<>(one.values());
        both.addAll(term.values());
        return new Term(one.key(), both, false);
    }

    private static boolean holds(Term one, Term term) {
        return one.key() == term.key()
                && !one.negated()
                && !term.negated()
                && one.values().size() > term.values().size()
                && one.values().containsAll(term.values());
    }
}
