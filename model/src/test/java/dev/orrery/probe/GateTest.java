package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost, 127.0.0.1, true",
        "http://localhost, ::1, true",
        "http://localhost, 10.0.0.1, false",
        "http://localhost, 93.184.215.14, false",
        "http://127.0.0.1, 127.0.0.1, true",
        "http://127.0.0.1, 127.0.0.2, false",
        "http://127.0.0.1, 10.0.0.1, false",
        "http://example.org, 93.184.215.14, true",
        "http://example.org, 10.0.0.1, true",
        "http://example.org, 127.0.0.1, false",
        "http://example.org, ::1, false",
        "http://example.org, 0.0.0.0, false",
        "http://example.org, 169.254.169.254, false",
        "http://example.org, 100.100.100.200, false",
        "http://example.org, fd00:ec2::254, false",
        "http://example.org, fe80::1, false",
        "http://example.org, 64:ff9b::7f00:1, false",
        "http://example.org, 224.0.0.1, false",
        "http://orders, 172.17.0.3, true",
        "http://orders, 127.0.0.1, false",
        "http://169.254.169.254, 169.254.169.254, true",
        "http://169.254.169.254, 169.254.169.253, false",
    })
    void letsANameLeadOnlyWhereItMayLead(String url, String address, boolean allowed) throws IOException {
        Origin origin = Origin.of(url).orElseThrow();
        Gate gate = new Gate(() -> Trust.of(List.of(origin)));
        InetAddress real = InetAddress.ofLiteral(address);

        if (allowed) {
            gate.check(origin, real);
            assertThat(OriginGroup.of(real)).isNotNull();
        } else {
            assertThatExceptionOfType(Gate.Refused.class)
                    .isThrownBy(() -> gate.check(origin, real))
                    .satisfies(refused -> assertThat(refused.address()).isEqualTo(real));
        }
    }

    @Test
    void looksUpNoNameThatIsNotAllowed() {
        List<String> lookedUp = new ArrayList<>();
        Gate gate = new Gate(() -> Trust.NONE);
        Origin origin = Origin.of("http://example.org").orElseThrow();

        assertThatExceptionOfType(Gate.Refused.class)
                .isThrownBy(() -> gate.addresses(
                        origin,
                        host -> {
                            lookedUp.add(host);
                            return List.of(InetAddress.ofLiteral("93.184.215.14"));
                        },
                        Duration.ofSeconds(1)));
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void refusesAllAddressesWhereOneIsWrong() {
        Origin origin = Origin.of("http://example.org").orElseThrow();
        Gate gate = new Gate(() -> Trust.of(List.of(origin)));
        List<InetAddress> mixed =
                List.of(InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("169.254.169.254"));

        assertThatExceptionOfType(Gate.Refused.class)
                .isThrownBy(() -> gate.addresses(origin, _ -> mixed, Duration.ofSeconds(1)));
    }

    @Test
    void connectsNoSocketToAnotherPortOrAddress() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            server.setSoTimeout(1);
            Origin other = new Origin("http", "127.0.0.1", server.getLocalPort() == 1024 ? 1025 : 1024);
            Origin elsewhere = new Origin("http", "example.org", server.getLocalPort());
            Gate gate = new Gate(() -> Trust.of(List.of(other, elsewhere)));

            for (Origin origin : List.of(other, elsewhere)) {
                try (Socket socket = gate.socket(origin)) {
                    assertThatExceptionOfType(Gate.Refused.class)
                            .isThrownBy(() -> socket.connect(
                                    new InetSocketAddress(server.getInetAddress(), server.getLocalPort())));
                    assertThat(socket.isConnected()).isFalse();
                }
            }
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
        }
    }

    @Test
    void goesThroughNoProxyThatTheSystemNames() throws IOException {
        System.setProperty("socksProxyHost", "127.0.0.1");
        System.setProperty("socksProxyPort", "1");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            Origin origin = new Origin("tcp", "127.0.0.1", server.getLocalPort());
            Gate gate = new Gate(() -> Trust.of(List.of(origin)));

            try (Socket socket = gate.socket(origin)) {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
                try (Socket accepted = server.accept()) {
                    assertThat(accepted.getPort()).isEqualTo(socket.getLocalPort());
                }
            }
        } finally {
            System.clearProperty("socksProxyHost");
            System.clearProperty("socksProxyPort");
        }
    }

    @Test
    void makesNoSocketBeforeAnOriginIsNamed() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Gate.closed().createSocket());
    }

    @Test
    void connectsWhatIsAllowed() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            Origin origin = new Origin("tcp", "127.0.0.1", server.getLocalPort());
            Gate gate = new Gate(() -> Trust.of(List.of(origin)));

            try (Socket socket = gate.socket(origin)) {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }
}
