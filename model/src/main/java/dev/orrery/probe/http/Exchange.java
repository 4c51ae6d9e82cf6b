package dev.orrery.probe.http;

import dev.orrery.probe.Gate;
import dev.orrery.probe.Origin;
import dev.orrery.text.Untrusted;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/// One request and what comes back, on a connection of its own.
final class Exchange {
    /// No more of a body is read, whatever its status or length.
    static final int LONGEST_BODY = 256 * 1024;

    private static final String ACCEPT = "application/health+json, application/vnd.spring-boot.actuator.v3+json,"
            + " application/json;q=0.9, text/plain;q=0.5, */*;q=0.1";
    private static final String HIDDEN_STATUS = "Orrery-Hidden-Status";

    private final OkHttpClient client;
    private final Gate gate;
    private final String userAgent;

    Exchange(Gate gate, String userAgent, Tls tls) {
        this.gate = gate;
        this.userAgent = userAgent;
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .proxy(Proxy.NO_PROXY)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .addNetworkInterceptor(Exchange::hideFromLibrary);
        tls.configure(builder);
        this.client = builder.build();
    }

    /// @param addresses of the origin's host, already found
    /// @param left for all of it
    Answer get(HttpUrl url, Origin origin, List<InetAddress> addresses, Duration left) throws IOException {
        OkHttpClient own = client.newBuilder()
                .dns(_ -> addresses)
                .socketFactory(sockets(origin))
                .callTimeout(left)
                .connectTimeout(part(left, 0.6))
                .readTimeout(part(left, 0.95))
                .writeTimeout(part(left, 0.6))
                .build();
        Request request = new Request.Builder()
                .url(url)
                .header("User-Agent", userAgent)
                .header("Accept", ACCEPT)
                .header("Accept-Encoding", "identity")
                .header("Connection", "close")
                .build();
        Call call = own.newCall(request);
        try (Response response = call.execute()) {
            Answer answer = answer(response);
            // Closing a response reads on to the end of its body; what is still coming is not wanted.
            call.cancel();
            return answer;
        }
    }

    private static Answer answer(Response response) throws IOException {
        MediaType declared = response.body().contentType();
        String mediaType =
                declared == null ? "" : (declared.type() + "/" + declared.subtype()).toLowerCase(Locale.ROOT);
        Charset charset = declared == null ? StandardCharsets.UTF_8 : charset(declared);
        Optional<String> location = Optional.ofNullable(response.header("Location"));
        String encoding = Optional.ofNullable(response.header("Content-Encoding"))
                .map(header -> Untrusted.oneLine(header, 40))
                .orElse("identity");
        InputStream raw = response.body().byteStream();
        Optional<InputStream> plain = decoded(raw, encoding.strip().toLowerCase(Locale.ROOT));
        if (plain.isEmpty()) {
            return new Answer(
                    status(response), location, headers(response), mediaType, new Answer.Body.Encoded(encoding), false);
        }
        byte[] bytes = plain.get().readNBytes(LONGEST_BODY + 1);
        boolean whole = bytes.length <= LONGEST_BODY;
        String text = new String(bytes, 0, Math.min(bytes.length, LONGEST_BODY), charset);
        return new Answer(status(response), location, headers(response), mediaType, new Answer.Body.Text(text), whole);
    }

    private static SortedMap<String, String> headers(Response response) {
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach(header -> headers.putIfAbsent(header.getFirst(), header.getSecond()));
        return Collections.unmodifiableSortedMap(headers);
    }

    private static Charset charset(MediaType declared) {
        Charset charset = declared.charset(StandardCharsets.UTF_8);
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    /// Nothing compressed was asked for, but some send it. Empty where it cannot be undone.
    private static Optional<InputStream> decoded(InputStream raw, String encoding) throws IOException {
        try {
            return switch (encoding) {
                case "", "identity" -> Optional.of(raw);
                case "gzip", "x-gzip" -> Optional.of(new GZIPInputStream(raw));
                case "deflate" -> Optional.of(new InflaterInputStream(raw));
                default -> Optional.empty();
            };
        } catch (ZipException | EOFException notSo) {
            return Optional.empty();
        }
    }

    /// The library reacts by itself to two answers, and does not where it cannot see them: it asks again after
    /// `503` with `Retry-After: 0`, and throws at `407` from a server that is no proxy.
    private static Response hideFromLibrary(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Response.Builder hidden =
                response.newBuilder().removeHeader("Retry-After").removeHeader(HIDDEN_STATUS);
        if (response.code() == 407) {
            hidden.code(400).header(HIDDEN_STATUS, "407");
        }
        return hidden.build();
    }

    private static int status(Response response) {
        String hidden = response.header(HIDDEN_STATUS);
        return hidden == null ? response.code() : Integer.parseInt(hidden);
    }

    private SocketFactory sockets(Origin origin) {
        return new SocketFactory() {
            @Override
            public Socket createSocket() {
                return gate.socket(origin);
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
        };
    }

    /// These would connect before the gate sees the address; nobody calls them.
    private static UnsupportedOperationException unguarded() {
        return new UnsupportedOperationException("sockets are made unconnected");
    }

    private static Duration part(Duration whole, double factor) {
        return Duration.ofMillis(Math.max(1, (long) (whole.toMillis() * factor)));
    }
}
