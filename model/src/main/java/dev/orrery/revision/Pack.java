package dev.orrery.revision;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/// Many objects in one file, some as differences from others (gitformat-pack).
final class Pack implements Closeable {
    private static final int OFFSET_DELTA = 6;
    private static final int ID_DELTA = 7;
    /// Git itself makes no longer chains.
    private static final int LONGEST_CHAIN = 4_096;

    private static final int MOST_KEPT = 16 << 20;

    private final PackIndex index;
    private final FileBytes bytes;
    private final int idBytes;
    /// What others are likely to be differences from, the longest unused first.
    private final Map<Long, GitObject> kept = new LinkedHashMap<>(64, 0.75f, true);

    private long keptBytes;

    Pack(Path indexFile, Path packFile, int idBytes) throws IOException {
        this.index = new PackIndex(indexFile, idBytes);
        this.bytes = new FileBytes(packFile);
        this.idBytes = idBytes;
    }

    /// An entry before its compressed content.
    ///
    /// @param size of the content
    /// @param base where that lies of which this is the difference; -1 where it is whole
    private record Entry(int type, int size, long base, InputStream content) {}

    /// @return -1 where the pack does not have it
    long offset(String id) throws IOException {
        return index.offset(id);
    }

    List<String> startingWith(String prefix, int most) throws IOException {
        return index.startingWith(prefix, most);
    }

    GitObject read(long offset) throws IOException {
        Deque<byte[]> deltas = new ArrayDeque<>();
        long at = offset;
        GitObject object = kept.get(at);
        while (object == null) {
            Entry entry = entry(at);
            byte[] content = content(entry);
            if (entry.base() < 0) {
                object = keep(at, new GitObject(GitObject.Type.of(entry.type()), content));
            } else {
                deltas.push(content);
                at = entry.base();
                object = kept.get(at);
            }
            if (deltas.size() > LONGEST_CHAIN) {
                throw new IOException("differences in a pack go in a circle");
            }
        }
        for (byte[] delta : deltas) {
            object = new GitObject(object.type(), Delta.apply(object.content(), delta));
        }
        return keep(offset, object);
    }

    private GitObject keep(long offset, GitObject object) {
        if (kept.put(offset, object) == null) {
            keptBytes += object.content().length;
        }
        var oldest = kept.entrySet().iterator();
        while (keptBytes > MOST_KEPT && oldest.hasNext()) {
            keptBytes -= oldest.next().getValue().content().length;
            oldest.remove();
        }
        return object;
    }

    private Entry entry(long offset) throws IOException {
        InputStream in = bytes.from(offset);
        int next = next(in);
        int type = (next >> 4) & 7;
        long size = next & 15;
        for (int shift = 4; (next & 0x80) != 0 && shift < 60; shift += 7) {
            next = next(in);
            size |= (long) (next & 0x7f) << shift;
        }
        long base = switch (type) {
            case OFFSET_DELTA -> offset - distance(in);
            case ID_DELTA -> offset(HexFormat.of().formatHex(in.readNBytes(idBytes)));
            default -> -1;
        };
        if ((type == OFFSET_DELTA || type == ID_DELTA) && (base <= 0 || base == offset)) {
            throw new IOException("the base of a difference is not in its pack");
        }
        return new Entry(type, GitObject.checked(size), base, in);
    }

    private static byte[] content(Entry entry) throws IOException {
        try (InflaterInputStream inflated = new InflaterInputStream(entry.content())) {
            byte[] content = inflated.readNBytes(entry.size());
            if (content.length != entry.size()) {
                throw new EOFException("an object in a pack is cut");
            }
            return content;
        }
    }

    private static long distance(InputStream in) throws IOException {
        int next = next(in);
        long distance = next & 0x7f;
        while ((next & 0x80) != 0 && distance < (1L << 48)) {
            next = next(in);
            distance = ((distance + 1) << 7) | (next & 0x7f);
        }
        return distance;
    }

    private static int next(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("a pack is cut");
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        try (index) {
            bytes.close();
        }
    }
}
