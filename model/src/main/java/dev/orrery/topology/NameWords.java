package dev.orrery.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words that a name is made of.
public final class NameWords {
    private static final Set<String> EMPTY = Set.of("service", "svc", "server", "app", "api", "the");
    private static final Pattern BREAK =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private NameWords() {}

    /// Those that mean something, in lower case, without what stands before the last slash or colon: of
    /// `component:default/cartService2` these are `cart` and `2`. All of them, where none means anything.
    public static List<String> of(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
        List<String> words = new ArrayList<>();
        for (String part : BREAK.split(bare.isEmpty() ? name : bare)) {
            if (!part.isEmpty()) {
                words.add(part.toLowerCase(Locale.ROOT));
            }
        }
        List<String> telling =
                words.stream().filter(word -> !EMPTY.contains(word)).toList();
        return telling.isEmpty() ? List.copyOf(words) : telling;
    }
}
