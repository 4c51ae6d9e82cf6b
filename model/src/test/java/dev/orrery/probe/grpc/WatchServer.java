package dev.orrery.probe.grpc;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.Protocol;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// A gRPC health service with `Check` and `Watch`, as a test wants it to be.
final class WatchServer implements AutoCloseable {
    static final String SERVING = "00000000020801";
    static final String NOT_SERVING = "00000000020802";
    private static final String END = "end";

    final MockWebServer server = new MockWebServer();
    /// What `Check` answers.
    volatile String says = SERVING;
    /// What ends the stream; where it is null the server has none.
    volatile @Nullable String status = "14";
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CountDownLatch gone = new CountDownLatch(1);

    /// @param certificate null for one without TLS
    WatchServer(@Nullable SSLContext certificate) throws IOException {
        if (certificate == null) {
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        } else {
            server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
            server.useHttps(certificate.getSocketFactory());
        }
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean isWatch = request.getUrl().encodedPath().endsWith("/Watch");
                return isWatch ? watch() : answer().body(hex(says)).build();
            }
        });
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    String url() {
        return (server.getProtocols().contains(Protocol.HTTP_2) ? "grpcs" : "grpc") + "://127.0.0.1:"
                + server.getPort();
    }

    /// Says this on the stream.
    void say(String message) {
        messages.add(message);
    }

    /// Ends the stream.
    void end() {
        messages.add(END);
    }

    /// Whether the client has hung up within a time that is long enough.
    boolean isLeft() throws InterruptedException {
        // Only a server that has something to say notices that nobody listens.
        for (int i = 0; i < 200 && gone.getCount() > 0; i++) {
            say(SERVING);
            if (gone.await(100, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return gone.getCount() == 0;
    }

    @Override
    public void close() {
        end();
        server.close();
    }

    private MockResponse watch() {
        String ending = status;
        if (ending == null) {
            return new MockResponse.Builder()
                    .addHeader("content-type", "application/grpc")
                    .addHeader("grpc-status", "12")
                    .build();
        }
        return answer().body(new Stream())
                .trailers(Headers.of("grpc-status", ending))
                .build();
    }

    private static MockResponse.Builder answer() {
        return new MockResponse.Builder()
                .addHeader("content-type", "application/grpc")
                .trailers(Headers.of("grpc-status", "0"));
    }

    private static Buffer hex(String message) {
        return new Buffer().write(ByteString.decodeHex(message));
    }

    private final class Stream implements MockResponseBody {
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try {
                for (String next = messages.take(); !next.equals(END); next = messages.take()) {
                    sink.write(ByteString.decodeHex(next));
                    sink.flush();
                }
            } catch (IOException left) {
                gone.countDown();
                throw left;
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
