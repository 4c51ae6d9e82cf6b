package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemLookupTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final List<InetAddress> FOUND = List.of(InetAddress.ofLiteral("10.0.0.7"));

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void waitsNoLongerThanItsOwnDeadlineNorThanWhoeverAsks() {
        try (SystemLookup patient = new SystemLookup(LONG, this::late);
                SystemLookup impatient = new SystemLookup(SHORT, this::late)) {
            assertThatExceptionOfType(NameLookup.Silent.class).isThrownBy(() -> patient.addresses("shop", SHORT));
            assertThatExceptionOfType(NameLookup.Silent.class).isThrownBy(() -> impatient.addresses("shop"));
            assertThatExceptionOfType(NameLookup.Silent.class).isThrownBy(() -> impatient.addresses("shop", LONG));
            answer.countDown();
        }
    }

    @Test
    void looksUpANameOnceForAllWhoWantToKnowItMeanwhile() throws Exception {
        try (SystemLookup lookup = new SystemLookup(LONG, this::late);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch wanted = new CountDownLatch(50);
            List<Future<List<InetAddress>>> all = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> {
                        wanted.countDown();
                        return lookup.addresses("shop");
                    }))
                    .toList();
            wanted.await();
            answer.countDown();
            for (Future<List<InetAddress>> each : all) {
                assertThat(each.get()).isEqualTo(FOUND);
            }
        }
        // Whoever comes after the answer asks anew; on a slow machine that may be a few of them.
        assertThat(asked.get()).isBetween(1, 49);
    }

    @Test
    void holdsUpNoMoreThreadsThanItHasHoweverManyNamesAreSilent() {
        try (SystemLookup lookup = new SystemLookup(Duration.ofMillis(1), this::late)) {
            for (int i = 0; i < 500; i++) {
                String name = "shop-" + i;
                assertThatExceptionOfType(NameLookup.Silent.class).isThrownBy(() -> lookup.addresses(name));
            }
            assertThat(asked.get()).isBetween(1, 32);
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("orrery-lookup")))
                    .hasSizeLessThanOrEqualTo(2 * 32);
            answer.countDown();
        }
    }

    private List<InetAddress> late(String host) throws UnknownHostException {
        asked.incrementAndGet();
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
        return FOUND;
    }
}
