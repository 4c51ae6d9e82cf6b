package dev.orrery.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what one probe receives, below all protocols: a timeout after nothing means something else than one in the
/// middle of an answer.
public final class Traffic {
    private final AtomicLong received = new AtomicLong();

    public long received() {
        return received.get();
    }

    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                count(read);
                return read;
            }
        };
    }

    private void count(int bytes) {
        if (bytes > 0) {
            received.addAndGet(bytes);
        }
    }
}
