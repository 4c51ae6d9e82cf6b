package dev.orrery.health;

import dev.orrery.text.Messages;
import java.time.Duration;
import java.time.Instant;

/// The certificate that a server showed. Its words come from outside and have been made harmless.
///
/// @param names that it is for: host names and addresses, the first few, joined by a comma
/// @param issuer who vouches for it
/// @param selfSigned where nobody vouches for it but itself
/// @param notBefore from when on it holds
/// @param notAfter until when it holds
public record ServerCertificate(String names, String issuer, boolean selfSigned, Instant notBefore, Instant notAfter) {

    /// So long before its end it is time to renew it.
    public static final Duration SOON = Duration.ofDays(14);

    /// Whole days for which it still holds; negative once it has expired.
    public long daysLeft(Instant now) {
        return Math.floorDiv(
                Duration.between(now, notAfter).toSeconds(), Duration.ofDays(1).toSeconds());
    }

    /// Whether it still holds, but not for long any more.
    public boolean endsSoon(Instant now) {
        return !notAfter.isBefore(now) && !notAfter.isAfter(now.plus(SOON));
    }

    /// How long it holds, as in `the certificate expires in 3 days`.
    public String left(Instant now) {
        return Messages.of("certificate.left", daysLeft(now));
    }
}
