package dev.orrery.probe;

import dev.orrery.health.Reason;
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
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What a failed exchange means: whose fault it is, and which.
///
/// The platform tells the same fault in many ways, and often only in words or in a suppressed exception, so all of
/// a failure's causes are looked through, most telling fault first.
///
/// @param verdict FAIL, or GAP for a fault on this side, or NONE where the name leads where it may not
public record Fault(Verdict verdict, Reason reason) {

    /// @param failure of an exchange with `origin`
    /// @param check for the times that it allows
    public static Fault of(IOException failure, Origin origin, HealthCheck check) {
        List<Throwable> causes = new ArrayList<>();
        collect(failure, causes);
        return ours(causes, origin)
                .or(() -> connecting(causes, origin, check))
                .or(() -> tls(causes, origin))
                .or(() -> speaking(causes, check))
                .orElseGet(() -> fail("protocol", Untrusted.oneLine(String.valueOf(failure.getMessage()), 120)));
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
            if (cause instanceof Gate.NoConnection || says(cause, "connection timed out")) {
                return Optional.of(fail("connect-timeout", seconds(check)));
            }
            if (cause instanceof ConnectException) {
                return Optional.of(fail("refused", origin.authority()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> tls(List<Throwable> causes, Origin origin) {
        // The most telling first: an expired certificate is also reported as one without a valid path.
        for (Throwable cause : causes) {
            Optional<Fault> found = switch (cause) {
                case CertificateExpiredException _ -> Optional.of(fail("tls-expired"));
                case CertificateNotYetValidException _ -> Optional.of(fail("tls-not-yet-valid"));
                case SSLPeerUnverifiedException _ -> Optional.of(fail("tls-name", origin.host()));
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                return Optional.of(fail("tls-untrusted"));
            }
            if (says(cause, "certificate_required", "bad_certificate")) {
                return Optional.of(fail("tls-client-certificate"));
            }
            if (says(cause, "unrecognized ssl message", "plaintext connection")) {
                return Optional.of(fail("tls-plain"));
            }
        }
        return causes.stream()
                .filter(SSLException.class::isInstance)
                .map(cause -> fail("tls", Untrusted.oneLine(String.valueOf(cause.getMessage()), 120)))
                .findFirst();
    }

    private static Optional<Fault> speaking(List<Throwable> causes, HealthCheck check) {
        for (Throwable cause : causes) {
            if (cause instanceof InterruptedIOException) {
                return Optional.of(fail("timeout", seconds(check)));
            }
            if (says(cause, "connection reset", "broken pipe")) {
                return Optional.of(fail("reset"));
            }
            boolean cutBody = cause instanceof ProtocolException;
            if (cause instanceof EOFException || (says(cause, "unexpected end of stream") && !cutBody)) {
                return Optional.of(fail("closed"));
            }
        }
        return Optional.empty();
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

    private static boolean says(Throwable cause, String... words) {
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

    private static Fault fail(String code, String... arguments) {
        return new Fault(Verdict.FAIL, Reason.of(code, arguments));
    }

    private static String seconds(HealthCheck check) {
        return Latency.inWords(check.timeout());
    }
}
