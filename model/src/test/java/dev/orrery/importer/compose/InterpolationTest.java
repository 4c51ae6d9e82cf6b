package dev.orrery.importer.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {
    private static final Variables VARIABLES = new Variables(Map.of("A", "one", "EMPTY", ""));

    @ParameterizedTest
    @CsvSource(textBlock = """
            plain,                      plain
            $A,                         one
            x${A}y,                     xoney
            $A-$A,                      one-one
            ${NONE:-d},                 d
            ${NONE-d},                  d
            ${EMPTY:-d},                d
            ${EMPTY-d}.,                .
            ${A:-d},                    one
            ${NONE:-${A}},              one
            ${NONE:-${OTHER:-deep}},    deep
            ${NONE:-a:b/c},             a:b/c
            ${A:?must},                 one
            ${A:+x},                    x
            ${EMPTY:+x}.,               .
            ${EMPTY+x},                 x
            ${NONE+x}.,                 .
            $$A,                        $A
            $,                          $
            a$ b,                       a$ b
            $1.50,                      $1.50
            $${A},                      ${A}
            """)
    void replacesVariables(String written, String expected) {
        Interpolation replaced = Interpolation.of(written, VARIABLES);
        assertThat(replaced.text()).isEqualTo(expected);
        assertThat(replaced.unresolved()).isEmpty();
        assertThat(replaced.isWellFormed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$NONE", "${NONE}", "${NONE:?say it}", "${NONE?say it}", "${X:-${NONE}}"})
    void leavesOpenWhatHasNoValue(String written) {
        Interpolation replaced = Interpolation.of("x" + written, VARIABLES);
        assertThat(replaced.unresolved()).containsExactly("NONE");
        assertThat(replaced.blankedText()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${A", "${}", "${1}", "${A!x}", "${A:-${B}"})
    void keepsWhatCannotBeRead(String written) {
        assertThat(Interpolation.of(written, VARIABLES).isWellFormed()).isFalse();
    }

    @Test
    void deepNestingEnds() {
        assertThat(Interpolation.of("${N:-".repeat(5_000), VARIABLES).isWellFormed())
                .isFalse();
        assertThat(Interpolation.of("${N:-".repeat(5_000) + "}".repeat(5_000), VARIABLES)
                        .isWellFormed())
                .isFalse();
    }

    @Test
    void readsTheLinesOfAnEnvironmentFile() {
        Variables read = Variables.NONE.and(new SourceText(".env", """
                \uFEFFTAG=1.2
                # COMMENT=no
                export REPO = acme/shop   # where
                SINGLE='$TAG # raw'
                DOUBLE="v$TAG"
                BOTH=${REPO}:${TAG}
                EMPTY=
                nonsense
                =x
                """));
        assertThat(read.values())
                .isEqualTo(Map.of(
                        "TAG", "1.2",
                        "REPO", "acme/shop",
                        "SINGLE", "$TAG # raw",
                        "DOUBLE", "v1.2",
                        "BOTH", "acme/shop:1.2",
                        "EMPTY", ""));
    }
}
