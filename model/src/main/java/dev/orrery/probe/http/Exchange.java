package dev.orrery.probe.http;

import dev.orrery.health.ServerCertificate;
import dev.orrery.probe.Gate;
import dev.orrery.probe.NotHttp2;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Redaction;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.tls.Certificates;
import dev.orrery.probe.tls.Tls;
import dev.orrery.text.Untrusted;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// One request and what comes back, on a connection of its own.
///
/// One client of the library serves all requests: building one for each costs as much as reading its answer. What is
/// different for each goes along with the request.
final class Exchange {
    /// No more of a body is read, whatever its status or length.
    static final int LONGEST_BODY = 256 * 1024;

    private static final String ACCEPT = "application/health+json, application/vnd.spring-boot.actuator.v3+json,"
            + " application/json;q=0.9, text/plain;q=0.5, */*;q=0.1";
    private static final String HIDDEN_STATUS = "Orrery-Hidden-Status";
    private static final String HIDDEN_RETRY = "Orrery-Hidden-Retry-After";

    private final OkHttpClient http1;
    private final OkHttpClient http2;
    private final OkHttpClient clearHttp2;
    private final Gate gate;
    private final String userAgent;
    private final Tls tls;
    private final InstantSource clock;

    /// The library goes through a whole pool for every connection, so one for all would cost the more, the more
    /// probes are under way. None is kept: a pool only knows those that are busy. It is looked after with each
    /// connection, and once more after the time that is named here.
    private final ConnectionPool[] pools = new ConnectionPool[64];

    Exchange(Gate gate, String userAgent, Tls tls, InstantSource clock) {
        this.gate = gate;
        this.userAgent = userAgent;
        this.tls = tls;
        this.clock = clock;
        Arrays.setAll(pools, _ -> new ConnectionPool(0, 5, TimeUnit.MINUTES));
        // The call's own time is for all of it. A second one for each read and write would only wake a thread each
        // time to be set.
        OkHttpClient client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .proxy(Proxy.NO_PROXY)
                .proxyAuthenticator(Authenticator.NONE)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .socketFactory(Gate.closed())
                .sslSocketFactory(tls.sockets(), tls.trust())
                .eventListenerFactory(call -> trace(call.request()))
                .addInterceptor(this::asAsked)
                .addNetworkInterceptor(Exchange::hideFromLibrary)
                .build();
        this.http1 = speaking(client, Protocol.HTTP_1_1);
        this.http2 = speaking(client, Protocol.HTTP_2, Protocol.HTTP_1_1);
        this.clearHttp2 = speaking(client, Protocol.H2_PRIOR_KNOWLEDGE);
    }

    /// What to ask.
    ///
    /// @param addresses of the origin's host, already found
    /// @param left for all of it
    record Question(
            HttpUrl url,
            Origin origin,
            List<InetAddress> addresses,
            Duration left,
            RequestHeaders headers,
            boolean http2) {}

    /// What came back, and what was said beside it.
    record Reply(
            Answer answer,
            @Nullable Duration retryAfter,
            @Nullable ServerCertificate certificate) {}

    Reply get(Question question, Trace trace) throws IOException {
        Request.Builder request = new Request.Builder().url(question.url()).header("Accept", ACCEPT);
        question.headers().each(request::header);
        request.header("User-Agent", userAgent)
                .header("Accept-Encoding", "identity")
                .header("Connection", "close")
                .tag(Question.class, question)
                .tag(Trace.class, trace);
        tls.forget();
        Call call = client(question).newCall(request.build());
        call.timeout().timeout(question.left().toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            Answer answer = answer(call, response, question.headers().redaction(), trace);
            Duration retryAfter = Optional.ofNullable(response.header(HIDDEN_RETRY))
                    .flatMap(written -> RetryAfter.read(written, clock.instant()))
                    .orElse(null);
            return new Reply(answer, retryAfter, certificate(response));
        } catch (IOException failure) {
            trace.saw(tls.shown().orElse(null), tls.wasAskedForOne());
            boolean unprepared = question.http2() && !question.url().isHttps();
            throw unprepared ? NotHttp2.orElse(failure, trace.traffic()) : failure;
        }
    }

    private OkHttpClient client(Question question) {
        if (!question.http2()) {
            return http1;
        }
        return question.url().isHttps() ? http2 : clearHttp2;
    }

