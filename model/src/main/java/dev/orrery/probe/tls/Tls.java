package dev.orrery.probe.tls;

import dev.orrery.health.ServerCertificate;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Secure connections, and what was shown on them. Certificates are always verified; there is no switch for it.
///
/// Safe to use from many threads. What was shown is noted by thread, since a handshake runs on the thread that asked
/// for it.
public final class Tls {
    private final NotingTrust trust;
    private final NotingKeys keys = new NotingKeys();
    private final SSLSocketFactory sockets;

    private Tls(X509ExtendedTrustManager believed) {
        this.trust = new NotingTrust(believed);
        this.sockets = context(keys, trust).getSocketFactory();
    }

    /// Believes those whom the platform believes.
    public static Tls ofThePlatform() {
        return new Tls(platform(null));
    }

    /// Believes the authorities in this store alone.
    public static Tls believing(KeyStore authorities) {
        return new Tls(platform(authorities));
    }

    public SSLSocketFactory sockets() {
        return sockets;
    }

    public X509TrustManager trust() {
        return trust;
    }

    /// Forgets what this thread was shown; called before a connection is made.
    public void forget() {
        trust.forget();
        keys.forget();
    }

    /// Whether this thread was asked for a certificate of its own since it last forgot. There is none to show.
    public boolean wasAskedForOne() {
        return keys.wasAsked();
    }

    /// The certificate that this thread was shown since it last forgot, good or bad.
    public Optional<ServerCertificate> shown() {
        @Nullable X509Certificate shown = trust.shown();
        return Optional.ofNullable(shown).map(Certificates::read);
    }

    private static X509ExtendedTrustManager platform(@Nullable KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager x509) {
                    return x509;
                }
            }
            throw new IllegalStateException("every platform verifies X.509 certificates");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's authorities cannot be read", e);
        }
    }

    private static SSLContext context(KeyManager keys, X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every platform has TLS", e);
        }
    }
}
