package dev.orrery.comparison;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.Locale;

/// What makes two of different ids one.
///
/// @param share how far it holds, from 0 to 1
/// @param of what agrees: neighbours or members by their ids in the later topology, fields by their words; empty for a
///     name
public record Agreement(Term term, double share, List<String> of) {
    /// What can agree.
    public enum Term {
        /// One is known by the id of the other.
        ALIAS,
        /// The names are alike.
        NAME,
        /// They need the same, and the same need them.
        NEIGHBOURS,
        /// They hold the same.
        MEMBERS,
        /// What is stated of them agrees: owner, technology, addresses, data sets and the like.
        STATED;

        /// The word in answers: the name in lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Agreement {
        of = List.copyOf(of);
    }

    /// For people, as in `neighbours 100 % (payments, users)`.
    public String words() {
        String share = Long.toString(Math.round(100 * this.share));
        return of.isEmpty()
                ? Messages.of("comparison.agreement." + term.word(), share)
                : Messages.of("comparison.agreement." + term.word() + ".of", share, String.join(", ", ofWords()));
    }

    private List<String> ofWords() {
        return term == Term.STATED
                ? of.stream()
                        .map(field ->
                                Field.valueOf(field.toUpperCase(Locale.ROOT)).words())
                        .toList()
                : of;
    }
}
