package dev.orrery.revision;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A large file that is read here and there. Symbolic links are not followed.
final class FileBytes implements Closeable {
    private static final int CHUNK = 8 << 10;

    private final FileChannel channel;

    FileBytes(Path file) throws IOException {
        this.channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    byte[] read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("a file of the repository is cut");
            }
        }
        return buffer.array();
    }

    int number(long position) throws IOException {
        return ByteBuffer.wrap(read(position, Integer.BYTES)).getInt();
    }

    long longNumber(long position) throws IOException {
        return ByteBuffer.wrap(read(position, Long.BYTES)).getLong();
    }

    InputStream from(long start) {
        return new InputStream() {
            private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);
            private long next = start;

            @Override
            public int read() throws IOException {
                return isFilled() ? chunk.get() & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (!isFilled()) {
                    return -1;
                }
                int read = Math.min(length, chunk.remaining());
                chunk.get(target, offset, read);
                return read;
            }

            private boolean isFilled() throws IOException {
                if (!chunk.hasRemaining()) {
                    chunk.clear();
                    int read = channel.read(chunk, next);
                    chunk.flip();
                    next += Math.max(0, read);
                }
                return chunk.hasRemaining();
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
