package dev.orrery.probe;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A host as a URL writes it, brought to one spelling, so that no odd spelling slips past what was allowed.
///
/// @param name lower case and ASCII; an address as dotted quad or as RFC 5952 writes it, without brackets
/// @param literal the address, where the host is one
record Host(String name, @Nullable InetAddress literal) {
    /// Octal to some readers, decimal to others.
    private static final Pattern OCTAL = Pattern.compile("(^|\\.)0\\d");

    /// Empty where it is no host, or an address that two readers would read differently, such as `0177.0.0.1`.
    static Optional<Host> of(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return ofBracketed(written.substring(1, written.length() - 1));
        }
        String name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (name.isEmpty() || !name.codePoints().allMatch(Host::mayBeInName)) {
            return Optional.empty();
        }
        try {
            name = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
        if (name.isEmpty() || name.length() > 253 || name.contains("..") || name.startsWith(".")) {
            return Optional.empty();
        }
        return looksLikeNumber(name) ? ofNumber(name) : Optional.of(new Host(name, null));
    }

    OriginGroup group() {
        return literal == null ? OriginGroup.ofName(name) : OriginGroup.of(literal);
    }

    private static boolean mayBeInName(int point) {
        return point == '-' || point == '_' || point == '.' || Character.isLetterOrDigit(point) || point == '。';
    }

    /// A name whose last part is a number is an address to every resolver.
    private static boolean looksLikeNumber(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.chars().allMatch(Host::isDigit)
                || (last.startsWith("0x") && last.substring(2).chars().allMatch(c -> Character.digit(c, 16) >= 0));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static Optional<Host> ofNumber(String name) {
        try {
            Inet4Address posix = Inet4Address.ofPosixLiteral(name);
            if (OCTAL.matcher(name).find()) {
                return Optional.empty();
            }
            return Optional.of(new Host(posix.getHostAddress(), posix));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Host> ofBracketed(String inside) {
        if (inside.indexOf('%') >= 0 || inside.indexOf(':') < 0) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(inside);
            String name = address instanceof Inet6Address v6 ? shortened(v6.getAddress()) : address.getHostAddress();
            return Optional.of(new Host(name, address));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /// RFC 5952: no leading zeros, the first of the longest runs of zero groups (two or more) becomes `::`.
    private static String shortened(byte[] address) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = ((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff);
        }
        int from = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (length > 1 && i == from) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
