package dev.orrery.importer;

import dev.orrery.topology.ServiceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What sort of unit a modeller's own word for a kind of element means: `mobileApp`, `external-system` and `Database`
/// are words that nobody has agreed upon and everybody understands.
public final class KindWords {
    private static final Set<String> PEOPLE =
            Set.of("actor", "person", "user", "customer", "people", "persona", "stakeholder");

    /// Tried from the first to the last: an external database is external.
    private static final Map<ServiceKind, Set<String>> WORDS = words();

    private static final Pattern BORDER = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final int LONGEST = 100;

    private KindWords() {}

    private static Map<ServiceKind, Set<String>> words() {
        Map<ServiceKind, Set<String>> words = new LinkedHashMap<>();
        words.put(ServiceKind.EXTERNAL, Set.of("external", "ext", "thirdparty", "saas"));
        words.put(
                ServiceKind.DATABASE,
                Set.of("database", "db", "datastore", "storage", "cylinder", "bucket", "warehouse", "ldap"));
        words.put(ServiceKind.CACHE, Set.of("cache"));
        words.put(ServiceKind.QUEUE, Set.of("queue", "topic", "broker", "bus", "pipe", "messaging"));
        words.put(ServiceKind.GATEWAY, Set.of("gateway", "loadbalancer", "balancer", "proxy", "ingress"));
        words.put(
                ServiceKind.WEB,
                Set.of(
                        "web",
                        "webapp",
                        "webapplication",
                        "webclient",
                        "website",
                        "browser",
                        "spa",
                        "mobile",
                        "frontend",
                        "ui"));
        words.put(ServiceKind.JOB, Set.of("job", "batch", "cron", "cronjob", "lambda"));
        words.put(ServiceKind.WORKER, Set.of("worker", "daemon", "consumer"));
        return words;
    }

    /// The kind that a word for elements means; empty where it means no special one.
    public static Optional<ServiceKind> kindOf(String word) {
        List<String> parts = parts(word);
        return WORDS.entrySet().stream()
                .filter(entry -> parts.stream().anyMatch(entry.getValue()::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Whether a word for elements means people, who are no services.
    public static boolean isPeople(String word) {
        List<String> parts = parts(word);
        // `Actor_Staff` is an actor, and `mobileUser` a user; a `userService` is neither.
        return !parts.isEmpty()
                && (PEOPLE.contains(parts.getLast())
                        || parts.getFirst().equals("actor")
                        || parts.getFirst().equals("person"));
    }

    private static List<String> parts(String word) {
        String bounded = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        return BORDER.splitAsStream(bounded)
                .filter(part -> !part.isEmpty())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
    }
}
