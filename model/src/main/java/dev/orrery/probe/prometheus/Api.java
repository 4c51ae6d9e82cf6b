package dev.orrery.probe.prometheus;

import dev.orrery.probe.Gate;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Traffic;
import dev.orrery.probe.tls.Tls;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Requests to a server's HTTP API. Redirects are not followed, and no more of an answer is
/// read than its bound.
final class Api {
    /// Enough for a hundred thousand series.
    static final int LONGEST_ANSWER = 32 * 1024 * 1024;

    private final OkHttpClient client;
    private final Gate gate;
    private final NameLookup lookup;

    Api(Gate gate, NameLookup lookup, String userAgent, Tls tls) {
        this.gate = gate;
        this.lookup = lookup;
        this.client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxy(Proxy.NO_PROXY)
                .proxyAuthenticator(Authenticator.NONE)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .sslSocketFactory(tls.sockets(), tls.trust())
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("User-Agent", userAgent)
                        .header("Accept", "application/json")
                        .header("Connection", "close")
                        .build()))
                .build();
    }

    /// What to ask.
    ///
    /// @param base URL of the server
    /// @param path below it
    /// @param query parameters of the URL, as they are
    /// @param form names and values by turns; empty for a GET
    /// @param deadline by [System#nanoTime()]
    record Question(
            String base,
            String path,
            @Nullable String query,
            List<String> form,
            Origin origin,
            RequestHeaders headers,
            long deadline) {}

    @FunctionalInterface
    interface Reader<T> {
        T read(int status, InputStream body) throws IOException;
    }

    <T> T ask(Question question, Reader<T> reader) throws IOException {
        Duration left = Duration.ofNanos(question.deadline() - System.nanoTime());
        if (left.toMillis() < 1) {
            throw new InterruptedIOException("timeout");
        }
        HttpUrl base = HttpUrl.parse(question.base());
        if (base == null) {
            throw new IOException("no URL");
        }
        List<InetAddress> addresses = gate.addresses(question.origin(), lookup, left);
        HttpUrl url = base.newBuilder()
                .host(question.origin().host())
                .username("")
                .password("")
                .fragment(null)
                .query(null)
                .addPathSegments(question.path())
                .encodedQuery(question.query())
                .build();
        Request.Builder request = new Request.Builder().url(plainPath(url));
        question.headers().each(request::header);
        if (!question.form().isEmpty()) {
            FormBody.Builder form = new FormBody.Builder();
            for (int i = 0; i < question.form().size(); i += 2) {
                form.add(question.form().get(i), question.form().get(i + 1));
            }
            request.post(form.build());
        }
        Call call = client.newBuilder()
                .dns(_ -> addresses)
                .socketFactory(gate.sockets(question.origin(), new Traffic()))
                .callTimeout(left)
                .connectTimeout(left)
                .readTimeout(left)
                .writeTimeout(left)
                .build()
                .newCall(request.build());
        try (Response response = call.execute()) {
            T read = reader.read(response.code(), bounded(response.body().byteStream()));
            // Closing it would read on to the end of what nobody wants any more.
            call.cancel();
            return read;
        }
    }

    /// A base with a slash at its end has an empty part there.
    private static HttpUrl plainPath(HttpUrl url) {
        HttpUrl.Builder plain = url.newBuilder();
        for (int i = url.pathSize() - 1; i >= 0; i--) {
            if (url.pathSegments().get(i).isEmpty()) {
                plain.removePathSegment(i);
            }
        }
        return plain.build();
    }

    private static InputStream bounded(InputStream body) {
        return new FilterInputStream(body) {
            private int left = LONGEST_ANSWER;

            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                count(Math.max(read, 0));
                return read;
            }

            private void count(int read) throws Refusal {
                left -= read;
                if (left < 0) {
                    throw Refusal.tooLong();
                }
            }
        };
    }
}
