package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:9103/actuator/health, http://localhost:9103, THIS_COMPUTER",
        "HTTP://LocalHost:80/, http://localhost, THIS_COMPUTER",
        "http://localhost./, http://localhost, THIS_COMPUTER",
        "http://api.localhost, http://api.localhost, THIS_COMPUTER",
        "http://127.0.0.1/, http://127.0.0.1, THIS_COMPUTER",
        "http://127.1/, http://127.0.0.1, THIS_COMPUTER",
        "http://2130706433/, http://127.0.0.1, THIS_COMPUTER",
        "http://0x7f000001/, http://127.0.0.1, THIS_COMPUTER",
        "http://0x7f.1/, http://127.0.0.1, THIS_COMPUTER",
        "http://0/, http://0.0.0.0, THIS_COMPUTER",
        "http://[::1]:8080/, http://[::1]:8080, THIS_COMPUTER",
        "http://[0:0:0:0:0:0:0:1]/, http://[::1], THIS_COMPUTER",
        "http://[::]/, http://[::], THIS_COMPUTER",
        "http://[::ffff:127.0.0.1]/, http://127.0.0.1, THIS_COMPUTER",
        "http://[::ffff:7f00:1]/, http://127.0.0.1, THIS_COMPUTER",
        "http://[64:ff9b::7f00:1]/, http://[64:ff9b::7f00:1], THIS_COMPUTER",
        "http://[2002:7f00:1::]/, http://[2002:7f00:1::], THIS_COMPUTER",
        "http://169.254.169.254/latest/, http://169.254.169.254, LINK_LOCAL",
        "http://0xa9fea9fe/, http://169.254.169.254, LINK_LOCAL",
        "http://[fe80::1]/, http://[fe80::1], LINK_LOCAL",
        "http://[fd00:ec2::254]/, http://[fd00:ec2::254], LINK_LOCAL",
        "http://100.100.100.200/, http://100.100.100.200, LINK_LOCAL",
        "http://10.0.0.7:8080/, http://10.0.0.7:8080, PRIVATE",
        "http://192.168.1.1/, http://192.168.1.1, PRIVATE",
        "http://172.16.0.1/, http://172.16.0.1, PRIVATE",
        "http://100.64.0.1/, http://100.64.0.1, PRIVATE",
        "http://[fd12::1]/, http://[fd12::1], PRIVATE",
        "http://orders:8080/, http://orders:8080, PRIVATE",
        "http://my_service:8080/, http://my_service:8080, PRIVATE",
        "http://orders.shop.svc/, http://orders.shop.svc, PRIVATE",
        "http://nas.home.arpa/, http://nas.home.arpa, PRIVATE",
        "tcp://db:5432, tcp://db:5432, PRIVATE",
        "grpc://cart.internal:9000, grpc://cart.internal:9000, PRIVATE",
        "https://example.org/health?a=b, https://example.org, PUBLIC",
        "https://example.org:443, https://example.org, PUBLIC",
        "https://Example.ORG.:8443/, https://example.org:8443, PUBLIC",
        "http://user:secret@example.org/, http://example.org, PUBLIC",
        "http://localhost@example.org/, http://example.org, PUBLIC",
        "http://a@b@example.org/, http://example.org, PUBLIC",
        "http://bücher.example/, http://xn--bcher-kva.example, PUBLIC",
        "http://8.8.8.8/, http://8.8.8.8, PUBLIC",
        "http://[2001:db8:0:0:1:0:0:1]/, http://[2001:db8::1:0:0:1], PUBLIC",
        "http://172.32.0.1/, http://172.32.0.1, PUBLIC",
    })
    void bringsEverySpellingToOneOrigin(String url, String spelling, OriginGroup group) {
        Origin origin = Origin.of(url).orElseThrow();

        assertThat(origin).hasToString(spelling);
        assertThat(origin.group()).isEqualTo(group);
        assertThat(Origin.of(origin.toString())).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "health",
                "//example.org/",
                "http:/example.org",
                "http://",
                "http:///path",
                "http://:80/",
                "http://example.org:0/",
                "http://example.org:99999/",
                "http://example.org:8o/",
                "http://example.org:/",
                "tcp://db",
                "grpc://cart",
                "http://exa mple.org/",
                "http://example.org\\@127.0.0.1/",
                "http://exam%70le.org/",
                "http://%3127.0.0.1/",
                "http://0177.0.0.1/",
                "http://010.0.0.1/",
                "http://256.0.0.1/",
                "http://1.2.3.4.5/",
                "http://[::1/",
                "http://[fe80::1%25eth0]/",
                "http://[1.2.3.4]/",
                "http://a..b/",
                "http://exa\u0000mple.org/",
                "ht tp://example.org/",
                "http://${HOST}/",
            })
    void hasNoOriginWhereTwoReadersCouldDiffer(String url) {
        assertThat(Origin.of(url)).isEmpty();
    }
}
