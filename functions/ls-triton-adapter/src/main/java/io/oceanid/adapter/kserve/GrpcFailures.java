package io.oceanid.adapter.kserve;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.oceanid.adapter.kserve.InferenceException.Kind;

/** What failed over gRPC, told apart. */
final class GrpcFailures {

    private GrpcFailures() {}

    static InferenceException of(String what, Throwable failure) {
        Status status = Status.fromThrowable(failure);
        String description = status.getDescription() == null ? "" : OneLine.of(status.getDescription());
        // the failure itself repeats what the server says, over as many lines as it likes
        Throwable cause = status.getCause();
        if (isDenied(status.getCode(), description)) {
            return new InferenceException(
                    Kind.UNAVAILABLE, "%s: access was denied: %s".formatted(what, description), cause);
        }
        String message = "%s: %s%s".formatted(what, status.getCode(), description.isEmpty() ? "" : ": " + description);
        return new InferenceException(kind(status, description), message, cause);
    }

    private static Kind kind(Status status, String description) {
        // found on this side, where it says nothing of the server
        if (status.getCause() instanceof InvalidProtocolBufferException
                || description.startsWith("gRPC message exceeds maximum size")) {
            return Kind.UNUSABLE_ANSWER;
        }
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, CANCELLED, ABORTED -> Kind.UNAVAILABLE;
            case NOT_FOUND -> Kind.UNKNOWN_MODEL;
            case INTERNAL, UNKNOWN, DATA_LOSS -> Kind.MODEL_FAILED;
            default -> Kind.REFUSED;
        };
    }

    /** Also what stands before a server and speaks no gRPC: it redirects to a page. */
    private static boolean isDenied(Status.Code code, String description) {
        return code == Status.Code.UNAUTHENTICATED
                || code == Status.Code.PERMISSION_DENIED
                || (code == Status.Code.UNKNOWN && description.startsWith("HTTP status code 3"));
    }
}
