package dev.orrery.probe.faults;

import static dev.orrery.probe.faults.FaultRow.LONG;

import dev.orrery.health.Verdict;
import dev.orrery.probe.tls.TestAuthority;
import dev.orrery.probe.tls.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/// Faults of secure connections.
class TlsFaultsTest extends FaultTable {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final byte[] HERE = {127, 0, 0, 1};
    private static final Duration DAY = Duration.ofDays(1);

    private final Instant now = Instant.now();

    @Override
    Stream<FaultRow> rows() throws GeneralSecurityException, IOException {
        TestAuthority authority = new TestAuthority();
        Tls ours = authority.trust();
        Tls platform = Tls.ofThePlatform();
        Instant before = now.minus(DAY.multipliedBy(2));
        SSLContext good = authority.server(HERE, before, now.plus(DAY.multipliedBy(90)));
        return Stream.of(
                refused(
                        "TLS expired",
                        "tls-expired",
                        "The certificate of 127.0.0.1 expired on " + day(now.minus(DAY)),
                        authority.server(HERE, before, now.minus(DAY)),
                        ours),
                refused(
                        "TLS not yet valid",
                        "tls-not-yet-valid",
                        "The certificate of 127.0.0.1 is not valid before " + day(now.plus(DAY))
                                + ", or the clock here is wrong",
                        authority.server(HERE, now.plus(DAY), now.plus(DAY.multipliedBy(2))),
                        ours),
                refused(
                        "TLS issuer not trusted: self-signed",
                        "tls-self-signed",
                        "Nobody but itself vouches for the certificate of 127.0.0.1",
                        authority.selfSigned(),
                        platform),
                refused(
                        "TLS issuer not trusted: unknown authority",
                        "tls-untrusted",
                        "The issuer of the certificate of 127.0.0.1 is not trusted: Test authority",
                        good,
                        platform),
                refused(
                        "TLS hostname mismatch",
                        "tls-name",
                        "The certificate is for other.example, not for 127.0.0.1",
                        authority.serverNamed("other.example", before, now.plus(DAY)),
                        ours),
                refused(
                        "TLS hostname mismatch: common name only",
                        "tls-name",
                        "The certificate is for 127.0.0.1, not for 127.0.0.1",
                        authority.serverWithCommonNameOnly(before, now.plus(DAY)),
                        ours),
                refused(
                        "TLS hostname mismatch: another address",
                        "tls-name",
                        "The certificate is for 10.0.0.1, not for 127.0.0.1",
                        authority.server(new byte[] {10, 0, 0, 1}, before, now.plus(DAY)),
                        ours),
                new FaultRow(
                        "TLS expires soon",
                        Verdict.PASS,
                        "answers",
                        "Answers with status 200",
                        1,
                        1,
                        Playing.secured(
                                authority.server(HERE, before, now.plus(DAY.multipliedBy(3))),
                                ours,
                                _ -> {},
                                served -> Playing.answer(served, OK))),
                new FaultRow(
                        "TLS 1.1 at most: the server says so",
                        Verdict.FAIL,
                        "tls-version",
                        "127.0.0.1:# speaks no version of TLS that is still safe",
                        1,
                        0,
                        Playing.by(
                                "https",
                                served -> {
                                    served.socket().getInputStream().read();
                                    served.write("\u0015\u0003\u0001\u0000\u0002\u0002F");
                                },
                                ours)),
                new FaultRow(
                        "TLS 1.1 at most: the server hangs up",
                        Verdict.FAIL,
                        "tls",
                        "No secure connection: 127.0.0.1:#: Remote host terminated the handshake",
                        1,
                        0,
                        Playing.secured(
                                good,
                                ours,
                                socket -> socket.setEnabledProtocols(new String[] {"TLSv1.1"}),
                                served -> Playing.answer(served, OK))),
                mutual("TLS client certificate required", "TLSv1.3", good, ours),
                mutual("TLS client certificate required: TLS 1.2", "TLSv1.2", good, ours),
                new FaultRow(
                        "HTTP on the https port",
                        Verdict.FAIL,
                        "tls-plain",
                        "127.0.0.1:# does not speak TLS",
                        1,
                        0,
                        Playing.by(
                                "https",
                                served -> {
                                    served.write("HTTP/1.1 400 Bad Request\r\n\r\n");
                                    served.awaitEnd();
                                },
                                ours)));
    }

    private static FaultRow refused(String name, String code, String words, SSLContext context, Tls tls) {
        return new FaultRow(
                name,
                Verdict.FAIL,
                code,
                words,
                1,
                0,
                LONG,
                Playing.secured(context, tls, _ -> {}, served -> Playing.answer(served, OK)));
    }

    private static FaultRow mutual(String name, String version, SSLContext context, Tls tls) {
        return new FaultRow(
                name,
                Verdict.FAIL,
                "tls-client-certificate",
                "127.0.0.1:# wants a certificate from whoever asks",
                1,
                0,
                Playing.secured(
                        context,
                        tls,
                        socket -> {
                            socket.setNeedClientAuth(true);
                            socket.setEnabledProtocols(new String[] {version});
                        },
                        served -> Playing.answer(served, OK)));
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
