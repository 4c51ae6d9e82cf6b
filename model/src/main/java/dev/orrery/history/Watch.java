package dev.orrery.history;

import java.time.Instant;

/// A time during which somebody watched, without a break. Of what happened outside of these nothing is known.
///
/// @param until when it ended, or was last known to go on
public record Watch(long number, String environment, Instant from, Instant until) {}
