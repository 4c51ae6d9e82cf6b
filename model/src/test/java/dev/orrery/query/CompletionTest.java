package dev.orrery.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    /// The bar stands for the caret.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            value = {
                "own|               ; owner:",
                "kind:d|            ; database",
                "kind:database,|    ; web service worker gateway cache queue job external",
                "owner:|            ; none payments platform_team team-web",
                "owner:p|           ; payments platform_team",
                "owner:team|        ; team-web platform_team",
                "OWNER:PAY|         ; payments",
                "tag:pci,t|         ; tier-1",
                "reach:orders|      ; orders orders-db",
                "d|                 ; down degraded kind:database ledger orders orders-db",
                "pay|               ; owner:payments",
                "!dow|              ; down",
                "up kin| down       ; kind:",
                "nonsense:|         ; §§",
                "zzz|               ; §§"
            })
    void onlyWhatExistsIsOffered(String typed, String labels) {
        assertThat(labels(typed)).isEqualTo(labels.isEmpty() ? List.of() : List.of(labels.split(" ")));
    }

    @Test
    void withNothingTypedTheKeysAreOffered() {
        assertThat(labels("|"))
                .startsWith("kind:", "owner:", "tag:", "technology:", "boundary:")
                .hasSize(Completion.MOST);
    }

    @Test
    void whatIsTakenStandsInPlaceOfWhatWasTyped() {
        Completion taken = at("down owner:plat| web").getFirst();

        assertThat(taken.in("down owner:plat web")).isEqualTo("down owner:\"platform team\"  web");
        assertThat(taken.in("down owner:plat web").substring(0, taken.caret()))
                .isEqualTo("down owner:\"platform team\" ");
        assertThat(taken.note()).isEqualTo("1 service");
    }

    @Test
    void whateverIsTypedWhatIsTakenIsUnderstood() {
        Random random = new Random(11);
        String letters = "ko: !\",wpdt-*";
        for (int round = 0; round < 3_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int left = random.nextInt(9); left > 0; left--) {
                typed.append(letters.charAt(random.nextInt(letters.length())));
            }
            int caret = random.nextInt(typed.length() + 1);
            List<Completion> offered = Completion.at(typed.toString(), caret, Shop.VOCABULARY);

            assertThat(offered.size()).isLessThanOrEqualTo(Completion.MOST);
            for (Completion one : offered) {
                assertThat(one.from()).as("%s at %s", typed, caret).isBetween(0, one.to());
                assertThat(one.in(typed.toString())).contains(one.text());
                assertThat(one.caret())
                        .isLessThanOrEqualTo(one.in(typed.toString()).length());
            }
        }
    }

    private static List<String> labels(String typed) {
        return at(typed).stream().map(one -> one.label().replace(' ', '_')).toList();
    }

    private static List<Completion> at(String typed) {
        return Completion.at(typed.replace("|", ""), typed.indexOf('|'), Shop.VOCABULARY);
    }
}
