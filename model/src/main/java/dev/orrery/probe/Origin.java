package dev.orrery.probe;

import dev.orrery.topology.Topology;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a URL asks, as far as trust goes: scheme, host and port.
///
/// Two spellings of the same origin are equal: upper case, a trailing dot, an address in hexadecimal, or user names
/// in front of the host make no difference.
///
/// @param scheme in lower case, as in `https`
/// @param host one spelling of each; see [Host]
/// @param port the scheme's own where the URL states none
public record Origin(String scheme, String host, int port) implements Comparable<Origin> {
    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::host).thenComparingInt(Origin::port).thenComparing(Origin::scheme);

    /// The origin of a URL. Empty where it has none: no scheme, no port for a scheme without a usual one, a host
    /// that is no name and no address, or that two readers would read differently.
    public static Optional<Origin> of(String url) {
        int colon = url.indexOf("://");
        if (colon < 1 || url.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)) {
            return Optional.empty();
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.chars().allMatch(c -> (c >= 'a' && c <= 'z') || isDigit(c) || c == '+')) {
            return Optional.empty();
        }
        String authority = authority(url.substring(colon + 3));
        int portColon = authority.indexOf(':', Math.max(authority.indexOf(']'), 0));
        int port = portColon < 0 ? usualPort(scheme) : port(authority.substring(portColon + 1));
        String written = portColon < 0 ? authority : authority.substring(0, portColon);
        if (port < 1) {
            return Optional.empty();
        }
        return Host.of(written).map(host -> new Origin(scheme, host.name(), port));
    }

    /// All origins that a topology names and that would be asked.
    public static NavigableSet<Origin> of(Topology topology) {
        NavigableSet<Origin> origins = new TreeSet<>();
        ProbeTarget.of(topology).forEach(target -> origins.addAll(target.origins()));
        return origins;
    }

    public OriginGroup group() {
        return parsedHost().group();
    }

    /// The address, where the host is one.
    @Nullable
    InetAddress literal() {
        return parsedHost().literal();
    }

    /// Host and port, as in `db:5432` or `[::1]:9000`.
    public String authority() {
        return bracketed() + ":" + port;
    }

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }

    /// The shortest URL of this origin, as in `https://example.org` or `http://localhost:9103`. [#of(String)] reads
    /// it.
    @Override
    public String toString() {
        return scheme + "://" + (port == usualPort(scheme) ? bracketed() : authority());
    }

    private String bracketed() {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private Host parsedHost() {
        return Host.of(bracketed()).orElseThrow();
    }

    private static String authority(String afterScheme) {
        int end = 0;
        while (end < afterScheme.length() && "/?#".indexOf(afterScheme.charAt(end)) < 0) {
            end++;
        }
        String authority = afterScheme.substring(0, end);
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static int usualPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https", "tls" -> 443;
            case "dns" -> 53;
            default -> -1;
        };
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static int port(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(Origin::isDigit);
        int port = plain ? Integer.parseInt(digits) : -1;
        return port <= 65_535 ? port : -1;
    }
}
