package io.oceanid.labelstudio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.oceanid.support.telemetry.HttpClientCalls;
import io.oceanid.support.telemetry.HttpPoolMeters;
import io.oceanid.support.telemetry.Telemetry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.resources.ConnectionProvider;

/** One request and its answer, over a pool of connections. */
final class Exchange implements AutoCloseable {

    /** Its name in metrics and traces. */
    static final String PEER = "label-studio";

    private final LabelStudioSettings settings;
    private final HttpClientCalls calls;
    private final ConnectionProvider connections;
    private final HttpClient http;
    private final String base;

    Exchange(LabelStudioSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.base = settings.url().toString().replaceAll("/+$", "");
        this.calls = telemetry.callsOf(PEER);
        HttpPoolMeters meters = telemetry.poolOf(PEER);
        this.connections = ConnectionProvider.builder(PEER)
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(settings.pending())
                .pendingAcquireTimeout(settings.answerTimeout())
                .maxIdleTime(java.time.Duration.ofSeconds(4))
                .metrics(true, () -> meters)
                .build();
        this.http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .responseTimeout(settings.answerTimeout())
                .compress(true);
    }

    /** Fails with a {@link LabelStudioException} where there is no answer. */
    Mono<Answer> send(HttpMethod method, String path, @Nullable String authorization, byte @Nullable [] body) {
        String call = method + " " + path.replaceAll("\\?.*", "");
        return calls.observe(
                method.name(),
                trace -> asked(new Asked(call, method, path, authorization, body), trace),
                Answer::status);
    }

    private Mono<Answer> asked(Asked asked, Map<String, String> trace) {
        return http.headers(headers -> {
                    trace.forEach(headers::set);
                    if (asked.authorization() != null) {
                        headers.set(HttpHeaderNames.AUTHORIZATION, asked.authorization());
                    }
                    if (asked.body() != null) {
                        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                        headers.set(HttpHeaderNames.CONTENT_LENGTH, asked.body().length);
                    }
                })
                .request(asked.method())
                .uri(base + asked.path())
                .send((HttpClientRequest _, reactor.netty.NettyOutbound outbound) -> asked.body() == null
                        ? outbound
                        : outbound.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(asked.body()))))
                .response((response, content) -> collected(content)
                        .map(bytes -> new Answer(asked.call(), response.status().code(), bytes)))
                .next()
                .timeout(settings.answerTimeout())
                .onErrorMap(
                        Exchange::isAway,
                        e -> new LabelStudioException(
                                0, "%s: Label Studio does not answer (%s)".formatted(asked.call(), reason(e)), e));
    }

    private record Asked(
            String call,
            HttpMethod method,
            String path,
            @Nullable String authorization,
            byte @Nullable [] body) {}

    @Override
    public void close() {
        connections.dispose();
    }

    private Mono<byte[]> collected(Flux<ByteBuf> content) {
        return content.collect(ByteArrayOutputStream::new, this::add).map(ByteArrayOutputStream::toByteArray);
    }

    private void add(ByteArrayOutputStream bytes, ByteBuf buffer) {
        if (bytes.size() + buffer.readableBytes() > settings.maxAnswer()) {
            throw new LabelStudioException(
                    200, "Label Studio's answer is larger than " + settings.maxAnswer() + " bytes", null);
        }
        byte[] piece = new byte[buffer.readableBytes()];
        buffer.readBytes(piece);
        bytes.writeBytes(piece);
    }

    private static boolean isAway(Throwable error) {
        return error instanceof IOException || error instanceof TimeoutException;
    }

    private static String reason(Throwable error) {
        return switch (error) {
            case TimeoutException _ -> "not in time";
            case PrematureCloseException _ -> "it hung up";
            default -> "no connection";
        };
    }
}
