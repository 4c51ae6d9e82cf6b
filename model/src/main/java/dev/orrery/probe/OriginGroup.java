package dev.orrery.probe;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where an origin is, seen from here. Origins are listed in these groups when the user is asked to allow them.
public enum OriginGroup {
    /// Loopback, and the addresses that lead there.
    THIS_COMPUTER,
    /// The same wire only, and the metadata services of clouds, which hand out credentials.
    LINK_LOCAL,
    /// A private network, or a name that only a private network knows.
    PRIVATE,
    PUBLIC;

    /// Where clouds have theirs beside the link-local addresses: Alibaba, Azure, Oracle; Amazon, Google.
    private static final Set<InetAddress> METADATA = Set.of(
            InetAddress.ofLiteral("100.100.100.200"),
            InetAddress.ofLiteral("168.63.129.16"),
            InetAddress.ofLiteral("192.0.0.192"),
            InetAddress.ofLiteral("fd00:ec2::254"),
            InetAddress.ofLiteral("fd20:ce::254"));

    /// Key of its word in the message bundle.
    public String messageKey() {
        return "origin." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The group of a real address.
    static OriginGroup of(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> of4(v4);
            case Inet6Address v6 -> of6(v6);
            default -> PUBLIC;
        };
    }

    /// The group that a name belongs to by its look; nobody is asked for its address.
    static OriginGroup ofName(String name) {
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return THIS_COMPUTER;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return switch (last) {
            case "local", "internal", "lan", "home", "corp", "intranet", "svc", "private", "test" -> PRIVATE;
            default -> name.indexOf('.') < 0 || name.endsWith(".home.arpa") ? PRIVATE : PUBLIC;
        };
    }

    private static OriginGroup of4(Inet4Address address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        if (address.isLoopbackAddress() || first == 0) {
            return THIS_COMPUTER;
        }
        if (address.isLinkLocalAddress() || METADATA.contains(address)) {
            return LINK_LOCAL;
        }
        boolean carrierShared = first == 100 && (bytes[1] & 0xc0) == 64;
        return address.isSiteLocalAddress() || carrierShared ? PRIVATE : PUBLIC;
    }

    private static OriginGroup of6(Inet6Address address) {
        byte[] bytes = address.getAddress();
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return THIS_COMPUTER;
        }
        if (address.isLinkLocalAddress() || METADATA.contains(address)) {
            return LINK_LOCAL;
        }
        Optional<InetAddress> embedded = EmbeddedAddress.of(address);
        if (embedded.isPresent()) {
            return of(embedded.get());
        }
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        return uniqueLocal || address.isSiteLocalAddress() ? PRIVATE : PUBLIC;
    }
}
