package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Verdict;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The faults that no server on this computer can show, told as the platform tells them.
class FaultTest {
    private static final Origin ORIGIN = Origin.of("https://shop.example/").orElseThrow();
    private static final HealthCheck CHECK = new HealthCheck(
            "https://shop.example/", Duration.ofSeconds(15), Duration.ofSeconds(5), null, SourceLocation.startOf("a"));

    static Stream<Arguments> failures() {
        SocketException brokenPipe = new SocketException("Broken pipe");
        brokenPipe.addSuppressed(
                new SSLHandshakeException("(certificate_required) Received fatal alert: certificate_required"));
        return Stream.of(
                Arguments.of(new SocketException("Too many open files"), Verdict.GAP, "too-many-open-files"),
                Arguments.of(
                        new ConnectException("Cannot assign requested address"), Verdict.GAP, "too-many-open-files"),
                Arguments.of(new NoRouteToHostException("No route to host"), Verdict.GAP, "no-route"),
                Arguments.of(new ConnectException("Network is unreachable"), Verdict.GAP, "no-route"),
                Arguments.of(wrapped(new SocketException("Network is unreachable")), Verdict.GAP, "no-route"),
                Arguments.of(new NameLookup.Silent("shop.example"), Verdict.GAP, "resolver-silent"),
                Arguments.of(new InterruptedIOException("interrupted"), Verdict.GAP, "cancelled"),
                Arguments.of(new SocketException("Closed by interrupt"), Verdict.GAP, "cancelled"),
                Arguments.of(new UnknownHostException("shop.example"), Verdict.FAIL, "nxdomain"),
                Arguments.of(new ConnectException("Connection refused"), Verdict.FAIL, "refused"),
                Arguments.of(new ConnectException("Connection timed out"), Verdict.FAIL, "connect-timeout"),
                Arguments.of(
                        new Gate.NoConnection(new SocketTimeoutException("Connect timed out"), Duration.ofSeconds(3)),
                        Verdict.FAIL,
                        "connect-timeout"),
                Arguments.of(new SocketTimeoutException("timeout"), Verdict.FAIL, "timeout"),
                Arguments.of(new InterruptedIOException("timeout"), Verdict.FAIL, "timeout"),
                Arguments.of(brokenPipe, Verdict.FAIL, "tls-client-certificate"),
                Arguments.of(new SSLException("Unsupported or unrecognized SSL message"), Verdict.FAIL, "tls-plain"),
                Arguments.of(new SSLHandshakeException("Remote host terminated the handshake"), Verdict.FAIL, "tls"),
                Arguments.of(new SocketException("Connection reset"), Verdict.FAIL, "reset"),
                Arguments.of(wrapped(new EOFException("\\n not found")), Verdict.FAIL, "closed"),
                Arguments.of(
                        new IOException("unexpected end of stream on https://shop.example/"), Verdict.FAIL, "closed"),
                Arguments.of(
                        wrapped(new SSLHandshakeException("Received fatal alert: protocol_version")),
                        Verdict.FAIL,
                        "tls-version"),
                Arguments.of(new ProtocolException("unexpected end of stream"), Verdict.FAIL, "protocol"),
                Arguments.of(new IOException("something new"), Verdict.FAIL, "protocol"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhoseFaultItIs(IOException failure, Verdict verdict, String code) {
        Fault fault = Fault.of(failure, ORIGIN, CHECK);

        assertThat(fault.reason().code()).isEqualTo(code);
        assertThat(fault.verdict()).isEqualTo(verdict);
        assertThat(fault.reason().text()).isNotBlank().doesNotContain("{");
    }

    @Test
    void namesTheCertificateThatWasWantedWhereTheConnectionIsGoneAfterwards() {
        Fault.Clues clues = Fault.Clues.NONE.wanting(true);

        assertThat(Fault.of(new SocketException("Connection reset"), ORIGIN, CHECK, clues)
                        .reason()
                        .code())
                .isEqualTo("tls-client-certificate");
        assertThat(Fault.of(new SocketTimeoutException("timeout"), ORIGIN, CHECK, clues)
                        .reason()
                        .code())
                .isEqualTo("timeout");
    }

    @Test
    void comesToAnEndWhereCausesGoInACircle() {
        IOException one = new IOException("one");
        IOException two = new IOException("two", one);
        one.addSuppressed(two);

        assertThat(Fault.of(one, ORIGIN, CHECK).verdict()).isEqualTo(Verdict.FAIL);
    }

    private static IOException wrapped(IOException cause) {
        return new IOException("unexpected", cause);
    }
}
