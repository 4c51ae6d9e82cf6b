/// Asks over gRPC, by the health service that every gRPC library has (`grpc.health.v1.Health`).
///
/// The two messages of that service are a few bytes, written and read here by hand:
/// [HealthMessage][dev.orrery.probe.grpc.HealthMessage]. A [UnaryCall][dev.orrery.probe.grpc.UnaryCall] is one call
/// over HTTP/2 and its status, a [WatchCall][dev.orrery.probe.grpc.WatchCall] a stream of them; a
/// [GrpcJudgement][dev.orrery.probe.grpc.GrpcJudgement] is what that counts as. What holds
/// for every other probe holds here: the [gate][dev.orrery.probe.Gate], no proxy, no retry, no kept connection.
@NullMarked
package dev.orrery.probe.grpc;

import org.jspecify.annotations.NullMarked;
