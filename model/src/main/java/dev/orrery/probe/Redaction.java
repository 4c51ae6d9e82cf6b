package dev.orrery.probe;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.text.Untrusted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of what came back, in every spelling in which a server is likely to repeat them: as they are, in
/// Base64, in a URL, in hexadecimal, and what stands inside of `Bearer …` and `Basic …`; with any of their characters
/// escaped as JSON, HTML and URLs escape them.
///
/// A value of fewer than four characters is not looked for: it would be found everywhere.
public final class Redaction {
    public static final Redaction NOTHING = new Redaction(List.of());
    private static final String MASK = "•••";
    private static final int SHORTEST = 4;
    /// An ellipsis, and the beginning of an escape that it took the end of.
    private static final Pattern CUT_ESCAPE =
            Pattern.compile("(\\\\(u[0-9a-fA-F]{0,3})?|%[0-9a-fA-F]?|&[#a-zA-Z0-9]{0,6})?…$");

    /// Longest first, so that no part is replaced before the whole.
    private final List<String> spellings;

    /// The same as they read once all escapes are undone: a secret may have in it what looks like one.
    private final List<String> undone;

    private Redaction(Collection<String> spellings) {
        this.spellings = longestFirst(spellings.stream());
        this.undone = longestFirst(spellings.stream()
                .map(spelling -> Unescaped.of(spelling).text())
                .filter(spelling -> spelling.length() >= SHORTEST));
    }

    private static List<String> longestFirst(Stream<String> spellings) {
        return spellings
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    public static Redaction of(Collection<Secret> secrets) {
        if (secrets.isEmpty()) {
            return NOTHING;
        }
        NavigableSet<String> spellings = new TreeSet<>();
        for (Secret secret : secrets) {
            addParts(secret.reveal(), spellings);
        }
        return new Redaction(spellings);
    }

    /// The text without the secrets. Characters that are left out where text is shown do not hide one.
    public String clean(String text) {
        if (spellings.isEmpty()) {
            return text;
        }
        String clean = masked(text);
        String shown = Untrusted.lines(clean);
        if (shown.length() != clean.length()) {
            String cleaner = masked(shown);
            clean = cleaner.equals(shown) ? clean : cleaner;
        }
        return withoutCutSecret(clean);
    }

    /// The observation without the secrets, in no part of it.
    public Observation clean(Observation observation) {
        if (spellings.isEmpty()) {
            return observation;
        }
        Reason reason = new Reason(
                observation.reason().code(),
                observation.reason().arguments().stream().map(this::clean).toList());
        return new Observation(
                observation.check(),
                observation.at(),
                observation.steady(),
                observation.epoch(),
                observation.took(),
                observation.verdict(),
                reason,
                observation.httpStatus(),
                observation.format(),
                observation.components().stream().map(this::clean).toList(),
                cleanOrNull(observation.body()),
                observation.retryAfter(),
                observation.certificate(),
                observation.sampled());
    }

    private ComponentHealth clean(ComponentHealth part) {
        return new ComponentHealth(
                clean(part.name()),
                part.health(),
                cleanOrNull(part.detail()),
                part.parts().stream().map(this::clean).toList());
    }

    private @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    private String masked(String text) {
        String masked = text;
        for (String spelling : spellings) {
            masked = masked.replace(spelling, MASK);
        }
        return maskedBehindEscapes(masked);
    }

    private String maskedBehindEscapes(String text) {
        Unescaped read = Unescaped.of(text);
        if (read.text().length() == text.length()) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int at = 0; at < read.text().length(); at++) {
            int length = longestAt(read.text(), at);
            if (length > 0) {
                masked.append(text, done, read.start(at)).append(MASK);
                at += length - 1;
                done = read.start(at + 1);
            }
        }
        return masked.append(text, done, text.length()).toString();
    }

    private int longestAt(String text, int at) {
        for (String spelling : undone) {
            if (text.startsWith(spelling, at)) {
                return spelling.length();
            }
        }
        return 0;
    }

    /// Long text is cut with an ellipsis, which may leave the beginning of a secret at its end.
    private String withoutCutSecret(String text) {
        if (!text.endsWith("…")) {
            return text;
        }
        Unescaped read = Unescaped.of(CUT_ESCAPE.matcher(text).replaceFirst(""));
        int end = read.text().length();
        for (String spelling : undone) {
            for (int length = Math.min(spelling.length(), end); length >= SHORTEST; length--) {
                if (read.text().startsWith(spelling.substring(0, length), end - length)) {
                    return text.substring(0, read.start(end - length)) + MASK + "…";
                }
            }
        }
        return text;
    }

    private static void addParts(String value, NavigableSet<String> spellings) {
        addSpellings(value, spellings);
        int space = value.indexOf(' ');
        String inside = space < 0 ? value : value.substring(space + 1).strip();
        if (space >= 0) {
            addSpellings(inside, spellings);
        }
        if (value.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                String pair = new String(Base64.getDecoder().decode(inside), StandardCharsets.UTF_8);
                addSpellings(pair, spellings);
                addSpellings(pair.substring(pair.indexOf(':') + 1), spellings);
            } catch (IllegalArgumentException notBase64) {
                // then there is nothing inside
            }
        }
    }

    private static void addSpellings(String value, NavigableSet<String> spellings) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String inUrl = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        String spaced = inUrl.replace("+", "%20");
        for (String spelling : List.of(
                value,
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                inUrl,
                inUrl.toLowerCase(Locale.ROOT),
                spaced,
                spaced.toLowerCase(Locale.ROOT),
                hex,
                hex.toUpperCase(Locale.ROOT))) {
            if (value.length() >= SHORTEST) {
                spellings.add(spelling);
            }
        }
    }
}
