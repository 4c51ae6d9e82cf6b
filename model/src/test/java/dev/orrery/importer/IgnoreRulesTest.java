package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            *.json          | a.json        | true
            *.json          | x/y/a.json    | true
            *.json          | a.json.yaml   | false
            /a.yaml         | a.yaml        | true
            /a.yaml         | x/a.yaml      | false
            x/a.yaml        | x/a.yaml      | true
            x/a.yaml        | y/x/a.yaml    | false
            out/            | out/          | true
            out/            | out           | false
            out/            | x/out/        | true
            /out/           | x/out/        | false
            **/a.yaml       | a.yaml        | true
            **/a.yaml       | x/y/a.yaml    | true
            **/x/a.yaml     | y/x/a.yaml    | true
            x/**            | x/a/b         | true
            x/**            | x/            | false
            x/**/b          | x/b           | true
            x/**/b          | x/1/2/b       | true
            x/**/b          | x/1/2/c       | false
            x/*             | x/a           | true
            x/*             | x/a/b         | false
            a?c             | abc           | true
            a?c             | ac            | false
            [a-c].yml       | b.yml         | true
            [a-c].yml       | d.yml         | false
            [!a-c].yml      | d.yml         | true
            [^a-c].yml      | b.yml         | false
            []].yml         | ].yml         | true
            [[:digit:]]     | 7             | true
            [[:digit:]]     | x             | false
            [a              | [a            | false
            \\*.yml         | *.yml         | true
            \\*.yml         | a.yml         | false
            \\#a            | #a            | true
            \\!a            | !a            | true
            # a             | # a           | false
            a*b*c*d         | aXbXcXd       | true
            a**b            | aXXb          | true
            **              | anything      | true
            """)
    void fitsAsGitDoes(String pattern, String path, boolean isIgnored) {
        assertThat(ignores(pattern.replace("\\\\", "\\"), path)).isEqualTo(isIgnored);
    }

    @Test
    void theLastRuleThatFitsDecides() {
        assertThat(ignores("*.yaml\n!keep.yaml", "keep.yaml")).isFalse();
        assertThat(ignores("*.yaml\n!keep.yaml", "other.yaml")).isTrue();
        assertThat(ignores("!keep.yaml\n*.yaml", "keep.yaml")).isTrue();
    }

    @Test
    void trailingSpacesCountOnlyAfterABackslash() {
        assertThat(ignores("a   ", "a")).isTrue();
        assertThat(ignores("a\\ ", "a ")).isTrue();
        assertThat(ignores("a\r\nb\r\n", "a")).isTrue();
    }

    @Test
    void aHostilePatternTakesNoTime() {
        String name = "a".repeat(5_000);
        List<String> deep = Collections.nCopies(200, "a");
        assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(ignores("a*".repeat(500) + "b", name)).isFalse();
            assertThat(IgnoreRules.parse("**/a/".repeat(100) + "b").ignores(deep, false))
                    .isEmpty();
        });
    }

    private static boolean ignores(String rules, String path) {
        boolean isFolder = path.endsWith("/");
        String name = isFolder ? path.substring(0, path.length() - 1) : path;
        return IgnoreRules.parse(rules)
                .ignores(List.of(name.split("/", -1)), isFolder)
                .orElse(false);
    }
}
