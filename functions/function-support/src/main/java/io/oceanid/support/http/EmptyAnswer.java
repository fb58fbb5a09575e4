package io.oceanid.support.http;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A POST that is done and has nothing to say is answered 204: a broker takes any other answer for an event. */
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public final class EmptyAnswer implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange).then(Mono.fromRunnable(() -> {
            ServerHttpResponse response = exchange.getResponse();
            if (!response.isCommitted()) {
                response.setStatusCode(HttpStatus.NO_CONTENT);
            }
        }));
    }
}
