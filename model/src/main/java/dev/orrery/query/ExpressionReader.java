package dev.orrery.query;

import dev.orrery.descriptor.Spelling;
import dev.orrery.query.Word.Part;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Understands what somebody typed, as far as it can be understood; never fails.
///
/// Words stand between spaces and all have to hold. A word is `key:value`, or without a key a state of health or words
/// to look for. Commas part values of which one is enough, `!` or `-` before a word turns it round, and quotes
/// hold spaces, commas and words that would mean something.
public final class ExpressionReader {
    private final @Nullable Vocabulary known;
    private final List<Term> terms = new ArrayList<>();
    private final List<QueryProblem> problems = new ArrayList<>();

    private ExpressionReader(@Nullable Vocabulary known) {
        this.known = known;
    }

    /// Whatever the topology is.
    public static Reading read(String typed) {
        return new ExpressionReader(null).reading(typed);
    }

    /// As above; a value that nothing in the topology has is a problem too, though it holds (of nobody).
    public static Reading read(String typed, Vocabulary known) {
        return new ExpressionReader(known).reading(typed);
    }

    private Reading reading(String typed) {
        Word.of(typed).forEach(this::add);
        problems.sort(Comparator.comparingInt(QueryProblem::from).thenComparingInt(QueryProblem::to));
        return new Reading(new Expression(terms), problems);
    }

    private void add(Word word) {
        List<Part> said =
                word.values().stream().filter(part -> !part.text().isBlank()).toList();
        said.stream().filter(part -> !part.closed()).forEach(part -> problem(part, Messages.of("query.quote-open")));
        Optional<Key> key = key(word, said);
        if (key.isEmpty()) {
            return;
        }
        if (said.isEmpty()) {
            String what = word.key() == null ? "" : key.get().word();
            problems.add(new QueryProblem(
                    word.from(),
                    word.to(),
                    what.isEmpty() ? Messages.of("query.nothing") : Messages.of("query.no-value", what)));
            return;
        }
        List<String> values = new ArrayList<>();
        for (Part part : said) {
            value(key.get(), part).ifPresent(values::add);
        }
        if (!values.isEmpty()) {
            terms.add(new Term(key.get(), values, word.negated()));
        }
    }

    private Optional<Key> key(Word word, List<Part> said) {
        Part written = word.key();
        if (written == null) {
            boolean states =
                    !said.isEmpty() && said.stream().allMatch(part -> !part.quoted() && Term.isState(part.text()));
            return Optional.of(states ? Key.HEALTH : Key.TEXT);
        }
        Optional<Key> key = Key.of(written.text());
        if (key.isEmpty()) {
            Optional<String> meant = Spelling.nearest(
                    written.text(), Key.written().map(Key::word).toList());
            problem(
                    written,
                    meant.map(near -> Messages.of("query.misspelt-key", written.text(), near))
                            .orElseGet(() -> Messages.of("query.unknown-key", written.text())));
        }
        return key;
    }

    /// Of a few possible values only one of those counts; of others any, for files may change.
    private Optional<String> value(Key key, Part part) {
        List<String> possible = key.words();
        if (possible.isEmpty()) {
            if (known != null && !known.has(key, part.text())) {
                problem(part, unknown(key, part.text(), known.nearest(key, part.text())));
            }
            return Optional.of(part.text());
        }
        String plain = part.text().toLowerCase(Locale.ROOT);
        if (possible.contains(plain)) {
            return Optional.of(plain);
        }
        problem(part, unknown(key, part.text(), Spelling.nearest(part.text(), possible)));
        return Optional.empty();
    }

    private static String unknown(Key key, String value, Optional<String> near) {
        String what = key.namesServices() ? "query.unknown-service" : "query.unknown-value";
        String words = key.namesServices() ? Messages.of(what, value) : Messages.of(what, key.word(), value);
        return near.map(meant -> Messages.of("query.did-you-mean", words, meant))
                .orElse(words);
    }

    private void problem(Part part, String words) {
        problems.add(new QueryProblem(part.from(), part.to(), words));
    }
}
