package dev.orrery.probe.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Gate;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.grpc.GrpcProbe;
import dev.orrery.probe.tcp.TcpProbe;
import dev.orrery.probe.tls.Tls;
import dev.orrery.probe.tls.TlsProbe;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every odd spelling of an address that nobody allowed, by itself, behind a redirect and out of a name server that
/// changes its mind with each question: none of them is connected to.
class AddressFormsTest {
    private static final InetAddress VICTIM = InetAddress.ofLiteral("127.0.0.2");

    /// Spellings of the victim, of this computer and of addresses that hand out credentials or reach many.
    static final List<String> FORMS = List.of(
            "127.0.0.2",
            "127.2",
            "127.0.2",
            "2130706434",
            "0x7f000002",
            "0X7F000002",
            "0x7f.0.0.2",
            "0x7f.0x0.0x0.0x2",
            "0x7f.2",
            "017700000002",
            "0177.0.0.2",
            "0177.0.0.02",
            "127.0.0.02",
            "0x7f.0.0.02",
            "127.0.0.2.",
            "127.000.000.002",
            "127。0。0。2",
            "１２７.0.0.2",
            "127．0．0．2",
            "①②⑦.0.0.2",
            "%31%32%37.0.0.2",
            "127%2e0%2e0%2e2",
            "a@127.0.0.2",
            "shop.example@127.0.0.2",
            "shop.example:80@127.0.0.2",
            "shop.example%40127.0.0.2",
            "shop.example\\@127.0.0.2",
            "[::ffff:127.0.0.2]",
            "[::ffff:7f00:2]",
            "[0:0:0:0:0:ffff:7f00:0002]",
            "[::127.0.0.2]",
            "[::7f00:2]",
            "[::ffff:0:7f00:2]",
            "[64:ff9b::127.0.0.2]",
            "[64:ff9b:1::7f00:2]",
            "[2002:7f00:2::]",
            "[2001:0:5ef5:79fd:0:0:80ff:fffd]",
            "[2001:db8::200:5efe:7f00:2]",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::1%25lo]",
            "[::1%lo]",
            "[::]",
            "0",
            "0.0.0.0",
            "0.0.0.2",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "ⓛocalhost",
            "loc\u00adalhost",
            "a.localhost",
            "169.254.169.254",
            "0xa9fea9fe",
            "2852039166",
            "[::ffff:169.254.169.254]",
            "[fe80::1]",
            "[fe80::a9fe:a9fe%25eth0]",
            "[fd00:ec2::254]",
            "[fd20:ce::254]",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "metadata.google.internal",
            "224.0.0.1",
            "[ff02::1]",
            "[64:ff9b::e000:1]",
            "255.255.255.255",
            "240.0.0.1",
            "127.0.0.2.nip.io",
            "xn--127-jq3bvb3f.0.0.2");

    private static final Tls TLS = Tls.ofThePlatform();
    private static ServerSocket victim;
    private static AtomicInteger connections;

    @BeforeAll
    static void listen() throws IOException {
        connections = new AtomicInteger();
        victim = new ServerSocket(0, 50, VICTIM);
        Thread.ofVirtual().start(() -> {
            while (!victim.isClosed()) {
                try (Socket _ = victim.accept()) {
                    connections.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterAll
    static void close() throws IOException {
        victim.close();
    }

    @Test
    void areManyAndTheVictimCanBeReached() throws IOException {
        assertThat(FORMS).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        int before = connections.get();
        Origin direct = new Origin("http", "127.0.0.2", victim.getLocalPort());

        assertThat(ask("http", direct.authority(), List.of(direct), new Flipping())
                        .reason()
                        .code())
                .isIn("closed", "reset");
        assertThat(connectionsNow()).isEqualTo(before + 1);
    }

    static Stream<String> forms() {
        return FORMS.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isNotConnectedToWhereAnotherHostIsAllowed(String form) throws IOException {
        int before = connections.get();
        Flipping lookup = new Flipping();
        List<Origin> allowed = new ArrayList<>();
        for (String scheme : List.of("http", "https", "tcp", "tls", "grpc")) {
            allowed.add(new Origin(scheme, "shop.example", victim.getLocalPort()));
            allowed.add(new Origin(scheme, "127.0.0.1", victim.getLocalPort()));
        }
        for (String scheme : List.of("http", "https", "tcp", "tls", "grpc")) {
            Observation answer = ask(scheme, form + ":" + victim.getLocalPort(), allowed, lookup);

            assertThat(answer.verdict()).isIn(Verdict.GAP, Verdict.NONE);
            assertThat(answer.reason().code()).isIn("origin-not-allowed", "bad-url");
        }
        assertThat(lookup.asked).isEmpty();
        assertThat(connectionsNow()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void isNotConnectedToWhereANameLeadsThere(InetAddress address) throws IOException {
        int before = connections.get();
        List<InetAddress> good = List.of(InetAddress.ofLiteral("10.20.30.40"), InetAddress.ofLiteral("192.0.2.7"));
        for (String scheme : List.of("http", "https", "tcp", "tls", "grpc")) {
            Origin origin = new Origin(scheme, "shop.example", victim.getLocalPort());
            // The first answer is good and the second is not, in one list and one after the other.
            Flipping lookup = new Flipping(List.of(good.getFirst(), address), List.of(address));
            for (int i = 0; i < 2; i++) {
                Observation answer = ask(scheme, origin.authority(), List.of(origin), lookup);

                assertThat(answer.reason().code()).as(scheme + " " + address).isEqualTo("address-refused");
                assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
            }
            assertThat(lookup.asked).hasSize(2);
            Gate gate = new Gate(() -> Trust.of(List.of(origin)));
            Flipping later = new Flipping(good, List.of(address));
            assertThat(gate.addresses(origin, later, Duration.ofSeconds(1))).isEqualTo(good);
            InetAddress flipped = later.addresses("shop.example").getFirst();
            try (Socket socket = gate.socket(origin)) {
                assertThatExceptionOfType(Gate.Refused.class)
                        .isThrownBy(() -> socket.connect(new InetSocketAddress(flipped, origin.port())));
            }
        }
        assertThat(connectionsNow()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isNotConnectedToBehindARedirect(int position) throws IOException {
        int before = connections.get();
        for (String form : FORMS) {
            AtomicInteger hops = new AtomicInteger();
            String there = "http://" + form.replace("shop.example", "127.0.0.1") + ":" + victim.getLocalPort() + "/";
            try (RawServer server = new RawServer(socket -> {
                RawServer.readRequest(socket);
                String to = hops.incrementAndGet() == position ? there : "/next";
                socket.getOutputStream()
                        .write(("HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(UTF_8));
                socket.getOutputStream().flush();
            })) {
                Origin origin = Origin.of(server.url()).orElseThrow();
                Observation answer = ask("http", origin.authority(), List.of(origin), new Flipping());

                assertThat(answer.reason().code()).as(form).isEqualTo("redirect-elsewhere");
                assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
                assertThat(hops.get()).isEqualTo(position);
            }
        }
        assertThat(connectionsNow()).isEqualTo(before);
    }

    static Stream<InetAddress> addresses() {
        return FORMS.stream().flatMap(form -> literal(form).stream()).distinct();
    }

    /// Where a form is an address by itself, and not only a name or no host at all.
    private static Optional<InetAddress> literal(String form) {
        return Origin.of("http://" + form + ":80/")
                .map(Origin::host)
                .filter(host -> host.contains(":") || host.matches("[0-9.]+"))
                .map(InetAddress::ofLiteral);
    }

    /// With what is still on its way through the queue.
    private static int connectionsNow() throws IOException {
        int before = connections.get();
        try (Socket marker = new Socket(VICTIM, victim.getLocalPort())) {
            marker.setSoTimeout(10_000);
            try {
                assertThat(marker.getInputStream().read()).isEqualTo(-1);
            } catch (SocketTimeoutException late) {
                throw new AssertionError("the victim hangs", late);
            }
        }
        int marked = connections.decrementAndGet();
        assertThat(marked).isGreaterThanOrEqualTo(before);
        return marked;
    }

    /// Answers otherwise with each question.
    private static final class Flipping implements NameLookup {
        private final List<List<InetAddress>> answers;
        private final List<String> asked = new ArrayList<>();

        Flipping(List<InetAddress> one, List<InetAddress> other) {
            this.answers = List.of(one, other);
        }

        Flipping() {
            this(List.of(InetAddress.ofLiteral("192.0.2.7")), List.of(VICTIM));
        }

        @Override
        public List<InetAddress> addresses(String host) {
            asked.add(host);
            return answers.get((asked.size() - 1) % answers.size());
        }
    }

    private static Observation ask(String scheme, String authority, Collection<Origin> allowed, NameLookup lookup) {
        Trust trust = Trust.of(allowed);
        InstantSource clock = InstantSource.system();
        Map<String, Probe> probes = Map.of(
                "http",
                new HttpProbe(() -> trust, lookup, Secrets.NONE, clock, "Orrery/test", TLS),
                "tcp",
                new TcpProbe(() -> trust, lookup, clock),
                "tls",
                new TlsProbe(() -> trust, lookup, clock, TLS),
                "grpc",
                new GrpcProbe(() -> trust, lookup, Secrets.NONE, clock, "Orrery/test", TLS));
        HealthCheck check = new HealthCheck(
                scheme + "://" + authority + "/health",
                Duration.ofSeconds(15),
                Duration.ofSeconds(20),
                null,
                SourceLocation.startOf("shop.yaml"));
        return Objects.requireNonNull(probes.get(scheme.replace("https", "http")))
                .ask(new ProbeTarget(new CheckId("shop", 0), check));
    }
}
