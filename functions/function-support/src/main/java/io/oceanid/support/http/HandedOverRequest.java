package io.oceanid.support.http;

import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/**
 * A request as Spring Cloud Function is to see it: with other headers and another body than it came with. What is not
 * handed over cannot be given back in the answer, as Spring Cloud Function does with headers.
 */
public final class HandedOverRequest extends ServerHttpRequestDecorator {

    private final HttpHeaders headers = new HttpHeaders();
    private final Flux<DataBuffer> body;

    private HandedOverRequest(ServerWebExchange exchange, Map<String, String> headers, byte[] body) {
        super(exchange.getRequest());
        headers.forEach(this.headers::set);
        this.headers.setContentLength(body.length);
        this.body = Flux.defer(
                () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
    }

    /** The exchange with nothing but these headers and this body. */
    public static ServerWebExchange of(ServerWebExchange exchange, Map<String, String> headers, byte[] body) {
        HandedOverRequest request = new HandedOverRequest(exchange, headers, body);
        return exchange.mutate().request(request).build();
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return body;
    }
}
