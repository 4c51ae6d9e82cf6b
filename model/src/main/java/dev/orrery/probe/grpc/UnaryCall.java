package dev.orrery.probe.grpc;

import dev.orrery.health.ServerCertificate;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Gate;
import dev.orrery.probe.Origin;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Traffic;
import dev.orrery.probe.tls.Tls;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Calls a method with one message and one answer, on a connection of its own.
final class UnaryCall {
    /// An answer of the health service has seven bytes.
    private static final int LONGEST = 64 * 1024;

    private static final String CHECK = "grpc.health.v1.Health/Check";

    private final OkHttpClient client;
    private final Gate gate;
    private final Tls tls;
    private final String userAgent;

    UnaryCall(Gate gate, String userAgent, Tls tls) {
        this.gate = gate;
        this.tls = tls;
        this.userAgent = userAgent;
        this.client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .proxy(Proxy.NO_PROXY)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .sslSocketFactory(tls.sockets(), tls.trust())
                .build();
    }

    Outcome check(Origin origin, List<InetAddress> addresses, String service, RequestHeaders headers, Duration left)
            throws IOException {
        boolean secure = origin.scheme().equals("grpcs");
        // A connection that is not kept is closed with the last byte of the body, and trailers come after it.
        ConnectionPool pool = new ConnectionPool(1, 1, TimeUnit.MINUTES);
        OkHttpClient own = client.newBuilder()
                .protocols(secure ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .connectionPool(pool)
                .dns(_ -> addresses)
                .socketFactory(gate.sockets(origin, new Traffic()))
                .callTimeout(left)
                .connectTimeout(part(left, 0.6))
                .readTimeout(part(left, 0.95))
                .writeTimeout(part(left, 0.6))
                .build();
        HttpUrl url = new HttpUrl.Builder()
                .scheme(secure ? "https" : "http")
                .host(origin.host())
                .port(origin.port())
                .addPathSegments(CHECK)
                .build();
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("te", "trailers")
                .header("User-Agent", userAgent)
                .header("Accept-Encoding", "identity")
                .header("grpc-timeout", Math.max(1, Math.min(left.toMillis(), 99_999_999)) + "m")
                .header("content-type", "application/grpc")
                .post(RequestBody.create(HealthMessage.request(service)));
        headers.each(request::header);
        tls.forget();
        Call call = own.newCall(request.build());
        try (Response response = call.execute()) {
            return outcome(response);
        } finally {
            pool.evictAll();
        }
    }

    /// What was seen before a call failed.
    Fault.Clues clues() {
        return new Fault.Clues(0, false, tls.shown().orElse(null));
    }

    private Outcome outcome(Response response) throws IOException {
        String type =
                Optional.ofNullable(response.header("content-type")).orElse("").toLowerCase(Locale.ROOT);
        boolean isGrpc = response.protocol() != Protocol.HTTP_1_1 && type.startsWith("application/grpc");
        byte[] message = new byte[0];
        Headers trailers = response.headers();
        if (isGrpc && response.header("grpc-status") == null) {
            message = response.body().byteStream().readNBytes(LONGEST + 1);
            trailers = message.length > LONGEST ? Headers.EMPTY : response.trailers();
        }
        @Nullable ServerCertificate certificate = tls.shown().orElse(null);
        return new Outcome(
                response.code(),
                number(trailers.get("grpc-status")),
                Untrusted.oneLine(
                        Optional.ofNullable(trailers.get("grpc-message")).orElse(""), 120),
                isGrpc,
                message,
                certificate);
    }

    private static Optional<Integer> number(@Nullable String written) {
        boolean plain = written != null
                && !written.isEmpty()
                && written.length() < 4
                && written.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Optional.of(Integer.valueOf(written)) : Optional.empty();
    }

    private static Duration part(Duration whole, double factor) {
        return Duration.ofMillis(Math.max(1, (long) (whole.toMillis() * factor)));
    }
}
