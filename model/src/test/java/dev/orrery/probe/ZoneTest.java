package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, this-computer",
        "http://127.1.2.3:8080, this-computer",
        "http://[::1]:80, this-computer",
        "https://example.org, public",
        "https://93.184.216.34, public",
        "http://10.20.30.40:80, 10.20.0.0/16",
        "http://10.21.30.40:80, 10.21.0.0/16",
        "http://192.168.178.20:80, 192.168.0.0/16",
        "http://[fd12:3456:789a:1::1]:80, fd12:3456:789a::/48",
        "http://orders:8080, short-names",
        "http://orders.corp, corp",
        "http://orders.shop.svc, shop.svc",
        "http://orders.prod.corp, prod.corp",
        "http://169.254.169.254, link-local",
    })
    void isTheNetworkThatAHostBelongsToByItsLook(String url, String zone) {
        assertThat(Zone.of(Origin.of(url).orElseThrow()).name()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "public, The public internet",
        "10.20.0.0/16, 10.20.0.0/16",
        "short-names, The network of names without a domain"
    })
    void hasAName(String zone, String text) {
        assertThat(new Zone(zone).text()).isEqualTo(text);
    }
}
