package dev.orrery.history;

import dev.orrery.health.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time within a watch of which nothing is known, because of a fault on this side.
///
/// @param service null where it concerns all of them
/// @param until exclusive; where it goes on, the newest moment at which it was seen to
public record Gap(@Nullable String service, Reason reason, Instant from, Instant until) {}
