package dev.orrery.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionReaderTest {
    private static final long SEED = 20_260_301;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "kind:database                  | kind:database",
                "KIND:Database,cache            | kind:database,cache",
                "kind : database                | kind §:§ database",
                "tech:Java                      | technology:Java",
                "needed-by:web                  | neededby:web",
                "owner:\"the platform team\"    | owner:\"the platform team\"",
                "owner:the\" platform\"         | owner:\"the platform\"",
                "!owner:payments                | !owner:payments",
                "-owner:payments                | !owner:payments",
                "!!owner:payments               | owner:payments",
                "DOWN                           | down",
                "health:down,degraded           | down,degraded",
                "health:none                    | health:none",
                "!up                            | !up",
                "\"up\"                         | \"up\"",
                "up,orders                      | \"up\",orders",
                "orders-db                      | orders-db",
                "\"say \\\"hi\\\"\"             | \"say \\\"hi\\\"\"",
                "10:30                          | \"10:30\"",
                "kind:database,,                | kind:database",
                "kind:database   owner:payments   !up | kind:database owner:payments !up"
            })
    void whatIsTypedIsUnderstood(String typed, String canonical) {
        assertThat(ExpressionReader.read(typed).expression().text()).isEqualTo(canonical.replace("§", "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "ownr:payments up    | up            | 0 4 “ownr” is no key. Did you mean “owner”?",
                "up redis:7          | up            | 3 8 “redis” is no key. Put it in quotes to look for it as it is.",
                "kind:databse,cache  | kind:cache    | 5 12 No service has the kind “databse”. Did you mean “database”?",
                "owner: down         | down          | 0 6 “owner:” waits for a value.",
                "a ! b               | a b           | 2 3 There is nothing to look for here.",
                "owner:\"pay         | owner:pay     | 6 10 The last quote is missing.",
                "health:dwn          | §§            | 7 10 No service has the health “dwn”. Did you mean “down”?"
            })
    void whatIsNotUnderstoodIsSaidAndTheRestHolds(String typed, String canonical, String problem) {
        Reading reading = ExpressionReader.read(typed);

        assertThat(reading.expression().text()).isEqualTo(canonical);
        assertThat(reading.problems())
                .extracting(one -> one.from() + " " + one.to() + " " + one.words())
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owner:paymets   | No service has the owner “paymets”. Did you mean “payments”?",
                "boundary:nobody | No service has the boundary “nobody”.",
                "reach:order     | No service is called “order”. Did you mean “orders”?"
            })
    void aValueThatNothingHasIsSaidWhereTheTopologyIsKnown(String typed, String words) {
        Reading reading = ExpressionReader.read(typed, Shop.VOCABULARY);

        assertThat(reading.problems()).extracting(QueryProblem::words).containsExactly(words);
        assertThat(reading.expression().text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"owner:PAYMENTS", "owner:pay*", "owner:none", "reach:Orders", "tag:tier-1", "technology:java"})
    void aValueThatFitsSomethingIsNoProblem(String typed) {
        assertThat(ExpressionReader.read(typed, Shop.VOCABULARY).problems()).isEmpty();
    }

    @Test
    void anythingCanBeReadAndWhatIsPrintedReadsTheSame() {
        Random random = new Random(SEED);
        List<String> pieces = List.of(
                "kind:",
                "owner:",
                "ownr:",
                "health:",
                "is:",
                "tag:",
                "!",
                "-",
                "\"",
                "\\",
                ",",
                " ",
                "up",
                "down",
                "none",
                "database",
                "payments",
                "x",
                ":",
                "*",
                "é",
                "\t",
                "suspect",
                "reach:",
                "\uD83D\uDE80",
                "a b");
        for (int round = 0; round < 5_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                typed.append(pieces.get(random.nextInt(pieces.size())));
            }
            Reading reading = ExpressionReader.read(typed.toString());
            String text = reading.expression().text();

            Reading again = ExpressionReader.read(text);
            assertThat(again.expression()).as("%s, printed as %s", typed, text).isEqualTo(reading.expression());
            assertThat(again.problems()).as(text).isEmpty();
            assertThat(again.expression().text()).isEqualTo(text);
            for (QueryProblem problem : reading.problems()) {
                assertThat(problem.from()).as(typed.toString()).isBetween(0, problem.to());
                assertThat(problem.to()).as(typed.toString()).isLessThanOrEqualTo(typed.length());
            }
        }
    }
}
