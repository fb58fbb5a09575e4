package io.oceanid.support.failure;

import io.netty.handler.timeout.ReadTimeoutException;
import io.oceanid.events.codec.MalformedCloudEventException;
import io.oceanid.events.codec.UnsupportedCloudEventFormatException;
import io.oceanid.events.labelstudio.InvalidEventException;
import java.net.SocketException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to a failure: the one table from exception to status.
 *
 * @param detail what the caller may know; never a class name or a message of a library's
 * @param field the attribute or field at fault, where there is one
 * @param retryAfter when it is worth while to try again, where it is
 */
public record Failure(
        HttpStatusCode status,
        String detail,
        @Nullable String field,
        @Nullable Duration retryAfter) {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    /** Looks the failure up. What the table does not know is a fault of ours: 500, and nothing told. */
    public static Failure of(Throwable error) {
        return switch (error) {
            case MalformedCloudEventException e -> refused(HttpStatus.BAD_REQUEST, e.getMessage(), e.attribute());
            case InvalidEventException e -> refused(HttpStatus.BAD_REQUEST, e.problem(), e.field());
            case InvalidRequestException e -> refused(HttpStatus.BAD_REQUEST, e.getMessage(), e.field());
            case UnsupportedCloudEventFormatException e ->
                refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, e.getMessage(), null);
            case UnsupportedContentException e -> refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, e.getMessage(), e.field());
            case UnknownResourceException e -> refused(HttpStatus.NOT_FOUND, e.getMessage(), e.field());
            case ConflictException e -> refused(HttpStatus.CONFLICT, e.getMessage(), null);
            case UnfinishedException e -> of(e.reason());
            case PayloadTooLargeException e -> refused(HttpStatus.CONTENT_TOO_LARGE, e.getMessage(), null);
            case DataBufferLimitException _ ->
                refused(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than this function takes", null);
            case ReadTimeoutException _ ->
                refused(HttpStatus.REQUEST_TIMEOUT, "the rest of the body did not come in time", null);
            case OverloadedException e -> new Failure(HttpStatus.TOO_MANY_REQUESTS, text(e.getMessage()), null, SOON);
            case DependencyUnavailableException e ->
                new Failure(HttpStatus.SERVICE_UNAVAILABLE, text(e.getMessage()), null, LATER);
            case UnusableAnswerException e -> refused(HttpStatus.BAD_GATEWAY, e.getMessage(), null);
            case ErrorResponse e -> refused(e.getStatusCode(), reason(e.getStatusCode()), null);
            case Throwable e
            // Spring knows what epoll says of a reset connection, and not what NIO does
            when DisconnectedClientHelper.isClientDisconnectedException(e) || e instanceof SocketException ->
                // nobody is there to read it, and should it be another peer that hung up, 408 is tried again
                refused(HttpStatus.REQUEST_TIMEOUT, "the connection ended before the body did", null);
            default -> refused(HttpStatus.INTERNAL_SERVER_ERROR, "the function failed; its log says why", null);
        };
    }

    /** The problem details (RFC 9457) of a failure; with what was done, where it came half-way. */
    public static ObjectNode problemOf(Throwable error) {
        ObjectNode problem = of(error).problem();
        if (error instanceof UnfinishedException unfinished) {
            problem.setAll(unfinished.done());
        }
        return problem;
    }

    /** Whether the fault is the function's own, so that its log has to tell all. */
    public boolean isOurs() {
        return status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value();
    }

    /** The problem details (RFC 9457). */
    public ObjectNode problem() {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        HttpStatus known = HttpStatus.resolve(status.value());
        problem.put("title", known == null ? "Refused" : known.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        if (field != null) {
            problem.put("field", field);
        }
        return problem;
    }

    private static Failure refused(HttpStatusCode status, @Nullable String detail, @Nullable String field) {
        return new Failure(status, text(detail), field, null);
    }

    private static String reason(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return status == null ? "refused" : status.getReasonPhrase();
    }

    private static String text(@Nullable String detail) {
        return detail == null ? "" : detail;
    }
}
