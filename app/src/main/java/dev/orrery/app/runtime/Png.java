package dev.orrery.app.runtime;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes opaque pixels as PNG, row by row, so that a picture need not be in memory as a whole (ISO/IEC 15948). AWT's
/// writer would bring a second toolkit along.
final class Png implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK = 1 << 16;
    /// Each byte is told as the difference to the one above it, which is 0 nearly everywhere in a diagram.
    private static final byte UP_FILTER = 2;

    private final DataOutputStream out;
    private final Deflater deflater = new Deflater();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(CHUNK);
    private final byte[] buffer = new byte[CHUNK];
    private final byte[] row;
    private byte[] above;
    private byte[] current;

    Png(OutputStream out, int width, int height) throws IOException {
        this.out = new DataOutputStream(out);
        this.row = new byte[1 + 3 * width];
        this.above = new byte[3 * width];
        this.current = new byte[3 * width];
        this.out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits, RGB, deflate, standard filters, not interlaced
        chunk("IHDR", header.toByteArray());
    }

    /// @param argb one pixel each; the alpha is left out
    /// @param offset of the row's first pixel
    void row(int[] argb, int offset) throws IOException {
        row[0] = UP_FILTER;
        for (int i = 0; i < current.length; i += 3) {
            int pixel = argb[offset + i / 3];
            current[i] = (byte) (pixel >> 16);
            current[i + 1] = (byte) (pixel >> 8);
            current[i + 2] = (byte) pixel;
        }
        for (int i = 0; i < current.length; i++) {
            row[i + 1] = (byte) (current[i] - above[i]);
        }
        byte[] free = above;
        above = current;
        current = free;
        deflater.setInput(row);
        drain();
    }

    /// Writes what is left; the stream below stays open.
    @Override
    public void close() throws IOException {
        try {
            deflater.finish();
            drain();
            flush();
            chunk("IEND", new byte[0]);
            out.flush();
        } finally {
            deflater.end();
        }
    }

    private void drain() throws IOException {
        for (int length = deflater.deflate(buffer); length > 0; length = deflater.deflate(buffer)) {
            pending.write(buffer, 0, length);
            if (pending.size() >= CHUNK) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        if (pending.size() > 0) {
            chunk("IDAT", pending.toByteArray());
            pending.reset();
        }
    }

    private void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
