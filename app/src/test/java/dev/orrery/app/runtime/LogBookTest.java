package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogBookTest {
    private final LogBook book = new LogBook(InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));

    @Test
    void writesTimeLevelPlaceAndWords() {
        book.write(System.Logger.Level.WARNING, "dev.orrery.probe.Prober", "late by 2 s");

        assertThat(book.lines()).containsExactly("2026-01-02T03:04:05Z WARNING Prober: late by 2 s");
    }

    @Test
    void keepsOnlyTheNewestLines() {
        for (int line = 0; line < LogBook.MOST_LINES + 5; line++) {
            book.write(System.Logger.Level.INFO, "x", "line " + line);
        }

        assertThat(book.lines()).hasSize(LogBook.MOST_LINES);
        assertThat(book.lines().getFirst()).endsWith("line 5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://ada:secret@host/health              | https://•••@host/health
            asked http://host/health?key=abc&x=1 twice  | asked http://host/health?••• twice
            Authorization: Bearer abc.def               | Authorization: •••
            password=hunter2 given                      | password=••• given
            nothing to hide                             | nothing to hide
            """)
    void hidesSecrets(String words, String shown) {
        assertThat(LogBook.redacted(words)).isEqualTo(shown);
    }

    @Test
    void neverLetsControlCharactersThrough() {
        assertThat(LogBook.redacted("a\u001b[31mred\nforged")).isEqualTo("a[31mred forged");
    }
}
