package dev.orrery.revision;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Where each object lies in a pack: an index of version 2 (gitformat-pack), which all since 2008 are.
final class PackIndex implements Closeable {
    private static final int MAGIC = 0xff744f63;
    private static final int VERSION = 2;
    private static final int FANOUT = 8;
    private static final int IDS = FANOUT + 256 * Integer.BYTES;
    private static final HexFormat HEX = HexFormat.of();

    private final FileBytes bytes;
    private final int idBytes;
    private final int[] fanout = new int[256];

    /// @param idBytes how long an id is
    PackIndex(Path file, int idBytes) throws IOException {
        this.bytes = new FileBytes(file);
        this.idBytes = idBytes;
        if (bytes.number(0) != MAGIC || bytes.number(Integer.BYTES) != VERSION) {
            bytes.close();
            throw new IOException("a pack has an index of another version");
        }
        for (int first = 0; first < fanout.length; first++) {
            fanout[first] = bytes.number(FANOUT + (long) first * Integer.BYTES);
        }
    }

    private int count() {
        return fanout[fanout.length - 1];
    }

    private String id(int number) throws IOException {
        return HEX.formatHex(bytes.read(IDS + (long) number * idBytes, idBytes));
    }

    /// The number of the first object whose id is not before another; as many as there are where none is.
    private int ceiling(String id) throws IOException {
        int first = Integer.parseInt(id.substring(0, 2), 16);
        int low = first == 0 ? 0 : fanout[first - 1];
        int high = fanout[first];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (id(middle).compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// @return -1 where the pack does not have it
    long offset(String id) throws IOException {
        int number = ceiling(id);
        if (number >= count() || !id(number).equals(id)) {
            return -1;
        }
        long offsets = IDS + (long) count() * (idBytes + Integer.BYTES);
        int offset = bytes.number(offsets + (long) number * Integer.BYTES);
        return offset >= 0
                ? offset
                : bytes.longNumber(
                        offsets + (long) count() * Integer.BYTES + (long) (offset & Integer.MAX_VALUE) * Long.BYTES);
    }

    /// @param most no more than these
    List<String> startingWith(String prefix, int most) throws IOException {
        List<String> found = new ArrayList<>();
        for (int number = ceiling(prefix); number < count() && found.size() < most; number++) {
            String id = id(number);
            if (!id.startsWith(prefix)) {
                break;
            }
            found.add(id);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
