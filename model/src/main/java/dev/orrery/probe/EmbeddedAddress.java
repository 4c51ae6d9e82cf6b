package dev.orrery.probe;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The IPv4 address inside an IPv6 address, to which a translator or a tunnel leads.
final class EmbeddedAddress {
    /// Compatible and mapped (RFC 4291), translated (RFC 2765), NAT64 (RFC 6052, RFC 8215).
    private static final String[] BEFORE_THE_LAST_FOUR = {
        "000000000000000000000000", "00000000000000000000ffff", "0000000000000000ffff0000", "0064ff9b0000000000000000"
    };

    private EmbeddedAddress() {}

    static Optional<InetAddress> of(Inet6Address address) {
        byte[] bytes = address.getAddress();
        String hex = HexFormat.of().formatHex(bytes);
        if (hex.startsWith("2002")) {
            // 6to4 (RFC 3056)
            return Optional.of(v4(bytes, 2, 0));
        }
        if (hex.startsWith("20010000")) {
            // Teredo (RFC 4380) has it upside down.
            return Optional.of(v4(bytes, 12, 0xff));
        }
        boolean isatap = hex.startsWith("00005efe", 16) || hex.startsWith("02005efe", 16);
        boolean ownNat64 = hex.startsWith("0064ff9b0001");
        boolean inside =
                isatap || ownNat64 || Arrays.stream(BEFORE_THE_LAST_FOUR).anyMatch(hex::startsWith);
        return inside ? Optional.of(v4(bytes, 12, 0)) : Optional.empty();
    }

    private static InetAddress v4(byte[] bytes, int at, int flipped) {
        byte[] four = Arrays.copyOfRange(bytes, at, at + 4);
        for (int i = 0; i < four.length; i++) {
            four[i] ^= (byte) flipped;
        }
        try {
            return InetAddress.getByAddress(four);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
