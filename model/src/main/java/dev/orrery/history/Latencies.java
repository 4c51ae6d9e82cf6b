package dev.orrery.history;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/// How many answers took how long, in buckets that each begin 4 % above the one before.
///
/// Two of them add up to the one of all their answers together, whatever the order; so minutes become hours without a
/// loss. What is read from them is at most 2 % off. Immutable.
public final class Latencies {
    static final Latencies EMPTY = new Latencies(new int[0], new long[0]);

    /// Half the width of a bucket.
    static final double ERROR = 0.02;

    private static final double WIDTH = Math.log((1 + ERROR) / (1 - ERROR));

    /// In microseconds; what took longer counts as this.
    private static final double LONGEST = 3.6e9;

    /// Sorted; each has a count above 0.
    private final int[] buckets;

    private final long[] counts;

    private Latencies(int[] buckets, long[] counts) {
        this.buckets = buckets;
        this.counts = counts;
    }

    static Latencies of(Duration took) {
        double micros = Math.clamp(took.toMillis() * 1e3 + took.toNanosPart() % 1_000_000 / 1e3, 1, LONGEST);
        return new Latencies(new int[] {(int) Math.ceil(Math.log(micros) / WIDTH)}, new long[] {1});
    }

    /// Those of both.
    public Latencies plus(Latencies other) {
        int[] both = new int[buckets.length + other.buckets.length];
        long[] sums = new long[both.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < buckets.length || theirs < other.buckets.length) {
            boolean takeMine =
                    theirs == other.buckets.length || (mine < buckets.length && buckets[mine] <= other.buckets[theirs]);
            int bucket = takeMine ? buckets[mine] : other.buckets[theirs];
            long count = takeMine ? counts[mine++] : other.counts[theirs++];
            if (size > 0 && both[size - 1] == bucket) {
                sums[size - 1] += count;
            } else {
                both[size] = bucket;
                sums[size++] = count;
            }
        }
        return new Latencies(Arrays.copyOf(both, size), Arrays.copyOf(sums, size));
    }

    /// Of how many answers.
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /// The longest; zero where there is no answer.
    public Duration max() {
        return quantile(1);
    }

    /// By nearest rank.
    ///
    /// @param share from 0 to 1
    /// @return zero where there is no answer
    public Duration quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count()));
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                // The middle of the bucket.
                return Duration.ofNanos((long) (Math.exp((buckets[i] - 0.5) * WIDTH) * 1_000));
            }
        }
        return Duration.ZERO;
    }

    /// One or two bytes for most buckets.
    void write(ByteArrayOutputStream out) {
        Numbers.write(out, buckets.length);
        int before = 0;
        for (int i = 0; i < buckets.length; i++) {
            // Most counts are 1: the lowest bit says so.
            int step = buckets[i] - before;
            Numbers.write(out, counts[i] == 1 ? step * 2L : step * 2L + 1);
            if (counts[i] != 1) {
                Numbers.write(out, counts[i]);
            }
            before = buckets[i];
        }
    }

    /// @throws java.nio.BufferUnderflowException where the bytes end too early
    static Latencies read(ByteBuffer in) {
        int size = Math.toIntExact(Numbers.read(in));
        if (size == 0) {
            return EMPTY;
        }
        if (size > in.remaining()) {
            throw new IllegalArgumentException("more buckets than bytes: " + size);
        }
        int[] buckets = new int[size];
        long[] counts = new long[size];
        int before = 0;
        for (int i = 0; i < size; i++) {
            long step = Numbers.read(in);
            before = Math.addExact(before, Math.toIntExact(step / 2));
            buckets[i] = before;
            counts[i] = step % 2 == 0 ? 1 : Numbers.read(in);
        }
        return new Latencies(buckets, counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies latencies
                && Arrays.equals(buckets, latencies.buckets)
                && Arrays.equals(counts, latencies.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(buckets) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return count() + " answers, p50 " + quantile(0.5) + ", max " + max();
    }
}
