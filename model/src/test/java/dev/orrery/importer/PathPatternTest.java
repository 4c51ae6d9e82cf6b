package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            model/**,            model, a.dsl,               true
            model/**,            model, a/b/c.dsl,           true
            ./**/catalog.yaml,   .,     catalog.yaml,        true
            ./**/catalog.yaml,   .,     a/b/catalog.yaml,    true
            ./**/catalog.yaml,   .,     a/b/catalog.yaml/c,  false
            ./**/catalog.yaml,   .,     a/other.yaml,        false
            a/b/*/c-?.[yx]*,     a/b,   x/c-1.yaml,          true
            a/b/*/c-?.[yx]*,     a/b,   x/y/c-1.yaml,        false
            **/a/**/b,           '',    x/a/b,               true
            **/a/**/b,           '',    a/x/a/y/b,           true
            **/a/**/b,           '',    x/b/a,               false
            *,                   '',    a,                   true
            *,                   '',    a/b,                 false
            """)
    void aPathFitsOrDoesNot(String pattern, String folder, String path, boolean fits) {
        PathPattern read = PathPattern.of(pattern);
        assertThat(read.folder()).isEqualTo(folder);
        assertThat(read.matches(path)).isEqualTo(fits);
    }

    @Test
    void manyStarsTakeNoTime() {
        PathPattern pattern = PathPattern.of("**/a/".repeat(2_000) + "b");
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(pattern.matches("a/".repeat(2_000) + "c")).isFalse());
    }
}
