package dev.orrery.history;

import dev.orrery.health.CheckId;

/// A roll-up, and of what it is one.
record Minute(String environment, CheckId check, Rollup rollup) {}
