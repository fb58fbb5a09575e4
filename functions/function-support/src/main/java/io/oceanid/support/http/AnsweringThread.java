package io.oceanid.support.http;

import io.netty.channel.EventLoop;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Lets a connection's own thread write each answer, whoever has it ready. Reactor Netty 1.3 ends a request in a later turn
 * of that thread if another one writes; what comes over the connection between an answer's last byte and that end, and asks
 * for the connection's end too ({@code Connection: close}, HTTP/1.0, or a request that cannot be decoded), it never answers.
 */
public final class AnsweringThread {

    private AnsweringThread() {}

    /** A handler whose answers are written so. */
    public static HttpHandler of(HttpHandler handler) {
        return (request, response) -> handler.handle(request, in(response));
    }

    private static ServerHttpResponse in(ServerHttpResponse response) {
        return ServerHttpResponseDecorator.getNativeResponse(response) instanceof Connection connection
                ? new OwnTurn(response, connection.channel().eventLoop())
                : response;
    }

    /** Answers of several buffers are written there anyway. */
    private static final class OwnTurn extends ServerHttpResponseDecorator {

        private final EventLoop own;

        OwnTurn(ServerHttpResponse response, EventLoop own) {
            super(response);
            this.own = own;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(body instanceof Mono<? extends DataBuffer> one ? one.flatMap(this::there) : body);
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.defer(() -> there(getDelegate())).flatMap(ServerHttpResponse::setComplete);
        }

        private <T> Mono<T> there(T value) {
            return own.inEventLoop() ? Mono.just(value) : Mono.create(sink -> own.execute(() -> sink.success(value)));
        }
    }
}
