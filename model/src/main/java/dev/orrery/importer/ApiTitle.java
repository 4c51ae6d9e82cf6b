package dev.orrery.importer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the description of an interface calls the service behind it: `Catalog API` is the service `catalog`.
///
/// @param name the title as written; where it says nothing, the folder that the file lies in, or else the file
/// @param aliases other names that the same service is likely to have elsewhere
public record ApiTitle(String name, Set<String> aliases) {
    /// What generators write where nobody gave a title.
    private static final Set<String> EMPTY =
            Set.of("openapi definition", "api documentation", "openapi", "swagger", "asyncapi", "api", "fastapi");

    /// Words at the end of a title that tell what is described, not who provides it.
    private static final Set<String> TAIL = Set.of(
            "api",
            "apis",
            "rest",
            "http",
            "service",
            "microservice",
            "openapi",
            "swagger",
            "asyncapi",
            "definition",
            "specification",
            "spec",
            "-",
            "–");

    /// Folders that say how a project is laid out, not what it is.
    private static final Set<String> LAYOUT = Set.of(
            "src",
            "main",
            "resources",
            "static",
            "public",
            "assets",
            "doc",
            "docs",
            "api",
            "apis",
            "api-docs",
            "openapi",
            "swagger",
            "asyncapi",
            "spec",
            "specs",
            "schema",
            "schemas",
            "contract",
            "contracts",
            "config");

    private static final Set<String> STEMS = Set.of("openapi", "swagger", "asyncapi", "api", "api-docs");
    private static final Pattern VERSION = Pattern.compile("\\(?(?:v\\d[\\d.]*|\\d+\\.[\\d.]*)\\)?");
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 200;

    public ApiTitle {
        aliases = Set.copyOf(aliases);
    }

    /// @param title as written; null where there is none
    /// @param file that it is written in, relative to the root, with `/`
    public static ApiTitle of(@Nullable String title, String file) {
        String written = title == null ? "" : title.strip();
        String place = place(file);
        if (written.isEmpty() || EMPTY.contains(written.toLowerCase(Locale.ROOT))) {
            return named(place, Set.of());
        }
        return named(written, STEMS.contains(stem(file)) && !place.equals(stem(file)) ? Set.of(place) : Set.of());
    }

    private static ApiTitle named(String name, Set<String> more) {
        Set<String> aliases = new LinkedHashSet<>(more);
        if (name.length() <= LONGEST) {
            String bare = bare(name);
            if (!TAIL.contains(bare.toLowerCase(Locale.ROOT))) {
                aliases.add(bare);
                aliases.add(slug(bare));
            }
            aliases.add(slug(name));
        }
        aliases.remove(name);
        aliases.remove("");
        return new ApiTitle(name, aliases);
    }

    private static String bare(String name) {
        List<String> words = new ArrayList<>(List.of(WHITE.split(name)));
        while (words.size() > 1 && isTail(words.getLast())) {
            words.removeLast();
        }
        return String.join(" ", words);
    }

    private static boolean isTail(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return TAIL.contains(lower) || VERSION.matcher(lower).matches();
    }

    private static String slug(String name) {
        String dashed = GAP.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        int from = dashed.startsWith("-") ? 1 : 0;
        return dashed.substring(from, Math.max(from, dashed.length() - (dashed.endsWith("-") ? 1 : 0)));
    }

    /// The nearest folder that is not only layout; the file itself where there is none.
    private static String place(String file) {
        List<String> folders = List.of(file.split("/", -1)).reversed();
        return folders.stream()
                .skip(1)
                .filter(folder -> !folder.isBlank()
                        && !folder.startsWith(".")
                        && !LAYOUT.contains(folder.toLowerCase(Locale.ROOT))
                        && !VERSION.matcher(folder).matches())
                .findFirst()
                .orElse(stem(file));
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
