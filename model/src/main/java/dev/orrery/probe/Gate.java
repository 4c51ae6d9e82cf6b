package dev.orrery.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Stands between an origin and the network: no socket connects but to an address that the allowed origin stands for.
///
/// The user allows names; packets go to addresses. A name may lead to this computer or to a cloud's metadata service
/// only where the name itself says so, whatever a name server answers.
public final class Gate {
    private final Supplier<Trust> trust;

    /// @param trust asked anew for every connection
    public Gate(Supplier<Trust> trust) {
        this.trust = trust;
    }

    /// @throws Refused where the origin is not allowed
    public void check(Origin origin) throws Refused {
        if (!trust.get().allows(origin)) {
            throw new Refused(origin, null);
        }
    }

    /// @throws Refused where the origin is not allowed, or does not stand for this address
    public void check(Origin origin, InetAddress address) throws Refused {
        check(origin);
        InetAddress literal = origin.literal();
        OriginGroup real = OriginGroup.of(address);
        OriginGroup named = origin.group();
        boolean fits = literal == null ? mayLeadTo(named, real) : literal.equals(address);
        if (!fits || address.isMulticastAddress()) {
            throw new Refused(origin, address);
        }
    }

    /// A socket that connects to addresses of this origin only.
    public Socket socket(Origin origin) {
        return new Socket() {
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
                super.connect(endpoint, timeout);
            }
        };
    }

    private static boolean mayLeadTo(OriginGroup named, OriginGroup real) {
        return switch (real) {
            case THIS_COMPUTER, LINK_LOCAL -> named == real;
            case PRIVATE, PUBLIC -> named != OriginGroup.THIS_COMPUTER;
        };
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
