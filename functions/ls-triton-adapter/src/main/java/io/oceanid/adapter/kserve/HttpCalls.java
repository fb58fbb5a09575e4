package io.oceanid.adapter.kserve;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.oceanid.support.telemetry.HttpClientCalls;
import io.oceanid.support.telemetry.HttpPoolMeters;
import io.oceanid.support.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** HTTP calls of one server, over a pool of connections of its own. */
final class HttpCalls implements AutoCloseable {

    private final InferenceServerSettings settings;
    private final String base;
    private final HttpClientCalls calls;
    private final ConnectionProvider pool;
    private final HttpClient client;

    HttpCalls(InferenceServerSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.base = settings.uri().toString().replaceAll("/+$", "");
        this.calls = telemetry.callsOf(ResilientServer.PEER);
        HttpPoolMeters meters = telemetry.poolOf(ResilientServer.PEER);
        this.pool = ConnectionProvider.builder(ResilientServer.PEER)
                .maxConnections(settings.pool().connections())
                .pendingAcquireMaxCount(settings.pool().pending())
                .pendingAcquireTimeout(settings.timeouts().call())
                .maxIdleTime(settings.pool().idle())
                .metrics(true, () -> meters)
                .build();
        this.client = HttpClient.create(pool)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.timeouts().connect().toMillis()))
                // asking again is for the one who counts
                .disableRetry(true)
                .headers(headers -> {
                    settings.access().ifPresent(access -> access.headers().forEach(headers::set));
                    if (settings.transfer().gzipAbove() > 0) {
                        headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP);
                    }
                });
    }

    /** Asks for a path below the base; errors are {@link InferenceException}s, but not what a status says. */
    Mono<HttpAnswer> get(String what, String path) {
        return calls.observe(
                "GET",
                trace -> answer(
                        what,
                        client.headers(headers -> trace.forEach(headers::set))
                                .request(HttpMethod.GET)
                                .uri(base + path)),
                HttpAnswer::status);
    }

    /** Sends an inference; see {@link #get}. */
    Mono<HttpAnswer> post(String what, String path, InferBody body) {
        return calls.observe("POST", trace -> posted(what, path, body, trace), HttpAnswer::status);
    }

    private Mono<HttpAnswer> posted(String what, String path, InferBody body, Map<String, String> trace) {
        return answer(
                what,
                client.headers(headers -> {
                            trace.forEach(headers::set);
                            headers.set(
                                    HttpHeaderNames.CONTENT_TYPE,
                                    body.headLength().isPresent()
                                            ? HttpHeaderValues.APPLICATION_OCTET_STREAM
                                            : HttpHeaderValues.APPLICATION_JSON);
                            body.headLength().ifPresent(length -> headers.set(HttpAnswer.HEAD_LENGTH, length));
                            if (body.gzipped()) {
                                headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
                            }
                        })
                        .post()
                        .uri(base + path)
                        // a view of its own each time, since what is sent is released
                        .send(Mono.fromSupplier(() -> body.content().retainedDuplicate())));
    }

    private Mono<HttpAnswer> answer(String what, HttpClient.ResponseReceiver<?> receiver) {
        return receiver.response((head, content) -> read(what, head, content))
                .single()
                .onErrorMap(
                        failure -> !(failure instanceof InferenceException),
                        failure -> HttpFailures.unreachable(what, failure));
    }

    private Publisher<HttpAnswer> read(String what, HttpClientResponse head, ByteBufFlux content) {
        int status = head.status().code();
        Mono<HttpAnswer> answer = Flux.from(content)
                .reduceWith(
                        () -> new BodyBytes(
                                head.responseHeaders().getInt(HttpHeaderNames.CONTENT_LENGTH, -1),
                                settings.transfer().maxAnswerBytes()),
                        (body, chunk) -> {
                            try {
                                return body.add(chunk);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e.getMessage(), e);
                            }
                        })
                .handle((body, sink) -> {
                    try {
                        sink.next(new HttpAnswer(status, head.responseHeaders(), body.toArray())
                                .inflated(settings.transfer().maxAnswerBytes()));
                    } catch (IOException e) {
                        sink.error(e);
                    }
                });
        return status == 200
                ? answer.onErrorMap(failure -> HttpFailures.cut(what, failure))
                // the status says enough
                : answer.onErrorResume(_ -> Mono.just(new HttpAnswer(status, head.responseHeaders(), new byte[0])));
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
