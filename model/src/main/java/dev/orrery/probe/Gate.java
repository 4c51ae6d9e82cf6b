package dev.orrery.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Stands between an origin and the network: no socket connects but to an address that the allowed origin stands
/// for.
///
/// The user allows names; packets go to addresses. A name may lead to this computer or to a cloud's metadata
/// service only where the name itself says so, whatever a name server answers.
public final class Gate {
    private final Supplier<Trust> trust;

    /// @param trust asked anew for every connection
    public Gate(Supplier<Trust> trust) {
        this.trust = trust;
    }

    private void check(Origin origin) throws Refused {
        if (!trust.get().allows(origin)) {
            throw new Refused(origin, null);
        }
    }

    /// @throws Refused where the origin is not allowed, or does not stand for this address
    void check(Origin origin, InetAddress address) throws Refused {
        check(origin);
        InetAddress literal = origin.literal();
        OriginGroup real = OriginGroup.of(address);
        OriginGroup named = origin.group();
        boolean fits = literal == null ? mayLeadTo(named, real) : literal.equals(address);
        if (!fits || isForMany(address)) {
            throw new Refused(origin, address);
        }
    }

    /// The addresses of an allowed origin's host. One that the name may not lead to spoils them all: it could be
    /// the one that is taken.
    ///
    /// @param left for the look-up
    /// @throws Refused where the origin is not allowed, before anybody is asked for its addresses, or an address is
    ///     not
    public List<InetAddress> addresses(Origin origin, NameLookup lookup, Duration left) throws IOException {
        List<InetAddress> addresses = namedAddresses(origin, lookup, left);
        for (InetAddress address : addresses) {
            check(origin, address);
        }
        return addresses;
    }

    /// The addresses of an allowed origin's host, wherever they lead, for whoever connects to none of them.
    ///
    /// @param left for the look-up
    /// @throws Refused where the origin is not allowed, before anybody is asked
    public List<InetAddress> namedAddresses(Origin origin, NameLookup lookup, Duration left) throws IOException {
        check(origin);
        InetAddress literal = origin.literal();
        return literal == null ? lookup.addresses(origin.host(), left) : List.of(literal);
    }

    /// Makes sockets that connect to addresses of this origin only.
    ///
    /// @param traffic counts what these sockets receive
    public SocketFactory sockets(Origin origin, Traffic traffic) {
        return new Sockets(() -> socket(origin, traffic));
    }

    /// Makes no socket: for a client to which nobody has said yet whom it is to ask.
    public static SocketFactory closed() {
        return new Sockets(() -> {
            throw new IllegalStateException("no origin was named");
        });
    }

    /// A socket that connects to addresses of this origin only.
    public Socket socket(Origin origin) {
        return socket(origin, new Traffic());
    }

    /// The same, and counts what it receives.
    public Socket socket(Origin origin, Traffic traffic) {
        return new Guarded(origin, traffic);
    }

    /// A socket that connects to addresses of this origin only, and from which nothing can be read after a moment,
    /// however slowly it comes: the platform's own bound is for a single read.
    ///
    /// @param deadline by [System#nanoTime()]
    public Socket socket(Origin origin, long deadline) {
        return new Guarded(origin, new Traffic()) {
            @Override
            public InputStream getInputStream() throws IOException {
                Socket socket = this;
                return new FilterInputStream(super.getInputStream()) {
                    @Override
                    public int read() throws IOException {
                        bound();
                        return super.read();
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        bound();
                        return super.read(into, from, length);
                    }

                    private void bound() throws IOException {
                        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                        if (left < 1) {
                            throw new SocketTimeoutException("timeout");
                        }
                        socket.setSoTimeout((int) left);
                    }
                };
            }
        };
    }

    /// Multicast, broadcast, and what is reserved beside it: no address of one host.
    private static boolean isForMany(InetAddress address) {
        InetAddress real =
                address instanceof Inet6Address v6 ? EmbeddedAddress.of(v6).orElse(address) : address;
        boolean reserved = real instanceof Inet4Address && (real.getAddress()[0] & 0xf0) == 0xf0;
        return real.isMulticastAddress() || address.isMulticastAddress() || reserved;
    }

    private static boolean mayLeadTo(OriginGroup named, OriginGroup real) {
        return switch (real) {
            case THIS_COMPUTER, LINK_LOCAL -> named == real;
            case PRIVATE, PUBLIC -> named != OriginGroup.THIS_COMPUTER;
        };
    }

    private class Guarded extends Socket {
        private final Origin origin;
        private final Traffic traffic;

        Guarded(Origin origin, Traffic traffic) {
            // Without saying so it would go through a SOCKS proxy where the system names one, and only the proxy's
            // address would be seen here.
            super(Proxy.NO_PROXY);
            this.origin = origin;
            this.traffic = traffic;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return traffic.counted(super.getInputStream());
        }

        // None, whatever was set: a secure socket on top of this one would wait for so long when it is closed, for a
        // last
        // byte of a server that has nothing more to say.
        @Override
        public int getSoTimeout() {
            return 0;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress inet) || inet.getAddress() == null) {
                throw new Refused(origin, null);
            }
            check(origin, inet.getAddress());
            if (inet.getPort() != origin.port()) {
                throw new Refused(origin, inet.getAddress());
            }
            try {
                super.connect(endpoint, timeout);
            } catch (SocketTimeoutException silent) {
                throw new NoConnection(silent, Duration.ofMillis(timeout));
            }
        }
    }

    /// Sockets are made unconnected. All else would connect before the gate sees the address; nobody calls it.
    private static final class Sockets extends SocketFactory {
        private final Supplier<Socket> each;

        Sockets(Supplier<Socket> each) {
            this.each = each;
        }

        @Override
        public Socket createSocket() {
            return each.get();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw unguarded();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw unguarded();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw unguarded();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw unguarded();
        }

        private static UnsupportedOperationException unguarded() {
            return new UnsupportedOperationException("sockets are made unconnected");
        }
    }

    /// Nobody answered the attempt to connect.
    public static final class NoConnection extends SocketTimeoutException {
        private static final long serialVersionUID = 1;
        private final Duration waited;

        NoConnection(SocketTimeoutException cause, Duration waited) {
            super(cause.getMessage());
            initCause(cause);
            this.waited = waited;
        }

        Duration waited() {
            return waited;
        }
    }

    /// No packet was sent.
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Origin origin;
        private final transient @Nullable InetAddress address;

        Refused(Origin origin, @Nullable InetAddress address) {
            super("not allowed: " + origin + (address == null ? "" : " at " + address.getHostAddress()));
            this.origin = origin;
            this.address = address;
        }

        public Origin origin() {
            return origin;
        }

        /// Where the name led; null where the origin itself is not allowed.
        public @Nullable InetAddress address() {
            return address;
        }
    }
}
