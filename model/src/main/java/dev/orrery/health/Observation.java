package dev.orrery.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One immutable answer to one probe.
///
/// @param at when the probe ended, by the wall clock: for people, since that clock may be set
/// @param steady the same moment by a clock that nobody sets: for durations, and for which of
///     two answers is newer. It has no meaning but beside other moments of the same run
/// @param epoch of the plan by which the probe began; an answer to an older plan is dropped.
///     [#ANY_EPOCH] where there was no plan
/// @param took from the first byte sent (the look-up of the name included) to the end; zero
///     where nobody timed it
/// @param httpStatus null where none was received
/// @param format of the body that was recognised, as in `spring-boot`; null where none was
/// @param components that the body reports, in its order
/// @param body what was read of it, made harmless; null where there was none
/// @param retryAfter how long it wants to be left alone, as in the header `Retry-After`; null
///     where it does not say
/// @param certificate that the server showed; null where the protocol has none, or none was seen
/// @param sampled when a third party measured it, where it was not the service that was asked;
///     else null
public record Observation(
        CheckId check,
        Instant at,
        Instant steady,
        long epoch,
        Duration took,
        Verdict verdict,
        Reason reason,
        @Nullable Integer httpStatus,
        @Nullable String format,
        List<ComponentHealth> components,
        @Nullable String body,
        @Nullable Duration retryAfter,
        @Nullable ServerCertificate certificate,
        @Nullable Instant sampled) {
    public static final long ANY_EPOCH = Long.MAX_VALUE;

    public Observation {
        components = List.copyOf(components);
    }

    /// As a probe gives it, which knows neither epoch nor another clock than that of the wall.
    public Observation(
            CheckId check,
            Instant at,
            Duration took,
            Verdict verdict,
            Reason reason,
            @Nullable Integer httpStatus,
            @Nullable String format,
            List<ComponentHealth> components,
            @Nullable String body) {
        this(check, at, at, ANY_EPOCH, took, verdict, reason, httpStatus, format, components, body, null, null, null);
    }

    /// No answer, through no fault of the service.
    public static Observation gap(CheckId check, Instant at, Reason reason) {
        return new Observation(check, at, Duration.ZERO, Verdict.GAP, reason, null, null, List.of(), null);
    }

    /// The same answer with the time and plan that only the timetable knows.
    public Observation stamped(Instant newSteady, long newEpoch) {
        return new Observation(
                check,
                at,
                newSteady,
                newEpoch,
                took,
                verdict,
                reason,
                httpStatus,
                format,
                components,
                body,
                retryAfter,
                certificate,
                sampled);
    }

    public Observation withRetryAfter(@Nullable Duration asked) {
        return new Observation(
                check,
                at,
                steady,
                epoch,
                took,
                verdict,
                reason,
                httpStatus,
                format,
                components,
                body,
                asked,
                certificate,
                sampled);
    }

    public Observation withCertificate(@Nullable ServerCertificate shown) {
        return new Observation(
                check,
                at,
                steady,
                epoch,
                took,
                verdict,
                reason,
                httpStatus,
                format,
                components,
                body,
                retryAfter,
                shown,
                sampled);
    }

    /// The same answer, for which something else was found to count.
    public Observation judged(Verdict newVerdict, Reason newReason) {
        return new Observation(
                check,
                at,
                steady,
                epoch,
                took,
                newVerdict,
                newReason,
                httpStatus,
                format,
                components,
                body,
                retryAfter,
                certificate,
                sampled);
    }

    /// The same answer, as a third party gave it.
    ///
    /// @param when it was measured
    public Observation sampledAt(Instant when) {
        return new Observation(
                check,
                at,
                steady,
                epoch,
                took,
                verdict,
                reason,
                httpStatus,
                format,
                components,
                body,
                retryAfter,
                certificate,
                when);
    }

    /// Whether it is known how long the service took.
    public boolean isTimed() {
        return !took.isZero();
    }

    /// Whether this tells the same measurement as another answer once more, so that nothing new
    /// is known.
    public boolean repeats(Observation other) {
        return sampled != null && sampled.equals(other.sampled) && verdict == other.verdict;
    }

    /// The same probe, held to say nothing about the service.
    public Observation asGap(Reason why) {
        return new Observation(check, at, took, Verdict.GAP, why, null, null, List.of(), null).stamped(steady, epoch);
    }
}
