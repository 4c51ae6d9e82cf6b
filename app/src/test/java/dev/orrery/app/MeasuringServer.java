package dev.orrery.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server that answers as Prometheus does: services that are up, and who calls whom by Tempo's service graph.
public final class MeasuringServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private volatile List<String> calls = List.of();
    private volatile List<String> up = List.of();

    public MeasuringServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/api/v1/query", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// @param pairs as in `web>api`
    public void calls(String... pairs) {
        calls = List.of(pairs);
    }

    /// Names of services whose probes succeed.
    public void up(String... services) {
        up = List.of(services);
    }

    /// All that was asked.
    public List<String> queries() {
        return List.copyOf(queries);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String query = URLDecoder.decode(form.substring("query=".length()), UTF_8);
        queries.add(query);
        long now = Instant.now().getEpochSecond();
        String data;
        if (query.equals("time()")) {
            data = "{\"resultType\":\"scalar\",\"result\":[" + now + ",\"" + now + "\"]}";
        } else if (query.startsWith("probe_success[")) {
            data = series(
                    "matrix",
                    up.stream()
                            .map(name -> "{\"metric\":{\"service\":\"" + name + "\"},\"values\":[[" + (now - 15)
                                    + ",\"1\"],[" + now + ",\"1\"]]}"));
        } else if (query.contains("traces_service_graph_request_total")) {
            data = series(
                    "vector",
                    calls.stream()
                            .map(pair -> pair.split(">", -1))
                            .map(ends -> "{\"metric\":{\"client\":\"" + ends[0] + "\",\"server\":\"" + ends[1]
                                    + "\"},\"value\":[" + now + ",\"7\"]}"));
        } else {
            data = series("vector", Stream.of());
        }
        byte[] body = ("{\"status\":\"success\",\"data\":" + data + "}").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String series(String type, Stream<String> items) {
        return items.collect(Collectors.joining(",", "{\"resultType\":\"" + type + "\",\"result\":[", "]}"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
