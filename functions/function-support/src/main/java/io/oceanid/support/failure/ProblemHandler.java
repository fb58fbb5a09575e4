package io.oceanid.support.failure;

import io.oceanid.events.json.EventJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers every failure as {@code application/problem+json} (RFC 9457), by the table in {@link Failure}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        Failure failure = Failure.of(error);
        tell(exchange, failure, error);
        response.setStatusCode(failure.status());
        HttpHeaders headers = response.getHeaders();
        headers.clear();
        if (error instanceof ErrorResponse refusal) {
            // such as the Allow that belongs to a 405
            headers.putAll(refusal.getHeaders());
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (failure.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER, String.valueOf(failure.retryAfter().toSeconds()));
        }
        byte[] body = EventJson.write(Failure.problemOf(error));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    static byte[] problem(Failure failure) {
        return EventJson.write(failure.problem());
    }

    private static void tell(ServerWebExchange exchange, Failure failure, Throwable error) {
        String method = exchange.getRequest().getMethod().name();
        String path = exchange.getRequest().getPath().value();
        if (failure.isOurs()) {
            log.error("{} {} failed", method, path, error);
        } else if (failure.status().is5xxServerError()) {
            log.warn("{} {} answered {}: {}", method, path, failure.status().value(), failure.detail());
        } else {
            log.debug("{} {} answered {}: {}", method, path, failure.status().value(), failure.detail());
        }
    }
}
