package dev.orrery.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many pairs that are made are right, and how many that are there are found. The figures are in
/// `docs/performance.md`.
class RenamesMeasuredTest {
    private static final int SEEDS = 8;

    /// @param size services, of which 15 % are renamed
    /// @param noise part of the dependencies that are others afterwards
    /// @param bare whether nothing is stated but kinds and needs
    /// @param precision at least this part of the pairs that were made is right
    /// @param recall at least this part of the true pairs was found
    @ParameterizedTest
    @CsvSource({
        "30, 0, false, 1, 0.95",
        "30, 0.1, false, 0.98, 0.9",
        "100, 0.1, false, 0.98, 0.75",
        "400, 0.1, false, 0.98, 0.75",
        "100, 0.3, false, 0.98, 0.4",
        "30, 0.1, true, 0.98, 0.6",
        "100, 0.1, true, 0.98, 0.6",
        "400, 0.1, true, 0.98, 0.55"
    })
    void pairsThatAreMadeAreRightAndMostAreFound(
            int size, double noise, boolean bare, double precision, double recall) {
        int right = 0;
        int made = 0;
        int real = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            RenamedSystem whole = RenamedSystem.of(size, 0.15, noise, seed);
            RenamedSystem system = bare ? whole.bare() : whole;
            for (Map.Entry<String, String> pair :
                    Comparison.of(system.before(), system.after()).serviceIds().entrySet()) {
                if (!pair.getKey().equals(pair.getValue())) {
                    made++;
                    right += pair.getValue().equals(system.renamed().get(pair.getKey())) ? 1 : 0;
                }
            }
            real += system.renamed().size();
        }
        String figures = real + " renamed, " + made + " paired, " + right + " of those right";
        assertThat(right).as("precision: " + figures).isGreaterThanOrEqualTo((int) (precision * made));
        assertThat(right).as("recall: " + figures).isGreaterThanOrEqualTo((int) (recall * real));
        assertThat(real).isGreaterThan(20);
    }

    @Test
    void theAnswerIsTheSameTwice() {
        RenamedSystem system = RenamedSystem.of(200, 0.15, 0.2, 3);
        assertThat(Comparison.of(system.before(), system.after()))
                .isEqualTo(Comparison.of(system.before(), system.after()));
    }
}
