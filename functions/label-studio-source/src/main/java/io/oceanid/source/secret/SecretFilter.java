package io.oceanid.source.secret;

import io.oceanid.support.failure.UnauthenticatedException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Asks for the secret before a body is read; 401 without it. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class SecretFilter implements WebFilter {

    private final String path;
    private final String header;
    private final WebhookSecrets secrets;

    /** @param path where it asks; all others are open */
    SecretFilter(String path, String header, WebhookSecrets secrets) {
        this.path = path;
        this.header = header;
        this.secrets = secrets;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean asked = exchange.getRequest().getPath().value().equals(path);
        List<String> given = exchange.getRequest().getHeaders().getOrEmpty(header);
        return asked && !(given.size() == 1 && secrets.has(given.getFirst()))
                // names the header as what RFC 9110 calls a scheme, so that whoever set the webhook up sees which it is
                ? Mono.error(new UnauthenticatedException(header))
                : chain.filter(exchange);
    }
}
