package dev.orrery.probe;

import dev.orrery.health.ServerCertificate;
import dev.orrery.text.Untrusted;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Why there is no secure connection.
final class TlsFault {
    private static final String NOT_SEEN = "?";

    private TlsFault() {}

    /// Empty where it has nothing to do with TLS.
    static Optional<Fault> of(List<Throwable> causes, Origin origin, @Nullable ServerCertificate shown) {
        return certificate(causes, origin, shown).or(() -> handshake(causes, origin.authority()));
    }

    static Fault expired(Origin origin, ServerCertificate shown) {
        return Fault.fail("tls-expired", origin.host(), day(shown.notAfter()));
    }

    /// The most telling first: an expired certificate is also reported as one without a valid path.
    private static Optional<Fault> certificate(
            List<Throwable> causes, Origin origin, @Nullable ServerCertificate shown) {
        for (Throwable cause : causes) {
            Optional<Fault> found = switch (cause) {
                case CertificateExpiredException _ ->
                    Optional.of(
                            shown == null
                                    ? Fault.fail("tls-expired", origin.host(), NOT_SEEN)
                                    : expired(origin, shown));
                case CertificateNotYetValidException _ ->
                    Optional.of(Fault.fail(
                            "tls-not-yet-valid", origin.host(), shown == null ? NOT_SEEN : day(shown.notBefore())));
                case SSLPeerUnverifiedException _ ->
                    Optional.of(Fault.fail("tls-name", origin.host(), shown == null ? NOT_SEEN : shown.names()));
                case CertificateException _
                when isForAnother(cause) ->
                    Optional.of(Fault.fail("tls-name", origin.host(), shown == null ? NOT_SEEN : shown.names()));
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        boolean untrusted = causes.stream()
                .anyMatch(cause ->
                        cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException);
        if (!untrusted) {
            return Optional.empty();
        }
        return Optional.of(
                shown != null && shown.selfSigned()
                        ? Fault.fail("tls-self-signed", origin.host())
                        : Fault.fail("tls-untrusted", origin.host(), shown == null ? NOT_SEEN : shown.issuer()));
    }

    /// The platform's own check of the host tells it in words alone.
    private static boolean isForAnother(Throwable cause) {
        return Fault.says(cause, "no subject alternative", "no name matching");
    }

    private static Optional<Fault> handshake(List<Throwable> causes, String host) {
        for (Throwable cause : causes) {
            if (Fault.says(cause, "certificate_required", "bad_certificate")) {
                return Optional.of(Fault.fail("tls-client-certificate", host));
            }
            if (Fault.says(cause, "unrecognized ssl message", "plaintext connection")) {
                return Optional.of(Fault.fail("tls-plain", host));
            }
            if (Fault.says(cause, "protocol_version", "no appropriate protocol")) {
                return Optional.of(Fault.fail("tls-version", host));
            }
        }
        return causes.stream()
                .filter(SSLException.class::isInstance)
                .map(cause ->
                        Fault.fail("tls", host + ": " + Untrusted.oneLine(String.valueOf(cause.getMessage()), 120)))
                .findFirst();
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
