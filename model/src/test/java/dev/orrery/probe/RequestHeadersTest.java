package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.orrery.probe.RequestHeaders.Withheld;
import dev.orrery.topology.HealthRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {
    private static final Origin HOME = Origin.of("https://shop.example").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "host",
                "CONNECTION",
                "Keep-Alive",
                "HTTP2-Settings",
                "Content-Length",
                "Transfer-Encoding",
                "TE",
                "Trailer",
                "Upgrade",
                "Expect",
                "Proxy-Authorization",
                "",
                " ",
                "X Key",
                "X-Key:",
                "X-Key\r\nHost",
                "X-Key\n",
                "X-Key\u0000",
                ":authority",
                "X-Schlüssel"
            })
    void aHeaderThatSaysWhereARequestGoesOrThatIsNoNameIsNeverSent(String name) {
        assertThat(withheld(name, "value")).isEqualTo("header-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: b", "a\nb", "a\rb", "a\u0000b", "a\tb", "schlüssel", "", "  \r\n "})
    void aValueThatWouldBeginAnotherHeaderIsNeverSent(String value) {
        assertThat(withheld("X-Key", value)).isEqualTo("secret-unfit");
    }

    @Test
    void oneThatMayNotBeSentKeepsAllOthersBack() {
        HealthRequest both = new HealthRequest(new TreeMap<>(Map.of("A", "key", "B", "gone")), false);
        assertThatThrownBy(() -> RequestHeaders.of(both, secrets("value"), HOME))
                .asInstanceOf(type(Withheld.class))
                .extracting(withheld -> withheld.reason().code())
                .isEqualTo("secret-unknown");
    }

    @Test
    void whyASecretCannotBeReadIsSaid() {
        HealthRequest request = new HealthRequest(new TreeMap<>(Map.of("A", "key")), false);
        assertThatThrownBy(() -> RequestHeaders.of(
                        request, (_, _) -> new Secrets.Found.Unreadable("the variable SHOP is not set"), HOME))
                .asInstanceOf(type(Withheld.class))
                .extracting(withheld -> withheld.reason().text())
                .asString()
                .contains("“key”", "the variable SHOP is not set");
    }

    @Test
    void whiteSpaceAroundAValueIsNoPartOfIt() throws Withheld {
        HealthRequest request = new HealthRequest(new TreeMap<>(Map.of("Authorization", "key")), false);
        RequestHeaders headers = RequestHeaders.of(request, secrets(" Bearer abc\r\n"), HOME);
        List<String> wire = new ArrayList<>();
        headers.each((name, value) -> wire.add(name + ": " + value));
        assertThat(wire).containsExactly("Authorization: Bearer abc");
        assertThat(headers.toString()).doesNotContain("abc");
    }

    private static String withheld(String name, String value) {
        HealthRequest request = new HealthRequest(new TreeMap<>(Map.of(name, "key")), false);
        try {
            RequestHeaders.of(request, secrets(value), HOME);
            return "sent";
        } catch (Withheld withheld) {
            return withheld.reason().code();
        }
    }

    private static KnownSecrets secrets(String value) {
        return new KnownSecrets(
                Map.of("key", Secret.of(value)), Map.of("key", SecretAudience.of("key", List.of(HOME))));
    }
}
