package io.oceanid.support.http;

import io.oceanid.events.text.Utf8;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets JSON objects through to functions that take them as text, byte for byte; refuses (400) what is not UTF-8 or
 * begins like no object. No body at all is an empty object. Spring Cloud Function would split an array, and run the
 * function for each item.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class JsonBodyFilter implements WebFilter {

    /** Called text, since Spring Cloud Function leaves that alone. */
    private static final Map<String, String> HEADERS = Map.of(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8");

    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    private final Set<String> paths;

    private JsonBodyFilter(Set<String> paths) {
        this.paths = paths;
    }

    /** A filter for what comes by POST to these paths. */
    public static JsonBodyFilter of(String... paths) {
        return new JsonBodyFilter(Set.of(paths));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getMethod().equals(HttpMethod.POST)
                || !paths.contains(exchange.getRequest().getPath().value())) {
            return chain.filter(exchange);
        }
        return WholeBody.of(exchange.getRequest())
                .map(JsonBodyFilter::object)
                .flatMap(body -> chain.filter(HandedOverRequest.of(exchange, HEADERS, body)));
    }

    private static byte[] object(byte[] body) {
        int first = 0;
        while (first < body.length && isWhitespace(body[first])) {
            first++;
        }
        if (first == body.length) {
            return EMPTY_OBJECT;
        }
        if (body[first] != '{' || !Utf8.isWellFormed(body)) {
            throw new InvalidRequestException("body", "the body is not a JSON object in UTF-8");
        }
        return body;
    }

    private static boolean isWhitespace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
