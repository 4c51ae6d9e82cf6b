package dev.orrery.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextMeasureTest {
    private final TextMeasure inter = TextMeasure.inter();

    @Test
    void widthsAreThoseOfTheFontFile() {
        assertThat(inter.width("n", 2048, false)).isEqualTo(1210);
        assertThat(inter.width("n", 2048, true)).isEqualTo(1253);
        assertThat(inter.width("", 12, false)).isZero();
    }

    @Test
    void widthGrowsWithTextSizeAndWeight() {
        String text = "reservations-db";
        for (int end = 1; end < text.length(); end++) {
            assertThat(inter.width(text.substring(0, end + 1), 12, false))
                    .isGreaterThan(inter.width(text.substring(0, end), 12, false));
        }
        assertThat(inter.width(text, 24, false)).isCloseTo(2 * inter.width(text, 12, false), within(1e-9));
        assertThat(inter.width(text, 12, true)).isGreaterThan(inter.width(text, 12, false));
    }

    @Test
    void whatFitsStaysWhole() {
        assertThat(inter.fit("mail", 12, false, 100)).isEqualTo("mail");
    }

    @Test
    void whatDoesNotFitIsCutAtAWholeCharacter() {
        String name = "a-very-long-name-of-a-service-indeed";
        for (double width = 0; width < 250; width += 7) {
            String cut = inter.fit(name, 12, true, width);
            assertThat(inter.width(cut, 12, true)).isLessThanOrEqualTo(width);
        }
        assertThat(inter.fit(name, 12, true, 60)).startsWith("a-v").endsWith("…");
        assertThat(inter.fit("😀😀😀😀", 12, false, 40)).isEqualTo("😀😀…");
        assertThat(inter.fit("word word", 12, false, 45)).doesNotContain(" …");
    }
}
