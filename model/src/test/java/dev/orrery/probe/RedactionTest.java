package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Redaction REDACTION = Redaction.of(List.of(Secret.of("Bearer a/b=c&d<e>f'g+h")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b=c&d<e>f'g+h",
                "a\\/b=c&d<e>f'g+h",
                "a/b\\u003dc\\u0026d\\u003ce\\u003ef\\u0027g+h",
                "a/b=c\\u0026d\\u003Ce\\u003Ef'g\\u002Bh",
                "a/b=c&amp;d&lt;e&gt;f&#39;g+h",
                "a&#47;b&#x3d;c&amp;d&lt;e&gt;f&apos;g&#x2B;h",
                "a%2Fb%3dc%26d%3Ce%3ef%27g%2Bh",
                "a\\/b=c\\u0026amp;d\\u0026lt;e&gt;f'g+h",
                "YS9iPWMmZDxlPmYnZyto"
            })
    void masksASecretHoweverItsCharactersAreEscaped(String spelt) {
        assertThat(REDACTION.clean("It was " + spelt + ", and not \\u0026 &amp; %41 that"))
                .isEqualTo("It was •••, and not \\u0026 &amp; %41 that");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was a/b=…",
                "It was a\\/b\\u003dc…",
                "It was a\\/b\\u003dc\\u00…",
                "It was a/b=c&am…",
                "It was a%2Fb%3dc%2…"
            })
    void masksTheBeginningOfOneThatIsCut(String cut) {
        assertThat(REDACTION.clean(cut)).isEqualTo("It was •••…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\\",
                "\\u",
                "\\u12",
                "%",
                "%4",
                "&",
                "&;",
                "&#;",
                "&#x;",
                "&#99999;",
                "a/b",
                "…",
                "&…"
            })
    void leavesAllElseAsItIs(String text) {
        assertThat(REDACTION.clean(text)).isEqualTo(text);
    }

    @Test
    void findsASecretThatHasInItWhatLooksLikeAnEscape() {
        Redaction odd = Redaction.of(List.of(Secret.of("one&two%66three")));
        assertThat(odd.clean("one&two%66three, one&amp;two%66three, one\\u0026two%66three, one%26two%2566three"))
                .isEqualTo("•••, •••, •••, •••");
        assertThat(odd.clean("one&amp;two%66th…")).isEqualTo("•••…");
    }

    @Test
    void findsSeveralSecretsInOneText() {
        Redaction two = Redaction.of(List.of(Secret.of("one&only"), Secret.of("once=more")));
        assertThat(two.clean("one&amp;only, one&only, once\\u003dmore and once=more"))
                .isEqualTo("•••, •••, ••• and •••");
    }
}
