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
/// It is asked with every connection what its host means, so it remembers that: hence no record.
public final class Origin implements Comparable<Origin> {
    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::host).thenComparingInt(Origin::port).thenComparing(Origin::scheme);

    private final String scheme;
    private final Host host;
    private final int port;
    private final OriginGroup group;

    /// @param scheme in lower case, as in `https`
    /// @param host a name or an address; without brackets where it is IPv6
    /// @param port the scheme's own where the URL states none
    /// @throws IllegalArgumentException where the host is none
    public Origin(String scheme, String host, int port) {
        this(scheme, named(host), port);
    }

    private Origin(String scheme, Host host, int port) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.group = host.group();
    }

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
        return Host.of(written).map(host -> new Origin(scheme, host, port));
    }

    /// All origins that a topology names and that would be asked.
    public static NavigableSet<Origin> of(Topology topology) {
        NavigableSet<Origin> origins = new TreeSet<>();
        ProbeTarget.of(topology).forEach(target -> origins.addAll(target.origins()));
        return origins;
    }

    /// In lower case, as in `https`.
    public String scheme() {
        return scheme;
    }

    /// One spelling of each; see [Host].
    public String host() {
        return host.name();
    }

    /// The scheme's own where the URL states none.
    public int port() {
        return port;
    }

    public OriginGroup group() {
        return group;
    }

    /// The address, where the host is one.
    @Nullable
    InetAddress literal() {
        return host.literal();
    }

    /// Host and port, as in `db:5432` or `[::1]:9000`.
    public String authority() {
        return bracketed() + ":" + port;
    }

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin
                && port == origin.port
                && host().equals(origin.host())
                && scheme.equals(origin.scheme);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * host().hashCode() + port) + scheme.hashCode();
    }

    /// The shortest URL of this origin, as in `https://example.org` or `http://localhost:9103`. [#of(String)] reads
    /// it.
    @Override
    public String toString() {
        return scheme + "://" + (port == usualPort(scheme) ? bracketed() : authority());
    }

    private String bracketed() {
        return bracketed(host());
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private static Host named(String host) {
        return Host.of(bracketed(host)).orElseThrow(() -> new IllegalArgumentException("no host: " + host));
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
