package dev.orrery.probe.tls;

import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServerCertificate;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Gate;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Trust;
import dev.orrery.text.ShownUrl;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// Asks `tls://host:port` for its certificate and says how long it holds; nothing is asked of whoever listens behind.
public final class TlsProbe implements Probe {
    private final Gate gate;
    private final NameLookup lookup;
    private final InstantSource clock;
    private final Tls tls;

    /// @param trust asked anew for every connection
    public TlsProbe(Supplier<Trust> trust, NameLookup lookup, InstantSource clock, Tls tls) {
        this.gate = new Gate(trust);
        this.lookup = lookup;
        this.clock = clock;
        this.tls = tls;
    }

    @Override
    public Observation ask(ProbeTarget target) {
        long began = System.nanoTime();
        Optional<Origin> origin = Origin.of(target.check().url());
        if (origin.isEmpty()) {
            Reason bad = Reason.of(
                    "bad-url", Untrusted.oneLine(ShownUrl.of(target.check().url())));
            return observation(target, began, Verdict.NONE, bad, null);
        }
        tls.forget();
        try {
            ServerCertificate shown = handshake(target, origin.get(), began);
            if (shown.notAfter().isBefore(clock.instant())) {
                Fault expired = Fault.expired(origin.get(), shown);
                return observation(target, began, expired.verdict(), expired.reason(), shown);
            }
            String days = Long.toString(shown.daysLeft(clock.instant()));
            return observation(target, began, Verdict.PASS, Reason.of("certificate-holds", days), shown);
        } catch (IOException failure) {
            @Nullable ServerCertificate shown = tls.shown().orElse(null);
            Fault fault = Fault.of(
                    failure,
                    origin.get(),
                    target.check(),
                    new Fault.Clues(0, false, shown).wanting(tls.wasAskedForOne()));
            return observation(target, began, fault.verdict(), fault.reason(), shown);
        }
    }

    /// With each address in turn, until one answers or the time is up.
    private ServerCertificate handshake(ProbeTarget target, Origin origin, long began) throws IOException {
        List<InetAddress> addresses =
                gate.addresses(origin, lookup, target.check().timeout());
        IOException failure = new InterruptedIOException("timeout");
        for (InetAddress address : addresses) {
            int left = (int) target.check().timeout().minus(since(began)).toMillis();
            if (left < 1) {
                break;
            }
            try (Socket plain =
                    gate.socket(origin, began + target.check().timeout().toNanos())) {
                plain.connect(new InetSocketAddress(address, origin.port()), left);
                return handshake(origin, plain);
            } catch (Gate.NoConnection | ConnectException noneThere) {
                failure = noneThere;
            }
        }
        throw failure;
    }

    private ServerCertificate handshake(Origin origin, Socket plain) throws IOException {
        try (SSLSocket secure = (SSLSocket) tls.sockets().createSocket(plain, origin.host(), origin.port(), true)) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return Certificates.read((X509Certificate) secure.getSession().getPeerCertificates()[0]);
        }
    }

    private Observation observation(
            ProbeTarget target, long began, Verdict verdict, Reason reason, @Nullable ServerCertificate shown) {
        String format = verdict == Verdict.PASS ? "tls" : null;
        return new Observation(
                        target.id(), clock.instant(), since(began), verdict, reason, null, format, List.of(), null)
                .withCertificate(shown);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
