package dev.orrery.simulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One port of this computer, which listens or refuses.
final class Endpoint implements AutoCloseable {
    static {
        // The server sends head and body apart; with Nagle's algorithm a kept-alive connection waits 40 ms between.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    /// A server that is stopped without any delay forgets to close a connection that it accepts meanwhile. With a delay
    /// it goes through what it has accepted first, and stops at once where no answer is under way.
    private static final int QUIET_SECONDS = 1;

    /// Answers one request, or closes the exchange without an answer.
    @FunctionalInterface
    interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private final Executor executor;
    private final Handler handler;
    private final InetSocketAddress address;
    private @Nullable HttpServer server;
    /// Bound but not listening, so that the port stays ours and connections to it are refused.
    private @Nullable Socket place;

    /// @param port 0 for any that is free
    Endpoint(int port, Executor executor, Handler handler) throws IOException {
        this.executor = executor;
        this.handler = handler;
        HttpServer first = open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        this.address = first.getAddress();
        this.server = first;
    }

    int port() {
        return address.getPort();
    }

    synchronized void refuse() throws IOException {
        if (server != null) {
            server.stop(QUIET_SECONDS);
            server = null;
            Socket holder = new Socket();
            holder.setReuseAddress(true);
            holder.bind(address);
            place = holder;
        }
    }

    synchronized void listen() throws IOException {
        if (server == null) {
            if (place != null) {
                place.close();
                place = null;
            }
            server = open(address);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (server != null) {
            server.stop(QUIET_SECONDS);
            server = null;
        }
        if (place != null) {
            place.close();
            place = null;
        }
    }

    private HttpServer open(InetSocketAddress at) throws IOException {
        HttpServer opened = HttpServer.create(at, 512);
        opened.setExecutor(executor);
        opened.createContext("/", handler::handle);
        opened.start();
        return opened;
    }
}
