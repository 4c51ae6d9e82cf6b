package dev.orrery.probe;

import dev.orrery.text.Messages;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// A part of the network that can be lost as a whole, seen from here: behind one VPN, say.
///
/// Told by the look of a host alone; nobody is asked for its address. Private addresses belong
/// together by their first 16 bits (48 in IPv6), private names by their last two parts.
///
/// @param name stable, as in `public`, `10.20.0.0/16` or `cluster.local`
public record Zone(String name) implements Comparable<Zone> {
    /// Everywhere, this computer included.
    public static final Zone ANYWHERE = new Zone("anywhere");

    /// All but this computer.
    public static final Zone WORLD = new Zone("world");

    public static final Zone THIS_COMPUTER = new Zone("this-computer");
    public static final Zone LINK_LOCAL = new Zone("link-local");
    public static final Zone PUBLIC = new Zone("public");

    /// Private names without a domain.
    static final Zone SHORT_NAMES = new Zone("short-names");

    public static Zone of(Origin origin) {
        return switch (origin.group()) {
            case THIS_COMPUTER -> THIS_COMPUTER;
            case LINK_LOCAL -> LINK_LOCAL;
            case PUBLIC -> PUBLIC;
            case PRIVATE -> {
                InetAddress literal = origin.literal();
                yield literal == null ? byName(origin.host()) : new Zone(network(literal));
            }
        };
    }

    /// For people.
    public String text() {
        return Messages.has("zone." + name) ? Messages.of("zone." + name) : name;
    }

    @Override
    public int compareTo(Zone other) {
        return name.compareTo(other.name);
    }

    private static Zone byName(String host) {
        int last = host.lastIndexOf('.');
        if (last < 0) {
            return SHORT_NAMES;
        }
        int second = host.lastIndexOf('.', last - 1);
        return new Zone(host.substring(second < 0 ? last + 1 : second + 1));
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + ".0.0/16";
            case Inet6Address _ -> {
                String hex = HexFormat.of().formatHex(bytes, 0, 6);
                yield hex.substring(0, 4) + ":" + hex.substring(4, 8) + ":" + hex.substring(8) + "::/48";
            }
            default -> address.getHostAddress();
        };
    }
}
