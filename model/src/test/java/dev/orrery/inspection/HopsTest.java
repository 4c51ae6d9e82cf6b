package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Texts;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rules about calls that wait for others, and what has to run for one.
class HopsTest {
    private static final LongChains CHAINS = new LongChains();
    private static final FanOut FAN_OUT = new FanOut();
    private static final HardToTest TEST = new HardToTest();
    private static final SinglePointsOfFailure POINTS = new SinglePointsOfFailure();

    private static final String CHAIN = """
            services:
              a: {depends_on: [b]}
              b: {depends_on: [c]}
              c: {depends_on: [d]}
              d: {depends_on: {e: {%s}}}
              e: {}
            """;

    @Test
    void moreThanThreeCallsAfterOneAnotherAreALongChain() {
        assertThat(Found.by(CHAINS, CHAIN.formatted(""))).containsExactly("long-chain a b c d e");
        assertThat(Found.findings(CHAINS, Found.topology(CHAIN.formatted("")))
                        .getFirst()
                        .problem()
                        .message())
                .startsWith("4 calls wait for each other: a → b → c → d → e.");
    }

    @Test
    void whatNobodyWaitsForAndWhatIsNoHopIsNoCall() {
        assertThat(Found.by(CHAINS, CHAIN.formatted("kind: async"))).isEmpty();
        assertThat(Found.by(CHAINS, CHAIN.formatted("kind: data"))).isEmpty();
        assertThat(Found.by(CHAINS, CHAIN.formatted("protocol: in-process"))).isEmpty();
        assertThat(Found.by(CHAINS, Texts.named("compose.yaml", """
                                services:
                                  a: {image: a, depends_on: [b]}
                                  b: {image: b, depends_on: [c]}
                                  c: {image: c, depends_on: [d]}
                                  d: {image: d, depends_on: [e]}
                                  e: {image: e}
                                """).read().topology()))
                .as("an order of starting")
                .isEmpty();
    }

    @Test
    void ofChainsThatComeTogetherOneIsTold() {
        assertThat(Found.by(CHAINS, CHAIN.formatted("") + "  other: {depends_on: [b]}\n"))
                .containsExactly("long-chain a b c d e");
        assertThat(Found.by(
                        CHAINS,
                        CHAIN.formatted("") + "  v: {depends_on: [w]}\n  w: {depends_on: [x]}\n"
                                + "  x: {depends_on: [y]}\n  y: {depends_on: [e]}\n"))
                .containsExactly("long-chain a b c d e", "long-chain e v w x y");
    }

    @Test
    void aCircleIsPassedOnce() {
        assertThat(Found.by(CHAINS, """
                services:
                  a: {depends_on: [b]}
                  b: {depends_on: [c]}
                  c: {depends_on: [b, d]}
                  d: {}
                """)).isEmpty();
        assertThat(Found.by(CHAINS, """
                services:
                  a: {depends_on: [b]}
                  b: {depends_on: [c]}
                  c: {depends_on: [b, d]}
                  d: {depends_on: [e]}
                  e: {}
                """)).containsExactly("long-chain a b c d e");
    }

    @Test
    void aServiceThatCallsNineOthersFansOut() {
        assertThat(Found.by(FAN_OUT, fan("service", 9, ""))).containsExactly("fan-out hub");
        assertThat(Found.by(FAN_OUT, fan("service", 8, ""))).isEmpty();
        assertThat(Found.by(FAN_OUT, fan("gateway", 9, ""))).isEmpty();
        assertThat(Found.by(FAN_OUT, fan("service", 9, "required: false"))).isEmpty();
    }

    @Test
    void whatNeedsThirteenOthersIsHardToTest() {
        assertThat(Found.by(TEST, fan("service", 13, "") + "  page: {depends_on: [hub]}\n"))
                .as("told where the limit is passed first")
                .containsExactly("hard-to-test hub");
        assertThat(Found.by(TEST, fan("service", 12, ""))).isEmpty();
        assertThat(Found.by(TEST, fan("service", 13, "required: false"))).isEmpty();
        assertThat(Found.by(TEST, fan("external", 13, ""))).isEmpty();
    }

    @Test
    void aServiceBetweenFourAndFourIsASinglePointOfFailure() {
        String bus = """
                services:
                  a: {depends_on: [bus]}
                  b: {depends_on: [bus]}
                  c: {depends_on: [bus]}
                  d: {depends_on: [bus%s]}
                  bus: {depends_on: [w, x, y, z]}
                  w: {}
                  x: {}
                  y: {}
                  z: {}
                """;
        assertThat(Found.by(POINTS, bus.formatted(""))).containsExactly("single-point-of-failure bus");
        assertThat(Found.findings(POINTS, Found.topology(bus.formatted("")))
                        .getFirst()
                        .problem()
                        .message())
                .contains("from 4 services to 4 others");
        assertThat(Found.by(POINTS, bus.formatted(", z")))
                .as("there is another way to one of the four")
                .isEmpty();
    }

    @Test
    void aChainOfTwentyThousandServicesIsLookedAtWithoutRecursion() {
        String chain = IntStream.range(0, 20_000)
                .mapToObj(i -> "  s%05d: {depends_on: [s%05d]}\n".formatted(i, i + 1))
                .collect(Collectors.joining("", "services:\n", "  s20000: {}\n"));
        var topology = Found.topology(chain);

        assertThat(Found.findings(CHAINS, topology).getFirst().subjects()).hasSize(20_001);
        assertThat(Found.by(TEST, topology)).containsExactly("hard-to-test s19987");
        assertThat(Found.by(POINTS, topology)).hasSize(20_001 - 8);
    }

    private static String fan(String kind, int others, String how) {
        StringBuilder text = new StringBuilder("services:\n  hub:\n    kind: " + kind + "\n    depends_on:\n");
        for (int i = 0; i < others; i++) {
            text.append("      s%02d: {%s}\n".formatted(i, how));
        }
        for (int i = 0; i < others; i++) {
            text.append("  s%02d: {}\n".formatted(i));
        }
        return text.toString();
    }
}
