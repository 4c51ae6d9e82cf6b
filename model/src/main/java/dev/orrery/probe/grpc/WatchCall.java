package dev.orrery.probe.grpc;

import dev.orrery.health.Verdict;
import dev.orrery.probe.Subscription.End;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Calls `Watch`, which answers with how the service is, and again with each change.
final class WatchCall {
    private static final int HEAD = 5;
    private static final int LONGEST = 64 * 1024;
    /// PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED: it will not be otherwise tomorrow.
    private static final Set<Integer> FOR_GOOD = Set.of(7, 12, 16);

    private final GrpcClient client;

    WatchCall(GrpcClient client) {
        this.client = client;
    }

    /// Blocks as long as the stream lasts. What was not said within the time for the first message is broken; after
    /// that, silence is as it should be.
    End follow(GrpcClient.Question question, Consumer<Verdict> said) {
        boolean interrupted = false;
        try (GrpcClient.Line line = client.watch(question)) {
            End end = follow(line, said);
            // What is still to be sent to end it needs a thread that may wait.
            interrupted = Thread.interrupted();
            return end;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static End follow(GrpcClient.Line line, Consumer<Verdict> said) {
        try (Response response = line.call().execute()) {
            if (response.code() != 200 || !GrpcClient.isGrpc(response)) {
                return response.code() >= 400 && response.code() < 500 ? End.NOT_OFFERED : End.BROKEN;
            }
            if (response.header("grpc-status") != null) {
                return ended(response.header("grpc-status"));
            }
            BufferedSource messages = response.body().source();
            while (!messages.exhausted()) {
                byte @Nullable [] message = next(messages);
                Optional<HealthMessage.Status> status =
                        message == null ? Optional.empty() : HealthMessage.status(message);
                if (status.isEmpty()) {
                    return End.BROKEN;
                }
                said.accept(GrpcJudgement.of(status.get(), "").verdict());
                messages.timeout().timeout(0, TimeUnit.NANOSECONDS);
            }
            return ended(response.trailers().get("grpc-status"));
        } catch (IOException broken) {
            return End.BROKEN;
        }
    }

    private static End ended(@Nullable String status) {
        return GrpcClient.status(status).filter(FOR_GOOD::contains).isPresent() ? End.NOT_OFFERED : End.BROKEN;
    }

    /// The next message with its head; null where it is too long to be one.
    private static byte @Nullable [] next(BufferedSource messages) throws IOException {
        messages.require(HEAD);
        byte[] head = messages.readByteArray(HEAD);
        int length = ByteBuffer.wrap(head).getInt(1);
        if (length < 0 || length > LONGEST) {
            return null;
        }
        return ByteBuffer.allocate(HEAD + length)
                .put(head)
                .put(messages.readByteArray(length))
                .array();
    }
}
