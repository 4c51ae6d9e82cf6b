package dev.orrery.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.http.HttpProbe;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Endpoints that want to do harm, asked beside good ones: bodies without end, bodies that trickle, deep JSON, bodies
/// that unpack to more than there is memory. The good ones are judged all the same, and in time.
///
/// With `-Dorrery.hostile=1000` there are a thousand of them and nine thousand good ones, and what it took is printed.
class HostileFleetTest {
    private static final int HOSTILE = Integer.getInteger("orrery.hostile", 20);
    private static final int GOOD = 9 * HOSTILE;
    private static final boolean MEASURED = HOSTILE >= 1000;
    private static final Duration INTERVAL = MEASURED ? Duration.ofSeconds(10) : Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration PATIENT = MEASURED ? Duration.ofSeconds(5) : Duration.ofSeconds(30);
    private static final int ROUNDS = MEASURED ? 3 : 2;
    private static final long HEAP = 64L << 20;
    private static final SourceLocation HERE = SourceLocation.startOf("fleet.yaml");

    /// How late the probe is that this thread is about to make.
    private static final ThreadLocal<Duration> LATE = new ThreadLocal<>();

    private final List<ServerSocket> servers = new ArrayList<>();
    private final Queue<Duration> lateness = new ConcurrentLinkedQueue<>();
    private final Queue<Observation> hostileAnswers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch asked = new CountDownLatch(ROUNDS * GOOD);

    @Test
    void goodOnesAreJudgedBesideAnyNumberOfHostileOnes() throws Exception {
        byte[] bomb = bomb();
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < HOSTILE; i++) {
            int kind = i % 4;
            services.add(service("hostile-" + i, serve(i, socket -> attack(kind, socket, bomb)) + "/health", TIMEOUT));
            String good = serve(HOSTILE + i, HostileFleetTest::answer);
            for (int j = 0; j < 9; j++) {
                services.add(service("good-" + i + "-" + j, good + "/" + j, PATIENT));
            }
        }
        Topology topology = new Topology("fleet", services, List.of(), List.of());
        Trust trust = Trust.of(Origin.of(topology));
        HealthBoard[] board = {HealthBoard.of(topology)};
        Clocks clocks = new Clocks(InstantSource.system(), new SteadyClock(InstantSource.system()));
        long before = heap();
        try (Prober prober = Prober.live(
                probe(trust),
                () -> trust,
                clocks,
                new Random(3),
                report -> {
                    synchronized (board) {
                        board[0] = board[0].with(report.answers(), HealthPolicy.DEFAULT);
                    }
                },
                LATE::set)) {
            prober.retarget(ProbePlan.of(topology, HealthPolicy.DEFAULT, 0));
            assertThat(asked.await(150, TimeUnit.SECONDS)).isTrue();
            awaitUp(board);
            long during = heap();
            assertThat(during - before).isLessThan(HEAP);
            tell(during - before);
        } finally {
            for (ServerSocket server : servers) {
                server.close();
            }
        }
        assertThat(hostileAnswers)
                .isNotEmpty()
                .allMatch(answer -> answer.verdict() != Verdict.PASS
                        || answer.reason().code().equals("answers"));
        assertThat(hostileAnswers.stream().map(answer -> answer.reason().code()))
                .contains("answers", "too-slow", "ambiguous");
    }

    private Probe probe(Trust trust) {
        HttpProbe http = new HttpProbe(
                () -> trust, host -> List.of(InetAddress.getByName(host)), InstantSource.system(), "Orrery/test");
        return target -> {
            boolean good = target.id().service().startsWith("good");
            if (good) {
                lateness.add(LATE.get());
            }
            Observation answer = http.ask(target);
            if (good) {
                asked.countDown();
            } else {
                hostileAnswers.add(answer);
            }
            return answer;
        };
    }

    /// Reports come a tenth of a second after the answers.
    private static void awaitUp(HealthBoard[] board) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            long up;
            synchronized (board) {
                up = board[0].services().values().stream()
                        .filter(service -> service.health() == Health.UP)
                        .count();
            }
            if (up >= GOOD) {
                return;
            }
            assertThat(System.nanoTime()).as(up + " of " + GOOD + " are up").isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void tell(long heap) {
        List<Duration> sorted = lateness.stream().sorted().toList();
        if (MEASURED) {
            System.out.printf(
                    "%d hostile, %d good: lateness p50 %s p99 %s max %s, heap +%d MB, load %.1f%n",
                    HOSTILE,
                    GOOD,
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 99 / 100),
                    sorted.getLast(),
                    heap >> 20,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private interface Conduct {
        void with(Socket socket) throws IOException;
    }

    /// On a host of its own.
    private String serve(int number, Conduct conduct) throws IOException {
        String host = "127.2." + number / 250 + "." + (1 + number % 250);
        ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral(host));
        servers.add(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> {
                        try (socket) {
                            RawServer.readRequest(socket);
                            conduct.with(socket);
                        } catch (IOException hungUp) {
                            // as it should
                        }
                    });
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return "http://" + host + ":" + server.getLocalPort();
    }

    private static void answer(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 15\r\n\r\n{\"status\":\"UP\"}"
                        .getBytes(US_ASCII));
    }

    private static void attack(int kind, Socket socket, byte[] bomb) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (kind) {
            case 0 -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(US_ASCII));
                byte[] block = new byte[16 * 1024];
                while (true) {
                    out.write(block);
                }
            }
            case 1 -> {
                for (int i = 0; i < 100; i++) {
                    out.write('H');
                    LockSupport.parkNanos(100_000_000);
                }
            }
            case 2 -> {
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                out.write("[{\"a\":".repeat(40_000).getBytes(US_ASCII));
            }
            default -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(US_ASCII));
                out.write(bomb);
            }
        }
    }

    /// A megabyte that unpacks to a gigabyte of JSON.
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write("{\"status\":\"".getBytes(US_ASCII));
            byte[] block = new byte[1 << 20];
            int megabytes = MEASURED ? 1024 : 64;
            for (int i = 0; i < megabytes; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static Service service(String id, String url, Duration timeout) {
        HealthCheck check = new HealthCheck(url, INTERVAL, timeout, null, HERE);
        return Service.of(id, ServiceKind.SERVICE, HERE).withHealthChecks(List.of(check));
    }
}
