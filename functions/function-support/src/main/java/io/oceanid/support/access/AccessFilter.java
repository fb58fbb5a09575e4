package io.oceanid.support.access;

import io.oceanid.support.failure.UnauthenticatedException;
import io.oceanid.support.http.Route;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Asks for credentials before a body is read; 401 without them. A route asks unless it is said to be open, and what is no
 * route does, too.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class AccessFilter implements WebFilter {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Credentials credentials;
    private final boolean offForEvents;

    AccessFilter(Credentials credentials, boolean offForEvents) {
        this.credentials = credentials;
        this.offForEvents = offForEvents;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Route.Door door =
                Route.takenBy(exchange.getAttributes()).map(Route::door).orElse(Route.Door.CREDENTIALS);
        return mayPass(door, exchange.getRequest())
                ? chain.filter(exchange)
                : Mono.error(new UnauthenticatedException(credentials.schemes()));
    }

    private boolean mayPass(Route.Door door, ServerHttpRequest request) {
        return switch (door) {
            case OPEN -> true;
            case CREDENTIALS -> areIn(request);
            case EVENTS -> offForEvents || areIn(request) || credentials.areInQuery(request);
        };
    }

    private boolean areIn(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return credentials.hasSecret(headers) || (credentials.hasLogin(headers) && !mayBeAnotherPages(request));
    }

    /**
     * A browser that was told the login gives it along with whatever any page has it send. It names that page where the
     * request is to change something; no page of ours sends such.
     */
    private static boolean mayBeAnotherPages(ServerHttpRequest request) {
        return !READING.contains(request.getMethod()) && request.getHeaders().containsHeader(HttpHeaders.ORIGIN);
    }
}
