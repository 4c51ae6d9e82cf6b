package dev.orrery.descriptor;

import java.util.Arrays;

/// Turns the parser's offsets, which count code points, into UTF-16 offsets.
final class CodePoints {
    /// For each supplementary character its index in code points.
    private final int[] supplementary;

    CodePoints(String content) {
        int[] found = new int[16];
        int count = 0;
        int point = 0;
        for (int at = 0; at < content.length(); at++, point++) {
            if (Character.isHighSurrogate(content.charAt(at))
                    && at + 1 < content.length()
                    && Character.isLowSurrogate(content.charAt(at + 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = point;
                at++;
            }
        }
        supplementary = Arrays.copyOf(found, count);
    }

    int utf16(int codePoints) {
        int at = Arrays.binarySearch(supplementary, codePoints);
        return codePoints + (at >= 0 ? at : -at - 1);
    }
}
