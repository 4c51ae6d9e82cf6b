package dev.orrery.probe.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeByScheme;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.grpc.GrpcProbe;
import dev.orrery.probe.http.HttpProbe;
import dev.orrery.probe.tcp.TcpProbe;
import dev.orrery.probe.tls.Tls;
import dev.orrery.probe.tls.TlsProbe;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import dev.orrery.topology.SourceLocation;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Ways to play a fault: servers that do what they are told, and whoever asks them.
final class Playing {
    private static final NameLookup LITERALS = host -> List.of(InetAddress.getByName(host));

    private Playing() {}

    /// What a server does with a connection.
    interface Conduct {
        void with(Served served) throws Exception;
    }

    /// One connection, as its server sees it.
    record Served(Socket socket, AtomicInteger requests) {
        /// Reads a request to the end of its headers.
        void read() throws IOException {
            if (!RawServer.readRequest(socket)) {
                throw new EOFException("hung up");
            }
            requests.incrementAndGet();
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /// Ends its side in order.
        void end() throws IOException {
            socket.shutdownOutput();
        }

        /// Ends the connection with a reset.
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /// Until whoever asks hangs up.
        void awaitEnd() throws IOException {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    /// Reads the request, and answers with these bytes.
    static void answer(Served served, String text) throws IOException {
        served.read();
        served.write(text);
    }

    /// Asked over plain HTTP.
    static FaultRow.Play by(Conduct conduct) {
        return by("http", conduct, Tls.ofThePlatform());
    }

    /// @param scheme of the URL, whatever the server speaks
    static FaultRow.Play by(String scheme, Conduct conduct, Tls tls) {
        return deadline -> {
            AtomicInteger requests = new AtomicInteger();
            try (RawServer server = new RawServer(socket -> conduct(conduct, new Served(socket, requests)))) {
                String url = server.url().replace("http:", scheme + ":");
                FaultRow.Played asked = ask(url, deadline, tls, LITERALS);
                return new FaultRow.Played(asked.answer(), server.allConnections(), requests.get(), asked.took());
            }
        };
    }

    /// Behind TLS, asked with `https`.
    static FaultRow.Play secured(SSLContext context, Tls tls, Secured how, Conduct conduct) {
        Conduct inside = served -> {
            SSLSocket secure = (SSLSocket)
                    context.getSocketFactory().createSocket(served.socket, served.socket.getInputStream(), true);
            how.set(secure);
            secure.startHandshake();
            conduct.with(new Served(secure, served.requests));
        };
        return by("https", inside, tls);
    }

    /// How a server shakes hands.
    interface Secured {
        void set(SSLSocket socket);
    }

    /// Asked for its time and with its own deadline; nobody is there.
    static FaultRow.Play at(String url, NameLookup lookup) {
        return deadline -> ask(url, deadline, Tls.ofThePlatform(), lookup);
    }

    static FaultRow.Played ask(String url, Duration deadline, Tls tls, NameLookup lookup) {
        return ask(url, deadline, tls, lookup, Expectation.NONE);
    }

    static FaultRow.Played ask(String url, Duration deadline, Tls tls, NameLookup lookup, Expectation expected) {
        Trust trust = Trust.of(List.of(Origin.of(url).orElseThrow()));
        HealthCheck check = new HealthCheck(
                url,
                Duration.ofSeconds(15),
                deadline,
                null,
                expected,
                HealthRequest.PLAIN,
                SourceLocation.startOf("shop.yaml"));
        Probe probe = probe(trust, lookup, tls);
        ProbeTarget target = new ProbeTarget(new CheckId("shop", 0), check);
        long began = System.nanoTime();
        Observation answer = probe.ask(target);
        return new FaultRow.Played(answer, 0, 0, Duration.ofNanos(System.nanoTime() - began));
    }

    static Probe probe(Trust trust, NameLookup lookup, Tls tls) {
        InstantSource clock = InstantSource.system();
        Probe http = new HttpProbe(() -> trust, lookup, Secrets.NONE, clock, "Orrery/test", tls);
        Probe grpc = new GrpcProbe(() -> trust, lookup, Secrets.NONE, clock, "Orrery/test", tls);
        return new ProbeByScheme(
                Map.of(
                        "http",
                        http,
                        "https",
                        http,
                        "grpc",
                        grpc,
                        "tcp",
                        new TcpProbe(() -> trust, lookup, clock),
                        "tls",
                        new TlsProbe(() -> trust, lookup, clock, tls)),
                clock);
    }

    private static void conduct(Conduct conduct, Served served) throws IOException {
        try {
            conduct.with(served);
        } catch (IOException | RuntimeException hungUp) {
            throw new IOException(hungUp);
        } catch (Exception odd) {
            throw new IllegalStateException(odd);
        }
    }
}
