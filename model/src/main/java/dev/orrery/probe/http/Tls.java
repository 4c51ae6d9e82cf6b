package dev.orrery.probe.http;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Whose certificates are believed.
///
/// @param trusted null for those that the platform believes
record Tls(@Nullable X509TrustManager trusted) {
    static final Tls OF_THE_PLATFORM = new Tls(null);

    void configure(OkHttpClient.Builder builder) {
        if (trusted != null) {
            builder.sslSocketFactory(context(trusted).getSocketFactory(), trusted);
        }
    }

    private static SSLContext context(X509TrustManager trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusted}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every platform has TLS", e);
        }
    }
}
