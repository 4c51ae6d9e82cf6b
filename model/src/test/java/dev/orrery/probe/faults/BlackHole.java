package dev.orrery.probe.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A port whose queue of connections is full, so that Linux drops what would be one more, as a silent firewall does.
final class BlackHole implements AutoCloseable {
    private static final int MOST = 64;

    private final ServerSocket server;
    private final List<Socket> queue = new ArrayList<>();

    BlackHole(ServerSocket server) throws IOException {
        this.server = server;
        boolean silent = false;
        while (!silent && queue.size() < MOST) {
            Socket next = new Socket();
            queue.add(next);
            try {
                next.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 150);
            } catch (SocketTimeoutException full) {
                silent = true;
            }
        }
        assertThat(silent).as("the queue is full").isTrue();
    }

    String authority() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket each : queue) {
            each.close();
        }
        server.close();
    }
}
