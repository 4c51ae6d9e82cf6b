package dev.orrery.topology;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a descriptor declares about asking a service for its health.
///
/// @param url `http`, `https`, `grpc`, `grpcs`, `tcp`, `tls` or `dns`
/// @param interval from the start of one probe to the start of the next
/// @param timeout for the whole probe, name look-up included
/// @param degradedAbove a passing answer that took longer is a warning; null for no such bound
/// @param expect what the answer must be beyond that
/// @param request how it is asked, where it is not just asked
public record HealthCheck(
        String url,
        Duration interval,
        Duration timeout,
        @Nullable Duration degradedAbove,
        Expectation expect,
        HealthRequest request,
        SourceLocation source) {

    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(15);
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    public HealthCheck {
        if (!interval.isPositive() || !timeout.isPositive()) {
            throw new IllegalArgumentException("interval and timeout are positive: " + interval + ", " + timeout);
        }
    }

    /// A check that expects nothing of its own, and is just asked.
    public HealthCheck(
            String url, Duration interval, Duration timeout, @Nullable Duration degradedAbove, SourceLocation source) {
        this(url, interval, timeout, degradedAbove, Expectation.NONE, HealthRequest.PLAIN, source);
    }

    /// A check that is just asked.
    public HealthCheck(
            String url,
            Duration interval,
            Duration timeout,
            @Nullable Duration degradedAbove,
            Expectation expect,
            SourceLocation source) {
        this(url, interval, timeout, degradedAbove, expect, HealthRequest.PLAIN, source);
    }

    /// The same check, asked elsewhere.
    public HealthCheck withUrl(String other) {
        return new HealthCheck(other, interval, timeout, degradedAbove, expect, request, source);
    }

    /// The same check, stated elsewhere.
    HealthCheck at(SourceLocation other) {
        return new HealthCheck(url, interval, timeout, degradedAbove, expect, request, other);
    }

    /// The addresses of the service that this check knows: its own, or those that stand for it
    /// where a server is asked.
    public List<String> addresses() {
        Measured measured = request.measured();
        return measured == null
                ? List.of(url)
                : measured.declared().stream().map(HealthCheck::url).toList();
    }

    /// The same check, asked in another way.
    public HealthCheck with(HealthRequest other) {
        return new HealthCheck(url, interval, timeout, degradedAbove, expect, other, source);
    }
}
