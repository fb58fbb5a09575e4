package io.oceanid.support.telemetry;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.retry.Retry;

/**
 * Posts what is exported, and again what was not taken for now: answers of 429, 502, 503 and 504 (OpenTelemetry Protocol,
 * "Retryable Response Codes") and connections that break.
 *
 * <p>Thread-safe.
 */
final class ReactorHttpSender implements HttpSender {

    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

    private final HttpSenderConfig config;
    private final HttpClient http;
    private final Retry again;

    ReactorHttpSender(HttpSenderConfig config) {
        this.config = config;
        this.http = HttpClient.create().headers(this::describe);
        this.again = again(Objects.requireNonNullElse(config.getRetryPolicy(), RetryPolicy.getDefault()));
    }

    /** The exporter waits for one of the two to be told. */
    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        var _ = Mono.fromCallable(() -> written(message))
                .flatMap(body -> post(body).retryWhen(again))
                .onErrorResume(NotNow.class, notNow -> Mono.just(notNow.answer))
                .timeout(config.getTimeout())
                .toFuture()
                .whenComplete((response, error) -> {
                    if (error == null) {
                        onResponse.accept(response);
                    } else {
                        onError.accept(error);
                    }
                });
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    private void describe(HttpHeaders headers) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, config.getContentType());
        if (config.getCompressor() != null) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, config.getCompressor().getEncoding());
        }
        config.getHeadersSupplier().get().forEach(headers::set);
    }

    private byte[] written(MessageWriter message) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (config.getCompressor() == null) {
            message.writeMessage(body);
        } else {
            try (var compressed = config.getCompressor().compress(body)) {
                message.writeMessage(compressed);
            }
        }
        return body.toByteArray();
    }

    private Mono<HttpResponse> post(byte[] body) {
        return http.post()
                .uri(config.getEndpoint())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response((response, content) -> content.asByteArray()
                        .collect(ByteArrayOutputStream::new, this::append)
                        .map(bytes -> Answer.of(response, bytes.toByteArray())))
                .single()
                .flatMap(answer ->
                        RETRYABLE.contains(answer.statusCode) ? Mono.error(new NotNow(answer)) : Mono.just(answer));
    }

    private void append(ByteArrayOutputStream body, byte[] more) {
        if (body.size() + more.length > config.getMaxResponseBodySize()) {
            throw new IllegalStateException("the answer is larger than " + config.getMaxResponseBodySize() + " bytes");
        }
        body.writeBytes(more);
    }

    private static Retry again(RetryPolicy policy) {
        return Retry.backoff(policy.getMaxAttempts() - 1L, policy.getInitialBackoff())
                .maxBackoff(policy.getMaxBackoff())
                .filter(error -> error instanceof IOException || error instanceof NotNow)
                .onRetryExhaustedThrow((_, signal) -> signal.failure());
    }

    private record Answer(int statusCode, String statusMessage, byte[] body) implements HttpResponse {

        static Answer of(HttpClientResponse response, byte[] body) {
            return new Answer(response.status().code(), response.status().reasonPhrase(), body);
        }

        @Override
        public int getStatusCode() {
            return statusCode;
        }

        @Override
        public String getStatusMessage() {
            return statusMessage;
        }

        @Override
        public byte[] getResponseBody() {
            return body;
        }
    }

    @SuppressWarnings("serial") // goes no further than send
    private static final class NotNow extends RuntimeException {

        private final HttpResponse answer;

        NotNow(HttpResponse answer) {
            super("not taken for now", null, false, false);
            this.answer = answer;
        }
    }
}
