package dev.orrery.probe.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Judges as another does, and notes what it was shown before it judges.
final class NotingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    /// A client has one of these, and shakes hands on the thread that asks.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable X509Certificate> shown = new ThreadLocal<>();

    NotingTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    void forget() {
        shown.remove();
    }

    @Nullable
    X509Certificate shown() {
        return shown.get();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        note(chain);
        judge.checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        note(chain);
        judge.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        note(chain);
        judge.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    private void note(X509Certificate[] chain) {
        if (chain.length > 0) {
            shown.set(chain[0]);
        }
    }
}
