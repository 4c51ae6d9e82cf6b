package dev.orrery.query;

import dev.orrery.health.Health;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;

/// One way to go on with what is being typed.
///
/// @param from where it takes the place of what is typed, from 0
/// @param to after the last character that it replaces
/// @param text that it puts there
/// @param label as it is offered
/// @param note what it means, or how many services have it; may be empty
public record Completion(int from, int to, String text, String label, String note) {
    /// No more are offered at a time.
    public static final int MOST = 10;

    /// What the typed text would be.
    public String in(String typed) {
        return typed.substring(0, from) + text + typed.substring(to);
    }

    /// Where one would go on typing.
    public int caret() {
        return from + text.length();
    }

    /// Ways to go on at a caret, those that begin as what is typed first: after a key its values, otherwise keys,
    /// states and then whatever has that name.
    public static List<Completion> at(String typed, int caret, Vocabulary known) {
        int place = Math.clamp(caret, 0, typed.length());
        for (Word word : Word.of(typed)) {
            if (word.from() <= place && place <= word.to()) {
                return in(word, place, known);
            }
        }
        return keys("", place, place).limit(MOST).toList();
    }

    private static List<Completion> in(Word word, int caret, Vocabulary known) {
        Word.Part written = word.key();
        Word.Part part = word.values().stream()
                .filter(one -> one.from() <= caret && caret <= one.to())
                .findFirst()
                .orElse(null);
        if (part == null) {
            return List.of();
        }
        if (written != null) {
            List<String> said = word.values().stream()
                    .filter(one -> one.from() != part.from())
                    .map(one -> one.text().toLowerCase(Locale.ROOT))
                    .toList();
            return Key.of(written.text()).stream()
                    .flatMap(key -> values(key, part, known, ""))
                    .filter(one -> !said.contains(one.label().toLowerCase(Locale.ROOT)))
                    .limit(MOST)
                    .toList();
        }
        String plain = part.text().toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return keys("", part.from(), part.to()).limit(MOST).toList();
        }
        List<Completion> all = new ArrayList<>();
        if (word.values().size() == 1) {
            keys(plain, part.from(), part.to()).forEach(all::add);
        }
        states(plain, part).forEach(all::add);
        for (Key key : List.of(Key.OWNER, Key.TAG, Key.KIND, Key.BOUNDARY, Key.TECHNOLOGY)) {
            if (word.values().size() == 1) {
                values(key, part, known, key.word() + ":")
                        .filter(one -> one.label().toLowerCase(Locale.ROOT).startsWith(key.word() + ":" + plain))
                        .forEach(all::add);
            }
        }
        values(Key.TEXT, part, known, "").forEach(all::add);
        return all.stream()
                .filter(one -> !one.text().strip().equalsIgnoreCase(part.text()))
                .limit(MOST)
                .toList();
    }

    private static Stream<Completion> keys(String prefix, int from, int to) {
        return Key.written()
                .filter(key -> key.word().startsWith(prefix))
                .map(key -> new Completion(
                        from, to, key.word() + ":", key.word() + ":", Messages.of("query.key." + key.word())));
    }

    private static Stream<Completion> states(String prefix, Word.Part part) {
        return Arrays.stream(Health.values())
                .map(Key::word)
                .filter(state -> state.startsWith(prefix))
                .map(state ->
                        new Completion(part.from(), part.to(), state + " ", state, Messages.of("query.key.health")));
    }

    /// Those that begin as typed, then those that have it in them, each in its order.
    private static Stream<Completion> values(Key key, Word.Part part, Vocabulary known, String before) {
        String plain = part.text().toLowerCase(Locale.ROOT);
        SortedMap<String, Integer> counts = known.of(key);
        List<String> all = key.words().isEmpty() ? List.copyOf(counts.keySet()) : key.words();
        Stream<String> begun =
                all.stream().filter(value -> value.toLowerCase(Locale.ROOT).startsWith(plain));
        Stream<String> within = plain.isEmpty()
                ? Stream.empty()
                : all.stream().filter(value -> value.toLowerCase(Locale.ROOT).indexOf(plain) > 0);
        return Stream.concat(begun, within)
                .map(value -> new Completion(
                        part.from(),
                        part.to(),
                        before + Term.quoted(key, value) + " ",
                        before + value,
                        note(key, counts.getOrDefault(value, 0))));
    }

    private static String note(Key key, int count) {
        if (key == Key.TEXT || key.namesServices() || count == 0) {
            return "";
        }
        return count == 1 ? Messages.of("card.services.one") : Messages.of("card.services", Integer.toString(count));
    }
}
