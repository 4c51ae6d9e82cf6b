package dev.orrery.health;

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

    /// Whole days for which it still holds; negative once it has expired.
    public long daysLeft(Instant now) {
        return Math.floorDiv(
                Duration.between(now, notAfter).toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
