package dev.orrery.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {
    @Test
    void aWebAddressCanBeFollowed() {
        assertThat(Links.followable("HTTPS://wiki.example/a?b#c")).isPresent();
        assertThat(Links.followable("http://wiki.example")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "javascript:alert(1)",
                "wiki",
                "https:",
                "https:///a",
                "http://a b",
                "",
                "https://bank.example@evil.example/",
                "ssh://host"
            })
    void nothingElseCan(String url) {
        assertThat(Links.followable(url)).isEmpty();
    }
}
