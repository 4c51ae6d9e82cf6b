package dev.orrery.revision;

import java.io.IOException;

/// An object as the difference from another, as pack files keep it (gitformat-pack, "Deltified representation").
final class Delta {
    private final byte[] delta;
    private int at;

    private Delta(byte[] delta) {
        this.delta = delta;
    }

    static byte[] apply(byte[] base, byte[] delta) throws IOException {
        try {
            return new Delta(delta).applied(base);
        } catch (IndexOutOfBoundsException broken) {
            throw new IOException("a difference in a pack does not fit its base", broken);
        }
    }

    private byte[] applied(byte[] base) throws IOException {
        if (size() != base.length) {
            throw new IOException("a difference in a pack is of another base");
        }
        byte[] whole = new byte[GitObject.checked(size())];
        int filled = 0;
        while (at < delta.length) {
            int code = delta[at++] & 0xff;
            if ((code & 0x80) != 0) {
                int from = number(code, 4);
                int length = number(code >> 4, 3);
                length = length == 0 ? 0x10000 : length;
                System.arraycopy(base, from, whole, filled, length);
                filled += length;
            } else if (code != 0) {
                System.arraycopy(delta, at, whole, filled, code);
                at += code;
                filled += code;
            } else {
                throw new IOException("a difference in a pack uses what is reserved");
            }
        }
        if (filled != whole.length) {
            throw new IOException("a difference in a pack is cut");
        }
        return whole;
    }

    private long size() {
        long size = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = delta[at++] & 0xff;
            size |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                break;
            }
        }
        return size;
    }

    /// @param present bit by bit which bytes are there, the lowest first
    private int number(int present, int bytes) {
        int number = 0;
        for (int each = 0; each < bytes; each++) {
            if ((present & (1 << each)) != 0) {
                number |= (delta[at++] & 0xff) << (8 * each);
            }
        }
        return number;
    }
}
