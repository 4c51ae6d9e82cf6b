package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {
    @Test
    void aChangeStandsInThreeLinesOfContext() {
        assertThat(UnifiedDiff.of("a/b.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo("""
                --- a/a/b.yaml
                +++ b/a/b.yaml
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """);
    }

    @Test
    void whatIsFarApartIsInTwoHunksAndWhatIsNearInOne() {
        String before = "a\n" + "=\n".repeat(7) + "b\n" + "=\n".repeat(6) + "c\n";
        String after = "x\n" + "=\n".repeat(7) + "y\n" + "=\n".repeat(6) + "z\n";
        assertThat(UnifiedDiff.of("f", before, after).lines().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -1,4 +1,4 @@", "@@ -6,11 +6,11 @@");
    }

    @Test
    void aMissingLineFeedAtTheEndIsSaid() {
        assertThat(UnifiedDiff.of("f", "a\nb", "a\nc")).isEqualTo("""
                --- a/f
                +++ b/f
                @@ -1,2 +1,2 @@
                 a
                -b
                \\ No newline at end of file
                +c
                \\ No newline at end of file
                """);
        assertThat(UnifiedDiff.of("f", "a\n", "a\n")).isEmpty();
        assertThat(UnifiedDiff.of("f", "", "a\n")).contains("@@ -0,0 +1 @@\n+a\n");
    }

    @Test
    void theStepsLeadFromOneTextToTheOther() {
        Random random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            List<String> before = lines(random);
            List<String> after = lines(random);
            List<LineScript.Step> steps = LineScript.of(before, after);
            assertThat(steps.stream().filter(step -> step.sign() != '+').map(LineScript.Step::line))
                    .containsExactlyElementsOf(before);
            assertThat(steps.stream().filter(step -> step.sign() != '-').map(LineScript.Step::line))
                    .containsExactlyElementsOf(after);
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(12);
        for (int at = 0; at < count; at++) {
            lines.add(Integer.toString(random.nextInt(4)));
        }
        return lines;
    }
}
