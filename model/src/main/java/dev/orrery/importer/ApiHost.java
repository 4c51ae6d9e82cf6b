package dev.orrery.importer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The host that the URL of an interface names.
public final class ApiHost {
    private static final Pattern URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,40}://(?:[^/@?#]{0,500}@)?([^/?#:@{}\\s]{1,253})(?:[:/?#].*)?");
    private static final Pattern OWN = Pattern.compile("localhost|127\\..*|0\\.0\\.0\\.0|host\\.docker\\.internal");

    private ApiHost() {}

    /// In lower case, without its port; empty for this computer, and where the URL names none or leaves it open.
    public static Optional<String> of(String url) {
        if (url.length() > 2_000) {
            return Optional.empty();
        }
        Matcher parts = URL.matcher(url.strip());
        return parts.matches()
                ? Optional.of(parts.group(1).toLowerCase(Locale.ROOT))
                        .filter(host -> !OWN.matcher(host).matches())
                : Optional.empty();
    }
}
