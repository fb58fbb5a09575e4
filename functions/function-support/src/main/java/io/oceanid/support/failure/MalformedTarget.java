package io.oceanid.support.failure;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Gives the one answer a body that Spring gives before any filter or handler sees the request: 400 to a target that is
 * no URI, such as {@code /a|b}.
 */
public final class MalformedTarget {

    private static final Failure FAILURE = new Failure(
            HttpStatus.BAD_REQUEST, "the request target and the header Host do not make a URI (RFC 3986)", null, null);

    private MalformedTarget() {}

    /** A server that answers so. */
    public static HttpServer answeredBy(HttpServer server) {
        return server.mapHandle((handled, connection) -> handled.then(Mono.defer(() -> complete(connection))));
    }

    private static Mono<Void> complete(Connection connection) {
        if (connection instanceof HttpServerResponse response
                && response.status().equals(HttpResponseStatus.BAD_REQUEST)
                && !response.hasSentHeaders()) {
            byte[] problem = ProblemHandler.problem(FAILURE);
            return response.header(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(problem.length))
                    .sendByteArray(Mono.just(problem))
                    .then();
        }
        return Mono.empty();
    }
}
