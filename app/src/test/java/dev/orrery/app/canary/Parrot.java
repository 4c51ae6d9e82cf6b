package dev.orrery.app.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server that repeats the secret that it was sent, in every way in which an answer can hold text.
final class Parrot implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 500, InetAddress.ofLiteral("127.0.0.1"));
    private final Random random;
    private final String elsewhere;
    private final @Nullable Canary planted;
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    /// @param elsewhere the origin to which it wants to send its visitors with what they carry
    Parrot(long seed, String elsewhere) throws IOException {
        this(seed, elsewhere, null);
    }

    /// @param planted to be said in place of what was sent, so that nobody knows that it is to be masked; null for none
    Parrot(long seed, String elsewhere, @Nullable Canary planted) throws IOException {
        this.random = new Random(seed);
        this.elsewhere = elsewhere;
        this.planted = planted;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> answer(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    String origin() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /// How often it was sent a secret.
    int repeated() {
        return repeated.get();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void answer(Socket socket) {
        try (socket) {
            List<String> head = head(socket.getInputStream());
            String secret = head.stream()
                    .filter(line -> line.startsWith("X-Api-Key: "))
                    .map(line -> line.substring("X-Api-Key: ".length()))
                    .findFirst()
                    .orElse("");
            if (!secret.isEmpty()) {
                repeated.incrementAndGet();
            }
            OutputStream out = socket.getOutputStream();
            out.write(answer(planted == null ? new Canary(secret) : planted).getBytes(UTF_8));
            out.flush();
        } catch (IOException gone) {
            // whoever asked has hung up
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            text.append((char) next);
        }
        return text.toString().lines().toList();
    }

    private String answer(Canary secret) {
        String said = spelt(secret);
        int status = List.of(200, 200, 200, 401, 404, 429, 500, 503).get(random(8));
        String body = body(secret, said);
        return switch (random(10)) {
            case 0 -> with("302 Found", "Location: " + elsewhere + "/steal?k=" + secret.inUrl() + "\r\n", said);
            case 1 -> with("307 " + said, "Location: /loop/" + secret.inUrl() + "\r\n", said);
            case 2 -> with("200 " + said, "Content-Encoding: " + said + "\r\n", body);
            case 3 -> with(status + " " + said, "Retry-After: " + said + "\r\nSet-Cookie: k=" + said + "\r\n", body);
            case 4 -> said + "\r\n\r\n";
            case 5 -> with("200 OK", "X-Echo: " + said + "\r\nX-Service: " + said + "\r\n", body);
            case 6 -> "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + body;
            default -> with(status + " Said", "", body);
        };
    }

    private String body(Canary secret, String said) {
        return switch (random(9)) {
            case 0 ->
                "{\"status\":\"DOWN\",\"components\":{\"db " + said
                        + "\":{\"status\":\"DOWN\",\"details\":{\"error\":\"" + said + "\"}}}}";
            case 1 -> "{\"status\":\"" + said + "\"}";
            case 2 -> "{\"status\":" + said;
            case 3 -> "{\"status\":\"UP\",\"service\":\"" + said + "\",\"ready\":\"" + said + "\"}";
            case 4 -> "CRITICAL - " + said;
            case 5 -> "[-]" + said + " failed: reason withheld\nhealthz check failed";
            case 6 -> "<html><h1>" + secret.inHtml() + "</h1><input type=password></html>";
            case 7 -> "x".repeat(16 * 1024 - 20) + said;
            default -> said.length() > 4 ? said.substring(0, 3) + "\u200b" + said.substring(3) : said;
        };
    }

    private String spelt(Canary secret) {
        return switch (random(9)) {
            case 0 -> secret.base64();
            case 1 -> secret.hex();
            case 2 -> secret.inUrl();
            case 3 -> secret.escaped();
            case 4 -> secret.slashed();
            case 5 -> secret.inHtml();
            default -> secret.value();
        };
    }

    private static String with(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n"
                + body;
    }

    private int random(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }
}
