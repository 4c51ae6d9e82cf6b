package dev.orrery.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that misbehaves on purpose: what it does with a connection is up to the test.
public final class RawServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    public interface Conduct {
        void with(Socket socket) throws IOException;
    }

    public RawServer(Conduct conduct) throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    sockets.add(socket);
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> quietly(conduct, socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    public int connections() {
        return connections.get();
    }

    /// How many there were until now, also those that are not yet accepted.
    public int allConnections() throws IOException {
        try (Socket marker = new Socket(server.getInetAddress(), server.getLocalPort())) {
            while (sockets.stream().noneMatch(socket -> socket.getPort() == marker.getLocalPort())) {
                Thread.onSpinWait();
            }
            List<Integer> ports = sockets.stream().map(Socket::getPort).toList();
            return ports.indexOf(marker.getLocalPort());
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/health";
    }

    /// Reads a request to the end of its headers; false where it has none.
    public static boolean readRequest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            last = (last << 8) | next;
            if (last == 0x0d0a0d0a) {
                return true;
            }
        }
        return false;
    }

    /// The server's own slowness, not a wait for something to happen.
    public static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void quietly(Conduct conduct, Socket socket) {
        try {
            conduct.with(socket);
        } catch (IOException gone) {
            // the probe hung up, as it should
        }
    }
}
