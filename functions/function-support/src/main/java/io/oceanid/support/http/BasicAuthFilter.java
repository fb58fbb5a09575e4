package io.oceanid.support.http;

import io.oceanid.support.failure.UnauthenticatedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Asks for a user and a password (RFC 7617) before a body is read; 401 without them. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class BasicAuthFilter implements WebFilter {

    private final Set<String> paths;
    private final byte[] expected;

    /**
     * @param paths where it asks; all others are open
     * @param user without a colon
     */
    public BasicAuthFilter(Set<String> paths, String user, String password) {
        this.paths = Set.copyOf(paths);
        this.expected = bytes(HttpHeaders.encodeBasicAuth(user, password, StandardCharsets.UTF_8));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean asked = paths.contains(exchange.getRequest().getPath().value());
        String given = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return asked && !isRight(given) ? Mono.error(new UnauthenticatedException("Basic")) : chain.filter(exchange);
    }

    /** In a time that does not tell how much of it was right. */
    private boolean isRight(@Nullable String given) {
        String credentials = given != null && given.regionMatches(true, 0, "Basic ", 0, 6)
                ? given.substring(6).strip()
                : "";
        return MessageDigest.isEqual(expected, bytes(credentials));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
