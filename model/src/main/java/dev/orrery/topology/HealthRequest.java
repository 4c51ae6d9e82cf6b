package dev.orrery.topology;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a check is asked, where it is not just asked.
///
/// @param headers header name to the name of the secret that is its value; the secret itself is never in a descriptor
/// @param http2 whether HTTP/2 is asked for: over `https` in the handshake, so that a server may take HTTP/1.1 in its
///     place, over `http` at once
/// @param measured where a server that keeps measurements is asked in place of the service;
///     else null
public record HealthRequest(
        NavigableMap<String, String> headers,
        boolean http2,
        @Nullable Measured measured) {
    public static final HealthRequest PLAIN = new HealthRequest(Collections.emptyNavigableMap(), false);

    /// Over HTTP/2, and else just asked.
    public static final HealthRequest OVER_HTTP_2 = new HealthRequest(Collections.emptyNavigableMap(), true);

    public HealthRequest {
        NavigableMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableNavigableMap(sorted);
    }

    /// Put to the service itself.
    public HealthRequest(NavigableMap<String, String> headers, boolean http2) {
        this(headers, http2, null);
    }

    /// The same with other secrets.
    ///
    /// @param others name of a secret to the name of the one that takes its place; what is not in here stays
    HealthRequest withSecrets(Map<String, String> others) {
        NavigableMap<String, String> named = new TreeMap<>(headers);
        named.replaceAll((_, secret) -> others.getOrDefault(secret, secret));
        return new HealthRequest(named, http2, measured);
    }
}
