package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.export.NativeText;
import dev.orrery.importer.Texts;
import dev.orrery.topology.Promise;
import dev.orrery.topology.Topology;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final String SHOP = """
            services:
              shop: {availability: %s, latency: %s, depends_on: {bank: {%s}, api: {}}}
              api: {depends_on: [bank, stock]}
              bank: {availability: 99.5%%, latency: 300ms}
              stock: {availability: 99.80 %%}
            """;

    @Test
    void nobodyIsThereMoreOftenThanAllThatTheyWaitFor() {
        String text = SHOP.formatted("99.9%", "1s", "");

        assertThat(Found.by(new Promises(), text)).containsExactly("availability-promise bank shop stock");
        assertThat(Found.findings(new Promises(), Found.topology(text))
                        .getFirst()
                        .problem()
                        .message())
                .as("the bank counts once")
                .contains("promises 99.9 %")
                .contains("comes to 99.301 % (bank 99.5 %, stock 99.8 %)");
        assertThat(Found.by(new Promises(), SHOP.formatted("99.301%", "1s", "")))
                .isEmpty();
    }

    @Test
    void nobodyAnswersSoonerThanTheSlowestThatTheyWaitFor() {
        assertThat(Found.by(new Promises(), SHOP.formatted("90%", "299ms", "")))
                .containsExactly("latency-promise bank shop");
        assertThat(Found.by(new Promises(), SHOP.formatted("90%", "300ms", ""))).isEmpty();
    }

    @Test
    void whatIsNotRequiredOrNotWaitedForDoesNotCount() {
        String text = SHOP.replace("api: {}}}", "api: {kind: async}}}");

        assertThat(Found.by(new Promises(), text.formatted("99.9%", "1ms", "required: false")))
                .isEmpty();
        assertThat(Found.by(new Promises(), text.formatted("99.9%", "1ms", "kind: async")))
                .isEmpty();
        assertThat(Found.by(new Promises(), text.formatted("99.9%", "1ms", "kind: data")))
                .hasSize(2);
    }

    @Test
    void aPromiseIsReadAndWrittenAndABadOneTold() {
        Topology topology = Found.topology(SHOP.formatted("99.9%", "250ms", ""));
        Promise promise = new Promise(new BigDecimal("99.9"), Duration.ofMillis(250));

        assertThat(topology.service("shop").orElseThrow().promise()).isEqualTo(promise);
        Topology again = Texts.named("t.yaml", NativeText.of(topology)).read().topology();
        assertThat(again.service("shop").orElseThrow().promise()).isEqualTo(promise);
        assertThat(again.service("api").orElseThrow().promise()).isEqualTo(Promise.NONE);
        assertThat(Texts.problems(Texts.named("t.yaml", "topology: T\n" + SHOP.formatted("101%", "soon", ""))
                        .read()))
                .containsExactly("bad-availability @ t.yaml:3:24", "bad-duration @ t.yaml:3:39");
        assertThat(Texts.problems(Texts.named("t.yaml", "topology: T\nservices: {a: {availability: 99.9}}\n")
                        .read()))
                .containsExactly("bad-availability @ t.yaml:2:30");
    }
}
