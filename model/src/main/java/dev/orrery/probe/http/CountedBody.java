package dev.orrery.probe.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that knows how much of it has come, for the reason why no more did.
final class CountedBody extends FilterInputStream {
    private final long announced;
    private long come;

    /// @param announced -1 where nothing was
    CountedBody(InputStream in, long announced) {
        super(in);
        this.announced = announced;
    }

    /// As in `3 of 1000` or `3`.
    String inWords() {
        return announced < 0 ? Long.toString(come) : come + " of " + announced;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        come += next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        come += Math.max(0, read);
        return read;
    }
}
