package dev.orrery.probe.grpc;

import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import java.util.List;
import java.util.Optional;

/// What a gRPC answer counts as.
record GrpcJudgement(Verdict verdict, Reason reason) {
    private static final int OK = 0;

    /// @param service as asked; empty for the server as a whole
    static GrpcJudgement of(Outcome outcome, String service, String host) {
        if (outcome.http() != 200) {
            return ofHttp(outcome.http(), host);
        }
        if (!outcome.isGrpc()) {
            return new GrpcJudgement(Verdict.FAIL, Reason.of("not-grpc", host));
        }
        if (outcome.grpcStatus().isEmpty()) {
            return new GrpcJudgement(Verdict.FAIL, Reason.of("grpc-no-status", host));
        }
        int status = outcome.grpcStatus().get();
        if (status != OK) {
            return ofStatus(status, outcome, service, host);
        }
        Optional<HealthMessage.Status> said = HealthMessage.status(outcome.message());
        if (said.isEmpty()) {
            return new GrpcJudgement(Verdict.NONE, Reason.of("grpc-message", host));
        }
        return of(said.get(), service);
    }

    /// What the service says, by itself.
    static GrpcJudgement of(HealthMessage.Status said, String service) {
        return switch (said) {
            case SERVING -> new GrpcJudgement(Verdict.PASS, Reason.of("grpc-serving"));
            case NOT_SERVING -> new GrpcJudgement(Verdict.FAIL, Reason.of("grpc-not-serving"));
            case UNKNOWN -> new GrpcJudgement(Verdict.NONE, Reason.of("grpc-unknown"));
            case SERVICE_UNKNOWN -> new GrpcJudgement(Verdict.NONE, Reason.of("grpc-no-such-service", shown(service)));
        };
    }

    private static GrpcJudgement ofStatus(int status, Outcome outcome, String service, String host) {
        return switch (Name.of(status)) {
            case UNIMPLEMENTED -> new GrpcJudgement(Verdict.NONE, Reason.of("grpc-no-health", host));
            case NOT_FOUND -> new GrpcJudgement(Verdict.NONE, Reason.of("grpc-no-such-service", shown(service)));
            case UNAUTHENTICATED, PERMISSION_DENIED ->
                new GrpcJudgement(
                        Verdict.NONE, Reason.of("not-allowed", Name.of(status).name()));
            case UNKNOWN, INVALID_ARGUMENT, CANCELLED, ALREADY_EXISTS, FAILED_PRECONDITION, OUT_OF_RANGE, OK, OTHER ->
                new GrpcJudgement(Verdict.NONE, Reason.of("grpc-odd", words(status, outcome)));
            case RESOURCE_EXHAUSTED -> new GrpcJudgement(Verdict.WARN, Reason.of("too-many-requests"));
            case DEADLINE_EXCEEDED, ABORTED, INTERNAL, UNAVAILABLE, DATA_LOSS ->
                new GrpcJudgement(Verdict.FAIL, Reason.of("grpc-status", words(status, outcome)));
        };
    }

    /// An answer from something in between, or from a server that knows nothing of gRPC.
    private static GrpcJudgement ofHttp(int status, String host) {
        String code = Integer.toString(status);
        return switch (status) {
            case 401, 403, 407 -> new GrpcJudgement(Verdict.NONE, Reason.of("not-allowed", code));
            case 429 -> new GrpcJudgement(Verdict.WARN, Reason.of("too-many-requests"));
            case 501 -> new GrpcJudgement(Verdict.NONE, Reason.of("not-implemented"));
            default -> {
                if (status == 408 || status >= 500) {
                    yield new GrpcJudgement(Verdict.FAIL, Reason.of("status-5xx", code));
                }
                yield status >= 400
                        ? new GrpcJudgement(Verdict.NONE, Reason.of("status-4xx", code))
                        : new GrpcJudgement(Verdict.FAIL, Reason.of("not-grpc", host));
            }
        };
    }

    private static String words(int status, Outcome outcome) {
        String name = Name.of(status) == Name.OTHER
                ? Integer.toString(status)
                : Name.of(status).name();
        return outcome.words().isEmpty() ? name : name + ", " + outcome.words();
    }

    private static String shown(String service) {
        return service.isEmpty() ? "/" : service;
    }

    /// The codes of gRPC in their order.
    private enum Name {
        OK,
        CANCELLED,
        UNKNOWN,
        INVALID_ARGUMENT,
        DEADLINE_EXCEEDED,
        NOT_FOUND,
        ALREADY_EXISTS,
        PERMISSION_DENIED,
        RESOURCE_EXHAUSTED,
        FAILED_PRECONDITION,
        ABORTED,
        OUT_OF_RANGE,
        UNIMPLEMENTED,
        INTERNAL,
        UNAVAILABLE,
        DATA_LOSS,
        UNAUTHENTICATED,
        OTHER;

        static Name of(int status) {
            List<Name> all = List.of(values());
            return status >= 0 && status < all.size() ? all.get(status) : OTHER;
        }
    }
}
