package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TypedTextTest {
    @Test
    void whatIsNotTypedStaysAsItIs() {
        String content = "\uFEFFa: 1\r\nb: 2\rc: 3\n# end";
        TypedText text = new TypedText(content);

        assertThat(text.shown()).isEqualTo("a: 1\nb: 2\nc: 3\n# end");
        assertThat(text.typed(text.shown())).isEqualTo(content);
        assertThat(text.typed("a: 1\nb: 20\nc: 3\n# end")).isEqualTo("\uFEFFa: 1\r\nb: 20\rc: 3\n# end");
    }

    @Test
    void newLinesEndAsThoseAroundThem() {
        assertThat(new TypedText("a: 1\r\nb: 2\r\n").typed("a: 1\nx: 0\nb: 2\n"))
                .isEqualTo("a: 1\r\nx: 0\r\nb: 2\r\n");
        assertThat(new TypedText("a: 1\r\nb: 2").typed("a: 1\nb: 2\nc: 3")).isEqualTo("a: 1\r\nb: 2\r\nc: 3");
        assertThat(new TypedText("").typed("a: 1\n")).isEqualTo("a: 1\n");
    }

    @Test
    void placesAreFoundBothWays() {
        TypedText text = new TypedText("\uFEFFa\r\nb\rc");

        assertThat(text.inContent(2)).isEqualTo(4);
        assertThat(text.inShown(4)).isEqualTo(2);
        assertThat(text.inContent(text.shown().length())).isEqualTo(7);
    }

    @Test
    void whateverIsTypedIsShownAgain() {
        Random random = new Random(7);
        String[] pieces = {"a", "é", "\uD83D\uDE00", "\r\n", "\r", "\n", ": ", "#"};
        for (int round = 0; round < 3_000; round++) {
            TypedText text = new TypedText((round % 5 == 0 ? "\uFEFF" : "") + pieces(random, pieces));
            String shown = text.shown();
            int from = random.nextInt(shown.length() + 1);
            int to = from + random.nextInt(shown.length() - from + 1);
            String typed = pieces(random, new String[] {"x", "\n", "y: z"});
            String now = shown.substring(0, from) + typed + shown.substring(to);

            String content = text.typed(now);

            assertThat(new TypedText(content).shown()).isEqualTo(now);
        }
    }

    private static String pieces(Random random, String[] pieces) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
