package dev.orrery.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/// A process of its own that answers like a healthy service on every address of this computer, as cheaply as one thread
/// can, and has a second port on which it drops every attempt to connect. It names both ports on standard output,
/// and ends when its standard input does. On the letter `c` there it drops what wants to connect to the first port,
/// too, as where a cable was pulled; on `h` it answers again.
final class AnsweringServer {
    static final char CUT = 'c';
    static final char HEAL = 'h';

    /// An attempt to connect that waits for so long has been dropped.
    private static final int PROOF_MILLIS = 200;

    private static final int LONGEST_REQUEST = 8 * 1024;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String BODY = """
            {"status":"UP","components":{"db":{"status":"UP","details":{"database":"PostgreSQL",\
            "validationQuery":"isValid()"}},"diskSpace":{"status":"UP","details":{"total":499963174912,\
            "free":91300069376,"threshold":10485760,"exists":true}},"ping":{"status":"UP"}}}""";

    private final Selector selector;
    private final SelectionKey entrance;

    private AnsweringServer(Selector selector, SelectionKey entrance) {
        this.selector = selector;
        this.entrance = entrance;
    }

    /// @param arguments how many may stand in line at the first port
    @SuppressWarnings("SystemOut") // What the process that started it waits for.
    public static void main(String[] arguments) throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel answering = ServerSocketChannel.open();
                ServerSocketChannel silent = ServerSocketChannel.open()) {
            answering.bind(new InetSocketAddress(0), Integer.parseInt(arguments[0]));
            answering.configureBlocking(false);
            SelectionKey entrance = answering.register(selector, SelectionKey.OP_ACCEPT);
            silent.bind(new InetSocketAddress(0), 1);
            List<SocketChannel> stopper = fill(port(silent));
            PrintStream out = System.out;
            out.println(port(answering) + " " + (stopper.isEmpty() ? 0 : port(silent)));
            out.flush();
            AnsweringServer server = new AnsweringServer(selector, entrance);
            Thread.ofPlatform().daemon().name("commands").start(server::obey);
            server.serve();
        }
    }

    private static int port(ServerSocketChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /// Ends the process with its input.
    private void obey() {
        try {
            for (int next = System.in.read(); next >= 0; next = System.in.read()) {
                entrance.interestOps(next == CUT ? 0 : SelectionKey.OP_ACCEPT);
                selector.wakeup();
            }
        } catch (IOException broken) {
            // That is its end, too.
        }
        Runtime.getRuntime().halt(0);
    }

    /// Connects until nothing more is let in.
    ///
    /// @return what keeps it so; empty where this system does not drop what it has no room for
    private static List<SocketChannel> fill(int port) throws IOException {
        List<SocketChannel> stopper = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            SocketChannel next = SocketChannel.open();
            try {
                next.socket().connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROOF_MILLIS);
                stopper.add(next);
            } catch (SocketTimeoutException full) {
                next.close();
                return stopper;
            }
        }
        return List.of();
    }

    private void serve() throws IOException {
        while (true) {
            selector.select();
            for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
                SelectionKey key = ready.next();
                ready.remove();
                if (key.channel() instanceof ServerSocketChannel server) {
                    accept(server);
                } else if (key.channel() instanceof SocketChannel connection) {
                    talk(key, connection);
                }
            }
        }
    }

    private void accept(ServerSocketChannel server) throws IOException {
        for (SocketChannel connection = server.accept(); connection != null; connection = server.accept()) {
            InetSocketAddress from = (InetSocketAddress) connection.getRemoteAddress();
            if (!from.getAddress().isLoopbackAddress()) {
                connection.close();
                continue;
            }
            connection.configureBlocking(false);
            connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key =
                    connection.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LONGEST_REQUEST));
            talk(key, connection);
        }
    }

    /// A small answer fits into the socket's own room, so it is written at once or not at all.
    private static void talk(SelectionKey key, SocketChannel connection) throws IOException {
        ByteBuffer request = (ByteBuffer) key.attachment();
        try {
            int read = connection.read(request);
            if (read < 0) {
                connection.close();
            } else if (endsWith(request)) {
                boolean stays = !lastWish(request).contains("connection: close");
                connection.write(answer(stays));
                request.clear();
                if (!stays) {
                    connection.close();
                }
            } else if (!request.hasRemaining()) {
                connection.close();
            }
        } catch (IOException gone) {
            connection.close();
        }
    }

    private static boolean endsWith(ByteBuffer request) {
        int at = request.position() - END.length;
        for (int i = 0; i < END.length; i++) {
            if (at < 0 || request.get(at + i) != END[i]) {
                return false;
            }
        }
        return true;
    }

    private static String lastWish(ByteBuffer request) {
        return StandardCharsets.ISO_8859_1
                .decode(request.duplicate().flip())
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static ByteBuffer answer(boolean stays) {
        return ByteBuffer.wrap(("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.spring-boot.actuator.v3+json\r\n"
                        + "Content-Length: " + BODY.length() + "\r\n"
                        + (stays ? "" : "Connection: close\r\n") + "\r\n" + BODY)
                .getBytes(StandardCharsets.ISO_8859_1));
    }
}
