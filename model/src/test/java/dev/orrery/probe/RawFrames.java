package dev.orrery.probe;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// HTTP/2 by hand (RFC 9113): only what a server needs that misbehaves on purpose.
public final class RawFrames {
    /// No request was looked at: this connection takes none.
    public static final String GOAWAY = frame(7, 0, 0, "00000000" + "00000000");

    private static final int PREFACE = 24;
    private static final int HEADERS = 1;

    private RawFrames() {}

    /// Status 200, by its place in HPACK's static table; the answer goes on.
    public static String headers200(int stream) {
        return frame(1, 4, stream, "88");
    }

    /// The rest of an answer, of which there is nothing.
    public static String end(int stream) {
        return frame(0, 1, stream, "");
    }

    /// @param code 2 for an error of the server, 7 for a request that was not looked at
    public static String reset(int stream, int code) {
        return frame(3, 0, stream, String.format("%08x", code));
    }

    /// @param flags 4 ends the headers, 1 ends the stream
    /// @param content in hexadecimal
    public static String frame(int type, int flags, int stream, String content) {
        return String.format("%06x%02x%02x%08x%s", content.length() / 2, type, flags, stream, content);
    }

    /// What the client sends first, the server's settings, and then all to the end of the first request's headers.
    ///
    /// @return the request's stream
    public static int readRequest(Socket socket) throws IOException {
        greet(socket);
        InputStream in = socket.getInputStream();
        while (true) {
            byte[] head = in.readNBytes(9);
            if (head.length < 9) {
                throw new EOFException();
            }
            in.readNBytes(((head[0] & 0xff) << 16) | ((head[1] & 0xff) << 8) | (head[2] & 0xff));
            if (head[3] == HEADERS) {
                return ByteBuffer.wrap(head).getInt(5);
            }
        }
    }

    public static void greet(Socket socket) throws IOException {
        socket.getInputStream().readNBytes(PREFACE);
        send(socket, frame(4, 0, 0, ""));
    }

    public static void send(Socket socket, String... frames) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String frame : frames) {
            all.writeBytes(HexFormat.of().parseHex(frame));
        }
        socket.getOutputStream().write(all.toByteArray());
        socket.getOutputStream().flush();
    }
}
