package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P400D, false, the certificate expires in 400 days",
        "P14DT1S, false, the certificate expires in 14 days",
        "P14D, true, the certificate expires in 14 days",
        "P1DT1H, true, the certificate expires in 1 day",
        "PT5H, true, the certificate expires within a day",
        "PT0S, true, the certificate expires within a day",
        "PT-1S, false, the certificate has expired",
        "P-30D, false, the certificate has expired",
    })
    void saysHowLongItHoldsAndWhetherThatIsSoon(Duration left, boolean soon, String words) {
        ServerCertificate certificate = certificate(left);

        assertThat(certificate.endsSoon(NOW)).isEqualTo(soon);
        assertThat(certificate.left(NOW)).isEqualTo(words);
    }

    @Test
    void countsWholeDays() {
        assertThat(certificate(Duration.ofHours(47)).daysLeft(NOW)).isEqualTo(1);
        assertThat(certificate(Duration.ofHours(-1)).daysLeft(NOW)).isEqualTo(-1);
    }

    private static ServerCertificate certificate(Duration left) {
        return new ServerCertificate("shop.example", "An issuer", false, NOW.minusSeconds(1), NOW.plus(left));
    }
}
