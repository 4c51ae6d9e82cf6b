/// Health that others have measured: asked of a Prometheus-compatible server for all services
/// at once.
///
/// [PrometheusProbe][dev.orrery.probe.prometheus.PrometheusProbe] answers for each target out
/// of a snapshot that it shares with all others of the same server: a few queries over HTTP,
/// whoever and however many ask. A directory, made of the names and addresses of the targets,
/// tells whose each series is. What a service's measurements count as is decided in one place,
/// and says of itself that it comes from that server. A server that does not answer is a gap:
/// it says nothing about anybody.
///
/// [ObservedCalls][dev.orrery.probe.prometheus.ObservedCalls] asks the same servers who was
/// seen to call whom.
@NullMarked
package dev.orrery.probe.prometheus;

import org.jspecify.annotations.NullMarked;
