package dev.orrery.probe.faults;

import static dev.orrery.probe.faults.FaultRow.SHORT;

import dev.orrery.health.Verdict;
import dev.orrery.probe.tls.Tls;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.Protocol;
import okio.Buffer;
import okio.ByteString;

/// What the gRPC health service may answer, over real HTTP/2.
class GrpcFaultsTest extends FaultTable {
    @Override
    Stream<FaultRow> rows() {
        return Stream.of(
                row(
                        "gRPC: not serving",
                        Verdict.FAIL,
                        "grpc-not-serving",
                        "Says that it is not serving",
                        said("00000000020802", "0")),
                row(
                        "gRPC: no health service",
                        Verdict.NONE,
                        "grpc-no-health",
                        "127.0.0.1:# speaks gRPC, but has no health service",
                        said("", "12")),
                row(
                        "gRPC: unknown service name",
                        Verdict.NONE,
                        "grpc-no-such-service",
                        "Answers, but does not know the service “shop.v1.Cart”",
                        said("", "5")),
                row(
                        "gRPC: not gRPC",
                        Verdict.FAIL,
                        "not-grpc",
                        "127.0.0.1:# answers, but does not speak gRPC",
                        new MockResponse.Builder().body("hello").build()),
                row(
                        "gRPC: missing trailers",
                        Verdict.FAIL,
                        "grpc-no-status",
                        "127.0.0.1:# ended its answer without a gRPC status",
                        new MockResponse.Builder()
                                .addHeader("content-type", "application/grpc")
                                .body(new Buffer().write(ByteString.decodeHex("00000000020801")))
                                .build()),
                new FaultRow(
                        "gRPC: silent",
                        Verdict.FAIL,
                        "timeout",
                        "No answer from 127.0.0.1:# within ~",
                        1,
                        1,
                        SHORT,
                        play(new MockResponse.Builder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build())));
    }

    private static FaultRow row(String name, Verdict verdict, String code, String words, MockResponse answer) {
        return new FaultRow(name, verdict, code, words, 1, 1, play(answer));
    }

    private static FaultRow.Play play(MockResponse answer) {
        return deadline -> {
            try (MockWebServer server = new MockWebServer()) {
                server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
                server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
                server.enqueue(answer);
                FaultRow.Played asked = Playing.ask(
                        "grpc://127.0.0.1:" + server.getPort() + "/shop.v1.Cart",
                        deadline,
                        Tls.ofThePlatform(),
                        host -> List.of(InetAddress.getByName(host)));
                return new FaultRow.Played(asked.answer(), 1, server.getRequestCount(), asked.took());
            }
        };
    }

    private static MockResponse said(String bytes, String status) {
        return new MockResponse.Builder()
                .addHeader("content-type", "application/grpc")
                .body(new Buffer().write(ByteString.decodeHex(bytes)))
                .trailers(Headers.of("grpc-status", status))
                .build();
    }
}
