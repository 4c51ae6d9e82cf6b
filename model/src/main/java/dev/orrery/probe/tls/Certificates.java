package dev.orrery.probe.tls;

import dev.orrery.health.ServerCertificate;
import dev.orrery.text.Untrusted;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/// Reads what a certificate says.
public final class Certificates {
    private static final int NAMES = 3;
    private static final int LONGEST = 120;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final Pattern COMMON_NAME = Pattern.compile("CN=((?:[^,\\\\\"]|\\\\.)+)");

    private Certificates() {}

    public static ServerCertificate read(X509Certificate certificate) {
        return new ServerCertificate(
                Untrusted.oneLine(names(certificate), LONGEST),
                Untrusted.oneLine(commonName(certificate.getIssuerX500Principal()), LONGEST),
                certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /// The names that a client heeds; the common name, which none heeds any more, only where there is no other.
    private static String names(X509Certificate certificate) {
        @Nullable Collection<List<?>> alternatives;
        try {
            alternatives = certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException broken) {
            alternatives = null;
        }
        String names = alternatives == null
                ? ""
                : alternatives.stream()
                        .filter(name -> name.getFirst().equals(DNS_NAME)
                                || name.getFirst().equals(IP_ADDRESS))
                        .limit(NAMES)
                        .map(name -> String.valueOf(name.get(1)))
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? commonName(certificate.getSubjectX500Principal()) : names;
    }

    private static String commonName(X500Principal principal) {
        String whole = principal.getName();
        Matcher matcher = COMMON_NAME.matcher(whole);
        return matcher.find() ? matcher.group(1) : whole;
    }
}
