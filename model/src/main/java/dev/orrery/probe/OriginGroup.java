package dev.orrery.probe;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/// Where an origin is, seen from here. Origins are listed in these groups when the user is asked to allow them.
public enum OriginGroup {
    /// Loopback, and the addresses that lead there.
    THIS_COMPUTER,
    /// The same wire only, and the metadata services of clouds, which hand out credentials.
    LINK_LOCAL,
    /// A private network, or a name that only a private network knows.
    PRIVATE,
    PUBLIC;

    private static final byte[] METADATA_V4 = {100, 100, 100, (byte) 200};
    private static final byte[] METADATA_V6 = {(byte) 0xfd, 0, 0x0e, (byte) 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x54
    };

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
        if (address.isLinkLocalAddress() || Arrays.equals(bytes, METADATA_V4)) {
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
        if (address.isLinkLocalAddress() || Arrays.equals(bytes, METADATA_V6)) {
            return LINK_LOCAL;
        }
        int embedded = embeddedAt(bytes);
        if (embedded >= 0) {
            return of(embedded(bytes, embedded));
        }
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        return uniqueLocal || address.isSiteLocalAddress() ? PRIVATE : PUBLIC;
    }

    /// Where the bytes of an IPv4 address sit inside: mapped and compatible forms (RFC 4291), NAT64 (RFC 6052) and
    /// 6to4 (RFC 3056) all lead to it.
    private static int embeddedAt(byte[] bytes) {
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return 2;
        }
        byte[] head = Arrays.copyOf(bytes, 12);
        byte[] nat64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};
        boolean inside = Arrays.equals(head, nat64) || Arrays.equals(head, mapped) || Arrays.equals(head, new byte[12]);
        return inside ? 12 : -1;
    }

    private static InetAddress embedded(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
