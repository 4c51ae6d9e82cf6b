package dev.orrery.descriptor;

import dev.orrery.topology.SourceLocation;
import java.util.Arrays;

/// Where the lines of a text begin. Lines end with LF, CRLF or CR, as in YAML 1.2 and in editors, and with nothing
/// else.
///
/// A byte order mark takes no column: editors do not count it.
final class Lines {
    private final int[] starts;
    private final int length;

    Lines(String content) {
        int[] found = new int[64];
        int count = 1;
        found[0] = content.startsWith("\uFEFF") ? 1 : 0;
        for (int at = 0; at < content.length(); at++) {
            char unit = content.charAt(at);
            boolean ends =
                    unit == '\n' || (unit == '\r' && !(at + 1 < content.length() && content.charAt(at + 1) == '\n'));
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = at + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
        length = content.length();
    }

    SourceLocation locate(String file, int offset) {
        int within = Math.max(starts[0], Math.min(offset, length));
        int line = lineOf(within);
        return new SourceLocation(file, line + 1, within - starts[line] + 1);
    }

    /// The line of an offset, counted from 0.
    private int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
