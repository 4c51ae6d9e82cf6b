package dev.orrery.importer.mutant;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names for other names, wherever one stands as a word of its own.
record Renaming(Map<String, String> names, Pattern words) implements UnaryOperator<String> {
    static Renaming of(Collection<String> names, UnaryOperator<String> to) {
        Map<String, String> renamed = new LinkedHashMap<>();
        names.stream().sorted().forEach(name -> renamed.put(name, to.apply(name)));
        return of(renamed);
    }

    static Renaming of(Map<String, String> names) {
        // The longest first, so that no name is taken for the beginning of another.
        String any = names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return new Renaming(names, Pattern.compile("(?<![\\p{Alnum}_-])(?:" + any + ")(?![\\p{Alnum}_-])"));
    }

    @Override
    public String apply(String text) {
        return words.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
    }

    List<String> apply(List<String> texts) {
        return texts.stream().map(this).sorted().toList();
    }
}
