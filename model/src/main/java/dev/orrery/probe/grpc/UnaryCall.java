package dev.orrery.probe.grpc;

import dev.orrery.health.ServerCertificate;
import dev.orrery.probe.Fault;
import dev.orrery.probe.NotHttp2;
import dev.orrery.probe.Traffic;
import dev.orrery.probe.tls.Tls;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Calls `Check`, with one message and one answer.
final class UnaryCall {
    /// An answer of the health service has seven bytes.
    private static final int LONGEST = 64 * 1024;

    private final GrpcClient client;
    private final Tls tls;

    UnaryCall(GrpcClient client, Tls tls) {
        this.client = client;
        this.tls = tls;
    }

    /// @param traffic counts what comes back
    Outcome check(GrpcClient.Question question, Traffic traffic) throws IOException {
        tls.forget();
        try (GrpcClient.Line line = client.check(question, traffic);
                Response response = line.call().execute()) {
            return outcome(response);
        } catch (IOException failure) {
            throw question.secure() ? failure : NotHttp2.orElse(failure, traffic);
        }
    }

    /// What was seen before a call failed. A connection talks of its own accord, which is no part of an answer.
    Fault.Clues clues(Traffic traffic) {
        long received = traffic.ended() ? traffic.received() : 0;
        return new Fault.Clues(received, false, tls.shown().orElse(null), traffic.ended(), null, tls.wasAskedForOne());
    }

    private Outcome outcome(Response response) throws IOException {
        boolean isGrpc = GrpcClient.isGrpc(response);
        byte[] message = new byte[0];
        Headers trailers = response.headers();
        if (isGrpc && response.header("grpc-status") == null) {
            message = response.body().byteStream().readNBytes(LONGEST + 1);
            trailers = message.length > LONGEST ? Headers.EMPTY : response.trailers();
        }
        @Nullable ServerCertificate certificate = tls.shown().orElse(null);
        return new Outcome(
                response.code(),
                GrpcClient.status(trailers.get("grpc-status")),
                Untrusted.oneLine(
                        Optional.ofNullable(trailers.get("grpc-message")).orElse(""), 120),
                isGrpc,
                message,
                certificate);
    }
}
