package dev.orrery.probe.grpc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The two messages of the health service in the wire format of Protocol Buffers, each behind the five bytes by which
/// gRPC tells compression and length (`grpc.health.v1`, PROTOCOL-HTTP2).
final class HealthMessage {
    private static final int HEAD = 5;
    private static final int SERVICE_FIELD = 0x0a;
    private static final int STATUS_FIELD = 0x08;

    private HealthMessage() {}

    enum Status {
        UNKNOWN,
        SERVING,
        NOT_SERVING,
        SERVICE_UNKNOWN
    }

    /// @param service empty for the server as a whole
    static byte[] request(String service) {
        byte[] name = service.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        if (name.length > 0) {
            message.write(SERVICE_FIELD);
            writeNumber(name.length, message);
            message.writeBytes(name);
        }
        byte[] content = message.toByteArray();
        return ByteBuffer.allocate(HEAD + content.length)
                .put((byte) 0)
                .putInt(content.length)
                .put(content)
                .array();
    }

    /// Empty where these bytes are no one whole, uncompressed answer of this service.
    static Optional<Status> status(byte[] framed) {
        if (framed.length < HEAD || framed[0] != 0) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(framed, 1, framed.length - 1);
        if (content.getInt() != content.remaining()) {
            return Optional.empty();
        }
        try {
            return read(content);
        } catch (IllegalArgumentException cut) {
            return Optional.empty();
        }
    }

    /// A field that is left out has its first value; of one that stands twice, the last counts; others are skipped.
    private static Optional<Status> read(ByteBuffer content) {
        long status = 0;
        while (content.hasRemaining()) {
            long tag = number(content);
            if (tag == STATUS_FIELD) {
                status = number(content);
            } else {
                skip((int) (tag & 7), content);
            }
        }
        Status[] all = Status.values();
        return status >= 0 && status < all.length ? Optional.of(all[(int) status]) : Optional.empty();
    }

    private static void skip(int wireType, ByteBuffer content) {
        long length = switch (wireType) {
            case 0 -> {
                number(content);
                yield 0;
            }
            case 1 -> 8;
            case 2 -> number(content);
            case 5 -> 4;
            default -> throw new IllegalArgumentException("no wire type of today: " + wireType);
        };
        if (length < 0 || length > content.remaining()) {
            throw new IllegalArgumentException("cut");
        }
        content.position(content.position() + (int) length);
    }

    private static long number(ByteBuffer content) {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (!content.hasRemaining()) {
                throw new IllegalArgumentException("cut");
            }
            byte next = content.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    private static void writeNumber(int number, ByteArrayOutputStream message) {
        int rest = number;
        while (rest > 0x7f) {
            message.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        message.write(rest);
    }
}
