package dev.orrery.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "§§                     | owner:payments | owner:payments",
                "kind:web               | owner:payments | kind:web owner:payments",
                "owner:web              | owner:payments | owner:web,payments",
                "owner:web,payments     | owner:payments | owner:web",
                "owner:payments kind:web | owner:payments | kind:web",
                "!owner:payments        | owner:payments | owner:payments",
                "owner:payments         | !owner:web,payments | !owner:web,payments",
                "!owner:web,payments    | !owner:web,payments | §§",
                "tag:a tag:b            | tag:c          | tag:a,c tag:b",
                "down                   | degraded       | down,degraded"
            })
    void choosingIsTakenBackByChoosingAgain(String before, String chosen, String after) {
        Term term = read(chosen).terms().getFirst();

        assertThat(read(before).toggled(term).text()).isEqualTo(after);
    }

    @Test
    void whatIsChosenIsKnown() {
        Expression expression = read("owner:web,payments !kind:queue");

        assertThat(expression.chooses(Term.of(Key.OWNER, "payments"))).isTrue();
        assertThat(expression.chooses(Term.of(Key.OWNER, "mail"))).isFalse();
        assertThat(expression.chooses(Term.of(Key.KIND, "queue"))).isFalse();
    }

    private static Expression read(String typed) {
        return ExpressionReader.read(typed).expression();
    }
}
