package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks the URL of a health check as far as can be done without asking it.
///
/// `java.net.URI` is not asked because it refuses underscores in host names, which container networks have.
public final class EndpointUrl {
    private static final Set<String> SCHEMES = Set.of("http", "https", "grpc", "grpcs", "tcp", "tls", "dns");
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:([^/?#@]*)@)?(\\[[0-9A-Fa-f:.]+]|[^/?#@:\\[\\]]*)"
                    + "(?::([^/?#]*))?([/?#].*)?");
    private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cntrl}\\\\<>\"{}]");

    private EndpointUrl() {}

    /// Whether the URL can be asked; reports why not.
    public static boolean isUsable(Value.Scalar url, Binding binding) {
        Matcher parts = FORM.matcher(url.text());
        if (UNFIT.matcher(url.text()).find()
                || !parts.matches()
                || parts.group(3).isEmpty()) {
            return refuse("bad-url", url, binding, url.text());
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String port = parts.group(4);
        if (!SCHEMES.contains(scheme)) {
            return refuse("bad-url-scheme", url, binding, parts.group(1));
        }
        if (parts.group(2) != null) {
            return refuse("url-with-password", url, binding);
        }
        if (port == null ? scheme.equals("tcp") || scheme.startsWith("grpc") : !isPort(port)) {
            return port == null
                    ? refuse("url-without-port", url, binding, url.text())
                    : refuse("bad-port", url, binding, port);
        }
        return true;
    }

    /// Whether a text is a port that something can listen on: 1 to 65535.
    public static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= HIGHEST_PORT;
    }

    private static boolean refuse(String code, Value.Scalar url, Binding binding, String... arguments) {
        binding.report(Problem.error(code, url.source(), arguments));
        return false;
    }
}
