package dev.orrery.app.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/// How late probes began, in microseconds. Written by many threads; what has no room any more is only counted.
final class Lateness {
    private final AtomicIntegerArray micros;
    private final AtomicLong count = new AtomicLong();

    Lateness(int room) {
        micros = new AtomicIntegerArray(room);
    }

    void add(Duration late) {
        long place = count.getAndIncrement();
        if (place < micros.length()) {
            micros.set((int) place, Math.clamp(late.toNanos() / 1_000, 0, Integer.MAX_VALUE));
        }
    }

    /// How many have begun.
    long count() {
        return count.get();
    }

    /// @param from so many had begun before
    /// @param until so many had begun in all
    Span between(long from, long until) {
        int end = (int) Math.min(until, micros.length());
        int begin = (int) Math.min(from, end);
        int[] span = new int[end - begin];
        for (int i = 0; i < span.length; i++) {
            span[i] = micros.get(begin + i);
        }
        Arrays.sort(span);
        return new Span(span);
    }

    /// Those of a stretch of time.
    @SuppressWarnings("ArrayRecordComponent") // Millions of them, made and read here alone.
    record Span(int[] sorted) {
        boolean isEmpty() {
            return sorted.length == 0;
        }

        double median() {
            return millis(0.5);
        }

        double p99() {
            return millis(0.99);
        }

        double most() {
            return millis(1);
        }

        /// By nearest rank.
        private double millis(double part) {
            return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e3;
        }
    }
}
