package dev.orrery.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Trust;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TcpProbeTest {
    private static final byte[] HERE = {127, 0, 0, 1};

    @Test
    void passesWhereThePortIsOpenAndFailsOnceItIsClosed() throws IOException {
        String url;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByAddress(HERE))) {
            url = "tcp://127.0.0.1:" + server.getLocalPort();

            Observation open = ask(url, Trust.of(List.of(Origin.of(url).orElseThrow())));
            assertThat(open.verdict()).isEqualTo(Verdict.PASS);
            assertThat(open.format()).isEqualTo("tcp");
            assertThat(open.reason().text()).isEqualTo("The port is open; nothing more was asked");
        }

        Observation closed = ask(url, Trust.of(List.of(Origin.of(url).orElseThrow())));
        assertThat(closed.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(closed.reason().code()).isEqualTo("refused");
    }

    @Test
    void connectsToNothingThatIsNotAllowed() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByAddress(HERE))) {
            Observation answer = ask("tcp://127.0.0.1:" + server.getLocalPort(), Trust.NONE);

            assertThat(answer.verdict()).isEqualTo(Verdict.GAP);
            assertThat(answer.reason().code()).isEqualTo("origin-not-allowed");
        }
    }

    private static Observation ask(String url, Trust trust) {
        SourceLocation here = SourceLocation.startOf("shop.yaml");
        return new TcpProbe(() -> trust, host -> List.of(InetAddress.getByName(host)), InstantSource.system())
                .ask(new ProbeTarget(
                        new CheckId("db", 0),
                        new HealthCheck(url, Duration.ofSeconds(15), Duration.ofSeconds(20), null, here)));
    }
}
