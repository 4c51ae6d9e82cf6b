package dev.orrery.history;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Whole numbers from 0 in as few bytes as they need: seven bits each, the highest says that more follow.
final class Numbers {
    private Numbers() {}

    static void write(ByteArrayOutputStream out, long number) {
        if (number < 0) {
            throw new IllegalArgumentException("below 0: " + number);
        }
        long left = number;
        while (left > 0x7F) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    static long read(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = in.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number without an end");
    }
}
