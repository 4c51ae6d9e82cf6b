package dev.orrery.probe;

import dev.orrery.health.Reason;
import dev.orrery.health.ServerCertificate;
import dev.orrery.health.Verdict;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.HealthCheck;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a failed exchange means: whose fault it is, and which.
///
/// The platform tells the same fault in many ways, and often only in words or in a suppressed exception, so all of
/// a failure's causes are looked through, most telling fault first.
///
/// @param verdict FAIL, or GAP for a fault on this side, or NONE where the name leads where it may not
public record Fault(Verdict verdict, Reason reason) {
    private static final String STATUS_LINE = "Unexpected status line:";

    /// What was seen of an exchange before it failed.
    ///
    /// @param received bytes of an answer
    /// @param begun whether the head of an answer was complete
    /// @param certificate that the server showed
    /// @param ended whether the server has closed the connection
    /// @param body how many bytes of it came, and of how many; null where that is not known
    /// @param certificateWanted whether the server asked for a certificate
    public record Clues(
            long received,
            boolean begun,
            @Nullable ServerCertificate certificate,
            boolean ended,
            @Nullable String body,
            boolean certificateWanted) {
        public static final Clues NONE = new Clues(0, false, null);

        /// Where nobody closed the connection, or it is told by the failure itself.
        public Clues(long received, boolean begun, @Nullable ServerCertificate certificate) {
            this(received, begun, certificate, false, null, false);
        }

        /// No head of an answer is that long; the library gives up on one without saying so.
        private static final long LONGEST_HEAD = 200_000;

        /// The same, of a server that asked for a certificate or not.
        public Clues wanting(boolean asked) {
            return new Clues(received, begun, certificate, ended, body, asked);
        }

        public boolean flood() {
            return !begun && received > LONGEST_HEAD;
        }
    }

    /// @param failure of an exchange with `origin`
    /// @param check for the times that it allows
    public static Fault of(IOException failure, Origin origin, HealthCheck check) {
        return of(failure, origin, check, Clues.NONE);
    }

    /// @param clues what was seen before it failed
    public static Fault of(IOException failure, Origin origin, HealthCheck check, Clues clues) {
        List<Throwable> causes = new ArrayList<>();
        collect(failure, causes);
        String host = origin.authority();
        return ours(causes, origin)
                .or(() -> connecting(causes, origin, check))
                .or(() -> TlsFault.of(causes, origin, clues.certificate()))
                .or(() -> speaking(causes, host, check, clues))
                .orElseGet(() -> protocol(failure, host));
    }

    /// The certificate no longer holds, though the handshake did not say so.
    public static Fault expired(Origin origin, ServerCertificate certificate) {
        return TlsFault.expired(origin, certificate);
    }

    private static Optional<Fault> ours(List<Throwable> causes, Origin origin) {
        for (Throwable cause : causes) {
            if (cause instanceof Gate.Refused refused) {
                return Optional.of(refused(refused));
            }
            if (cause instanceof NameLookup.Silent) {
                return gap("resolver-silent", origin.host());
            }
            if (says(cause, "too many open files", "cannot assign requested address", "no buffer space")) {
                return gap("too-many-open-files");
            }
            if (says(cause, "closed by interrupt") || isInterrupt(cause)) {
                return gap("cancelled");
            }
            if (cause instanceof NoRouteToHostException || says(cause, "network is unreachable", "network is down")) {
                return gap("no-route", origin.host());
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> connecting(List<Throwable> causes, Origin origin, HealthCheck check) {
        for (Throwable cause : causes) {
            if (cause instanceof UnknownHostException) {
                return Optional.of(fail("nxdomain", origin.host()));
            }
            if (cause instanceof Gate.NoConnection silence) {
                return Optional.of(fail("connect-timeout", Latency.inWords(silence.waited()), origin.authority()));
            }
            if (says(cause, "connection timed out")) {
                return Optional.of(fail("connect-timeout", seconds(check), origin.authority()));
            }
            if (cause instanceof ConnectException) {
                return Optional.of(fail("refused", origin.authority()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> speaking(List<Throwable> causes, String host, HealthCheck check, Clues clues) {
        if (clues.flood()) {
            return Optional.of(fail("headers-too-long", host));
        }
        for (Throwable cause : causes) {
            if (cause instanceof NotHttp2) {
                return Optional.of(fail("not-http2", host));
            }
            if (cause instanceof InterruptedIOException) {
                return Optional.of(
                        clues.received() == 0
                                ? fail("timeout", seconds(check), host)
                                : fail("too-slow", seconds(check), host, Long.toString(clues.received())));
            }
            boolean putOff = OnceMore.isPutOff(cause);
            boolean nothing = clues.received() == 0 && (putOff || says(cause, "settings preface not received"));
            boolean closed = clues.ended() && (nothing || says(cause, "stream was reset: cancel"));
            if (putOff && !closed) {
                return Optional.of(fail("http2-put-off", host));
            }
            if (says(cause, "stream was reset") && !closed) {
                return Optional.of(fail("stream-reset", host, words(cause)));
            }
            boolean noMore = closed
                    || cause instanceof EOFException
                    || says(cause, "unexpected end of stream", "connection reset", "broken pipe");
            if (noMore && clues.begun()) {
                String body = clues.body();
                return Optional.of(fail("cut", host, body == null ? Long.toString(clues.received()) : body));
            }
            if (noMore && clues.certificateWanted()) {
                return Optional.of(fail("tls-client-certificate", host));
            }
            if (noMore && !(cause instanceof ProtocolException)) {
                return Optional.of(fail(says(cause, "connection reset", "broken pipe") ? "reset" : "closed", host));
            }
        }
        return Optional.empty();
    }

    private static Fault protocol(IOException failure, String host) {
        String words = words(failure);
        int banner = words.indexOf(STATUS_LINE);
        return banner < 0
                ? fail("protocol", host + ": " + words)
                : fail(
                        "not-http",
                        host,
                        words.substring(banner + STATUS_LINE.length()).strip());
    }

    private static String words(Throwable cause) {
        return Untrusted.oneLine(String.valueOf(cause.getMessage()), 120);
    }

    private static Fault refused(Gate.Refused refused) {
        String origin = refused.origin().toString();
        return refused.address() == null
                ? new Fault(Verdict.GAP, Reason.of("origin-not-allowed", origin))
                : new Fault(
                        Verdict.NONE,
                        Reason.of("address-refused", origin, refused.address().getHostAddress()));
    }

    /// An interrupted thread, as against one whose time was up; both are told with the same exception.
    private static boolean isInterrupt(Throwable cause) {
        return cause instanceof InterruptedIOException && says(cause, "interrupted");
    }

    private static void collect(Throwable at, List<Throwable> causes) {
        if (causes.size() > 50 || causes.contains(at)) {
            return;
        }
        causes.add(at);
        if (at.getCause() != null) {
            collect(at.getCause(), causes);
        }
        for (Throwable suppressed : at.getSuppressed()) {
            collect(suppressed, causes);
        }
    }

    static boolean says(Throwable cause, String... words) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (message.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Fault> gap(String code, String... arguments) {
        return Optional.of(new Fault(Verdict.GAP, Reason.of(code, arguments)));
    }

    static Fault fail(String code, String... arguments) {
        return new Fault(Verdict.FAIL, Reason.of(code, arguments));
    }

    private static String seconds(HealthCheck check) {
        return Latency.inWords(check.timeout());
    }
}
