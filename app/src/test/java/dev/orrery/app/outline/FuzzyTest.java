package dev.orrery.app.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FuzzyTest {
    @Test
    void lettersOutOfOrderDoNotFit() {
        assertThat(Fuzzy.score("bda", "abd")).isEmpty();
        assertThat(Fuzzy.score("payx", "payments")).isEmpty();
    }

    @Test
    void theWholeBeatsTheBeginningBeatsThePartBeatsStrewnLetters() {
        assertThat(score("search", "search")).isGreaterThan(score("search", "search-index"));
        assertThat(score("index", "index-of-all")).isGreaterThan(score("index", "search-index"));
        assertThat(score("index", "search-index")).isGreaterThan(score("index", "inner dead exit"));
    }

    @Test
    void initialsOfWordsFindTheWords() {
        assertThat(score("rdb", "reservations-db")).isGreaterThan(score("rdb", "crowded barn"));
    }

    @Test
    void upperCaseMakesNoDifference() {
        assertThat(Fuzzy.score("PAY", "payments")).isEqualTo(Fuzzy.score("pay", "Payments"));
    }

    private static int score(String typed, String text) {
        return Fuzzy.score(typed, text).orElseThrow();
    }
}
