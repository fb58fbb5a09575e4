package io.oceanid.support.http;

import io.oceanid.support.failure.UnknownResourceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only the listed routes through: 404 and 405 for the rest. Without it, Spring Cloud Function runs any bean and
 * any composition of beans that a path names, and {@code /functionRouter} obeys a header of the caller's. One slash at
 * the end of a path is overlooked, since people paste URLs.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RouteGuard implements WebFilter {

    private final Routes routes;

    public RouteGuard(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = withoutTrailingSlash(exchange.getRequest().getPath().value());
        HttpMethod method = exchange.getRequest().getMethod();
        List<Route> here =
                routes.all().stream().filter(route -> route.hasPath(path)).toList();
        if (here.isEmpty()) {
            return Mono.error(new UnknownResourceException("nothing is served under this path"));
        }
        Optional<Route> taken =
                here.stream().filter(route -> route.takes(method)).findFirst();
        taken.orElse(here.getFirst()).takenIn(exchange);
        if (taken.isEmpty()) {
            Set<HttpMethod> allowed =
                    here.stream().flatMap(route -> route.methods().stream()).collect(Collectors.toSet());
            return Mono.error(new MethodNotAllowedException(method, allowed));
        }
        return chain.filter(canonical(exchange, path));
    }

    /** All that comes after compares paths as they are. */
    private static ServerWebExchange canonical(ServerWebExchange exchange, String path) {
        return exchange.getRequest().getPath().value().equals(path)
                ? exchange
                : exchange.mutate().request(request -> request.path(path)).build();
    }

    private static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") && !path.endsWith("//")
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
