package dev.orrery.importer.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.descriptor.SourceText;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFileTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            VAR=VAL                   ; VAL
            VAR="VAL"                 ; VAL
            VAR='VAL'                 ; VAL
            VAR=VAL # comment         ; VAL
            VAR=VAL# not a comment    ; VAL# not a comment
            VAR="VAL # no comment"    ; VAL # no comment
            VAR="VAL" # comment       ; VAL
            VAR='$OTHER'              ; $OTHER
            VAR='${OTHER}'            ; ${OTHER}
            VAR="${OTHER}"            ; other
            VAR=${OTHER}              ; other
            VAR=${NONE:-${OTHER}}     ; other
            VAR='Let\\'s go!'         ; Let's go!
            VAR="{\\"a\\": \\"b\\"}"  ; {"a": "b"}
            VAR="a\\\\b"              ; a\\b
            VAR=a\\tb                 ; a\\tb
            VAR="\\$OTHER"            ; $OTHER
            VAR=                      ; ``
            VAR=""                    ; ``
            VAR: yaml                 ; yaml
            export VAR=x              ; x
            VAR = x                   ; x
            """)
    void readsALine(String line, String expected) {
        Variables read = Variables.NONE.and(new SourceText(".env", "OTHER=other\n" + line + "\n"));
        assertThat(read.get("VAR")).contains(expected);
    }

    @Test
    void aQuotedValueMaySpanLines() {
        assertThat(EnvFile.read(
                        new SourceText("x.env", "A=\"one\ntwo\" # c\nB='three\n  four'\r\nC=x\r\nD=\"open\nE=y\n"),
                        Variables.NONE))
                .extracting(entry -> entry.name() + "=" + entry.value() + " @ " + entry.source())
                .containsExactly(
                        "A=one\ntwo @ x.env:1:1",
                        "B=three\n  four @ x.env:3:1",
                        "C=x @ x.env:5:1",
                        "D=\"open @ x.env:6:1",
                        "E=y @ x.env:7:1");
    }

    @Test
    void whatIsKnownAlreadyCountsMore() {
        Variables around = new Variables(Map.of("A", "outer"));
        assertThat(around.and(new SourceText(".env", "A=inner\nB=$A\nB2=$B\nA=again\n"))
                        .values())
                .isEqualTo(Map.of("A", "outer", "B", "outer", "B2", "outer"));
    }

    @Test
    void aLargeFileIsReadSoon() {
        String large = "A1=x\n".repeat(100_000) + "Q=\"".repeat(50_000);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(Variables.NONE
                                .and(new SourceText(".env", large))
                                .get("A1"))
                        .contains("x"));
    }
}
