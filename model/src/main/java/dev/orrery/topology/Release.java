package dev.orrery.topology;

import org.jspecify.annotations.Nullable;

/// A deployed version of a service.
///
/// @param weight its share of the traffic, in percent
/// @param healthCheck its own check, where it has one
public record Release(String version, int weight, @Nullable HealthCheck healthCheck) {}
