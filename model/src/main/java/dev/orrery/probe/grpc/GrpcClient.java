package dev.orrery.probe.grpc;

import dev.orrery.probe.Gate;
import dev.orrery.probe.Origin;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Traffic;
import dev.orrery.probe.tls.Tls;
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
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Prepares calls of the health service, each on a connection of its own.
final class GrpcClient {
    private static final String SERVICE = "grpc.health.v1.Health/";

    private final OkHttpClient client;
    private final Gate gate;
    private final String userAgent;

    GrpcClient(Gate gate, String userAgent, Tls tls) {
        this.gate = gate;
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

    /// What to ask.
    ///
    /// @param addresses of the origin's host, already found
    /// @param service empty for the server as a whole
    /// @param left for all of a call; of a stream, for its first message
    record Question(Origin origin, List<InetAddress> addresses, String service, RequestHeaders headers, Duration left) {
        boolean secure() {
            return origin.scheme().equals("grpcs");
        }
    }

    /// A call with its connection, which ends with it.
    record Line(Call call, ConnectionPool pool) implements AutoCloseable {
        @Override
        public void close() {
            call.cancel();
            pool.evictAll();
        }
    }

    /// `Check`: one message each way.
    Line check(Question question, Traffic traffic) {
        long millis = Math.max(1, Math.min(question.left().toMillis(), 99_999_999));
        return line("Check", question, traffic, question.left(), part(question.left(), 0.95), millis + "m");
    }

    /// `Watch`: a message with each change.
    Line watch(Question question) {
        return line("Watch", question, new Traffic(), Duration.ZERO, question.left(), null);
    }

    private Line line(
            String method,
            Question question,
            Traffic traffic,
            Duration whole,
            Duration read,
            @Nullable String deadline) {
        // A connection that is not kept is closed with the last byte of the body, and trailers come after it.
        ConnectionPool pool = new ConnectionPool(1, 1, TimeUnit.MINUTES);
        OkHttpClient own = client.newBuilder()
                .protocols(
                        question.secure()
                                ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                                : List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .connectionPool(pool)
                .dns(_ -> question.addresses())
                .socketFactory(gate.sockets(question.origin(), traffic))
                .callTimeout(whole)
                .connectTimeout(part(question.left(), 0.6))
                .readTimeout(read)
                .writeTimeout(part(question.left(), 0.6))
                .build();
        HttpUrl url = new HttpUrl.Builder()
                .scheme(question.secure() ? "https" : "http")
                .host(question.origin().host())
                .port(question.origin().port())
                .addPathSegments(SERVICE + method)
                .build();
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("te", "trailers")
                .header("User-Agent", userAgent)
                .header("Accept-Encoding", "identity")
                .header("content-type", "application/grpc")
                .post(RequestBody.create(HealthMessage.request(question.service())));
        if (deadline != null) {
            request.header("grpc-timeout", deadline);
        }
        question.headers().each(request::header);
        return new Line(own.newCall(request.build()), pool);
    }

    /// Whether an answer calls itself gRPC.
    static boolean isGrpc(Response response) {
        String type =
                Optional.ofNullable(response.header("content-type")).orElse("").toLowerCase(Locale.ROOT);
        return response.protocol() != Protocol.HTTP_1_1 && type.startsWith("application/grpc");
    }

    /// A status, as headers or trailers give it.
    static Optional<Integer> status(@Nullable String written) {
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
