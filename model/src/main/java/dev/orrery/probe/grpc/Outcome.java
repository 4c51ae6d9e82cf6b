package dev.orrery.probe.grpc;

import dev.orrery.health.ServerCertificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came back for one call.
///
/// @param http status of the response below
/// @param grpcStatus from the trailers, or from the headers of an answer that has nothing else; empty where it is
///     missing or no number
/// @param words that go with the status; empty where there are none
/// @param isGrpc whether the answer calls itself gRPC
/// @param message as received, its five bytes of head included
@SuppressWarnings("ArrayRecordComponent") // Made only to be judged, and never compared.
record Outcome(
        int http,
        Optional<Integer> grpcStatus,
        String words,
        boolean isGrpc,
        byte[] message,
        @Nullable ServerCertificate certificate) {}