    private static OkHttpClient speaking(OkHttpClient client, Protocol... protocols) {
        return client.newBuilder().protocols(List.of(protocols)).build();
    }

    /// Gives the library what holds for this request alone. Without it no socket is made.
    private Response asAsked(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Question question = Objects.requireNonNull(request.tag(Question.class));
        Duration connect = question.left().multipliedBy(6).dividedBy(10);
        return chain.withDns(_ -> question.addresses())
                .withSocketFactory(
                        gate.sockets(question.origin(), trace(request).traffic()))
                .withConnectionPool(pools[question.origin().hashCode() & 63])
                .withConnectTimeout(Math.clamp(connect.toMillis(), 1, Integer.MAX_VALUE), TimeUnit.MILLISECONDS)
                .proceed(request);
    }

    private static Trace trace(Request request) {
        return Objects.requireNonNull(request.tag(Trace.class));
    }

    /// A session that is taken up again shows no certificate, but remembers it.
    private @Nullable ServerCertificate certificate(Response response) {
        Handshake handshake = response.handshake();
        if (handshake == null) {
            return null;
        }
        return tls.shown()
                .or(() -> handshake.peerCertificates().stream()
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .findFirst()
                        .map(Certificates::read))
                .orElse(null);
    }

    private static Answer answer(Call call, Response response, Redaction redaction, Trace trace) throws IOException {
        try {
            return answer(response, redaction, trace);
        } finally {
            if (response.protocol() == Protocol.HTTP_1_1) {
                // Closing it would read on to the end of its body; what is still coming is not wanted. HTTP/2 has a
                // frame to say so, which cannot be sent once the call is cancelled.
                call.cancel();
            }
        }
    }

    private static Answer answer(Response response, Redaction redaction, Trace trace) throws IOException {
        MediaType declared = response.body().contentType();
        String mediaType =
                declared == null ? "" : (declared.type() + "/" + declared.subtype()).toLowerCase(Locale.ROOT);
        Charset charset = declared == null ? StandardCharsets.UTF_8 : charset(declared);
        Optional<String> location = Optional.ofNullable(response.header("Location"));
        String encoding = Optional.ofNullable(response.header("Content-Encoding"))
                .map(header -> Untrusted.oneLine(header, 40))
                .orElse("identity");
        boolean http2 = response.protocol() != Protocol.HTTP_1_1;
        InputStream raw =
                trace.counted(response.body().byteStream(), response.body().contentLength());
        Optional<InputStream> plain = decoded(raw, encoding.strip().toLowerCase(Locale.ROOT));
        if (plain.isEmpty()) {
            return new Answer(
                    status(response),
                    location,
                    headers(response),
                    mediaType,
                    new Answer.Body.Encoded(encoding),
                    false,
                    http2);
        }
        byte[] bytes = plain.get().readNBytes(room(response, plain.get().equals(raw)));
        boolean whole = bytes.length <= LONGEST_BODY;
        String text = redaction.clean(new String(bytes, 0, Math.min(bytes.length, LONGEST_BODY), charset));
        return new Answer(
                status(response), location, headers(response), mediaType, new Answer.Body.Text(text), whole, http2);
    }

    /// How much of a body to read, so that room is made for no more than there is to come.
    private static int room(Response response, boolean asSent) {
        long length = asSent ? response.body().contentLength() : -1;
        return length < 0 || length > LONGEST_BODY ? LONGEST_BODY + 1 : (int) length;
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
        String retryAfter = response.header("Retry-After");
        boolean isPlain = retryAfter == null
                && response.code() != 407
                && response.header(HIDDEN_STATUS) == null
                && response.header(HIDDEN_RETRY) == null;
        if (isPlain) {
            return response;
        }
        Response.Builder hidden = response.newBuilder()
                .removeHeader("Retry-After")
                .removeHeader(HIDDEN_STATUS)
                .removeHeader(HIDDEN_RETRY);
        if (retryAfter != null && (response.code() == 429 || response.code() == 503)) {
            hidden.header(HIDDEN_RETRY, retryAfter);
        }
        if (response.code() == 407) {
            hidden.code(400).header(HIDDEN_STATUS, "407");
        }
        return hidden.build();
    }

    private static int status(Response response) {
        String hidden = response.header(HIDDEN_STATUS);
        return hidden == null ? response.code() : Integer.parseInt(hidden);
    }
}
