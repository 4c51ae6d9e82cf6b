package dev.orrery.probe.prometheus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/// A server that answers queries as it was told, all others with nothing.
final class FakePrometheus implements AutoCloseable {
    /// By the clock of this server, which need not be ours.
    static final long NOW = 1_700_000_000L;

    private static final String NOTHING = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new LinkedHashMap<>();
    private final List<String> queries = Collections.synchronizedList(new ArrayList<>());

    FakePrometheus() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        answers.put("time()", ok("{\"resultType\":\"scalar\",\"result\":[" + NOW + ".5,\"" + NOW + ".5\"]}"));
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /// All that was asked, in order.
    List<String> queries() {
        return List.copyOf(queries);
    }

    /// Series of a metric: labels in JSON, to the age of the newest sample in seconds and its
    /// value.
    FakePrometheus with(String query, Map<String, String> series) {
        List<String> items = new ArrayList<>();
        series.forEach((labels, ageAndValue) -> {
            String[] parts = ageAndValue.split(" ", 2);
            long age = Long.parseLong(parts[0]);
            items.add("{\"metric\":" + labels + ",\"values\":[[" + (NOW - age - 15) + ".25,\"1\"],[" + (NOW - age)
                    + ".25,\"" + parts[1] + "\"]]}");
        });
        return with(query, ok("{\"resultType\":\"matrix\",\"result\":[" + String.join(",", items) + "]}"));
    }

    /// A vector: labels in JSON, to the value.
    FakePrometheus withNow(String query, Map<String, String> series) {
        List<String> items = new ArrayList<>();
        series.forEach((labels, value) ->
                items.add("{\"metric\":" + labels + ",\"value\":[" + NOW + ".5,\"" + value + "\"]}"));
        return with(query, ok("{\"resultType\":\"vector\",\"result\":[" + String.join(",", items) + "]}"));
    }

    FakePrometheus with(String query, MockResponse answer) {
        answers.put(query, answer);
        return this;
    }

    static MockResponse ok(String data) {
        return body("{\"status\":\"success\",\"data\":" + data + "}");
    }

    static MockResponse body(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    static Instant ago(long seconds) {
        return Instant.ofEpochSecond(NOW - seconds).plusMillis(250);
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.endsWith("/api/v2/alerts")) {
            String question = path + "?" + request.getUrl().query();
            queries.add(question);
            return answers.getOrDefault("alerts", body("[]"));
        }
        String form = Objects.requireNonNull(request.getBody()).utf8();
        String query = URLDecoder.decode(form.substring("query=".length()), StandardCharsets.UTF_8);
        queries.add(query);
        MockResponse exact = answers.get(query);
        String metric = query.endsWith("s]") ? query.substring(0, query.indexOf('[')) : query;
        return exact == null ? answers.getOrDefault(metric, body(NOTHING)) : exact;
    }

    @Override
    public void close() {
        server.close();
    }
}
