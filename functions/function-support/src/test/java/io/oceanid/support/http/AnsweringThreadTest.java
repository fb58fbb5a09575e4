package io.oceanid.support.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What another thread answers: without that, one in some hundred of the next requests here has no answer. */
class AnsweringThreadTest {

    private static final int TIMES = 800;

    private DisposableServer server;

    @BeforeEach
    void start() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        AnsweringThread.of(WebHttpHandlerBuilder.webHandler(AnsweringThreadTest::handle)
                                .build())))
                .bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/one", "/many", "/none"})
    void theLastRequestOfAConnectionIsAnsweredHoweverSoonItComes(String before) {
        RawRequest last =
                RawRequest.of("GET", "/one").header("Connection", "close").end();

        IntStream.range(0, TIMES)
                .forEach(_ -> assertThat(statusAfter(before, last)).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/one", "/many", "/none"})
    void aRequestThatCannotBeDecodedIsRefusedHoweverSoonItComes(String before) {
        RawRequest tooLong = RawRequest.of("GET", "/?" + "a".repeat(4_500)).end();

        IntStream.range(0, TIMES)
                .forEach(_ -> assertThat(statusAfter(before, tooLong)).isEqualTo(414));
    }

    private int statusAfter(String target, RawRequest request) {
        try (RawHttp connection = RawHttp.connect(server.port())) {
            connection.send(RawRequest.of("GET", target).end().bytes()).answer();
            return connection.send(request.bytes()).answer().status();
        }
    }

    private static Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        Mono<DataBuffer> ready = Mono.fromSupplier(
                        () -> response.bufferFactory().wrap("ready".getBytes(StandardCharsets.US_ASCII)))
                .subscribeOn(Schedulers.parallel());
        return switch (exchange.getRequest().getPath().value()) {
            case "/one" -> response.writeWith(ready);
            case "/many" -> response.writeWith(ready.repeat(1));
            default -> ready.then();
        };
    }
}
