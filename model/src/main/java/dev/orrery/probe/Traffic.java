package dev.orrery.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what one probe receives, below all protocols: a timeout after nothing means something else than one in the
/// middle of an answer. It also notes whether the other side has closed, which HTTP/2 does not pass on.
public final class Traffic {
    private final AtomicLong received = new AtomicLong();
    private volatile boolean ended;
    private volatile int firstByte = -1;

    public long received() {
        return received.get();
    }

    /// Whether the other side has said that nothing more will come.
    public boolean ended() {
        return ended;
    }

    /// The first byte that was received, from 0 to 255; -1 before it came.
    int firstByte() {
        return firstByte;
    }

    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? -1 : 1, next);
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                count(read, read > 0 ? into[from] & 0xff : -1);
                return read;
            }
        };
    }

    private void count(int bytes, int first) {
        if (bytes < 0) {
            ended = true;
        } else if (bytes > 0 && received.getAndAdd(bytes) == 0) {
            firstByte = first;
        }
    }
}
