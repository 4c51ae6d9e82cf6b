package dev.orrery.descriptor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a stated technology is made with, without its version: enough to tell PostgreSQL from MySQL.
final class Product {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}+#]+");
    private static final Map<String, String> ALSO_CALLED =
            Map.of("postgresql", "postgres", "mongodb", "mongo", "golang", "go", "nodejs", "node");
    /// Say how something is packed, not what it is.
    private static final Set<String> OF_PACKING =
            Set.of("alpine", "slim", "server", "service", "image", "docker", "oss", "ce", "cp", "v", "latest", "app");

    private Product() {}

    /// Null where nothing is stated, or only a variable.
    static @Nullable String of(@Nullable String technology) {
        if (technology == null || technology.contains("$")) {
            return null;
        }
        String first = technology.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
        String product = first.contains(" ") ? first : lastOfImage(first);
        String words = Arrays.stream(NOT_A_WORD.split(product, -1))
                .filter(word -> !word.isEmpty() && !OF_PACKING.contains(word))
                .map(word -> ALSO_CALLED.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? null : words;
    }

    private static String lastOfImage(String image) {
        String named = image.split("@", 2)[0];
        return named.substring(named.lastIndexOf('/') + 1).split(":", 2)[0];
    }
}
