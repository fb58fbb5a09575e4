package io.oceanid.labelstudio;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.netty.handler.codec.http.HttpMethod;
import io.oceanid.events.json.EventJson;
import io.oceanid.support.telemetry.Telemetry;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Calls Label Studio. All failures are {@link LabelStudioException}s. Paths begin with {@code /api/} and are taken as
 * they are, with their query.
 *
 * <p>Thread-safe.
 */
public final class LabelStudioClient implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Exchange exchange;
    private final Credentials credentials;
    private final CircuitBreaker breaker;
    private final int retries;

    /** One that nobody watches. */
    public LabelStudioClient(LabelStudioSettings settings) {
        this(settings, Telemetry.none());
    }

    public LabelStudioClient(LabelStudioSettings settings, Telemetry telemetry) {
        this(settings, telemetry, InstantSource.system());
    }

    LabelStudioClient(LabelStudioSettings settings, Telemetry telemetry, InstantSource clock) {
        this.exchange = new Exchange(settings, telemetry);
        this.credentials = settings.token().contains(".")
                ? new AccessTokens(Mono.defer(() -> refresh(settings.token())), clock)
                : new LegacyToken(settings.token());
        this.retries = settings.retries();
        this.breaker = settings.breaker()
                .breaker(Exchange.PEER, error -> error instanceof LabelStudioException e && e.isTemporary());
        telemetry.watch(breaker);
    }

    /** Reads something; tried again where it may help. */
    public Mono<JsonNode> get(String path) {
        return call(HttpMethod.GET, path, null).retryWhen(again());
    }

    /** Reads a file that somebody uploaded; tried again where it may help. The path may begin otherwise. */
    public Mono<byte[]> download(String path) {
        return guarded(authorized(HttpMethod.GET, path, null).map(Answer::bytes))
                .retryWhen(again());
    }

    /** Makes something; tried once, since a second try might make it twice. */
    public Mono<JsonNode> post(String path, JsonNode body) {
        return call(HttpMethod.POST, path, body);
    }

    /** Changes something. */
    public Mono<JsonNode> patch(String path, JsonNode body) {
        return call(HttpMethod.PATCH, path, body);
    }

    /** Takes something away; well also if it is gone already. */
    public Mono<Void> delete(String path) {
        return call(HttpMethod.DELETE, path, null)
                .onErrorResume(error -> error instanceof LabelStudioException e && e.status() == 404, _ -> Mono.empty())
                .then();
    }

    @Override
    public void close() {
        exchange.close();
    }

    private Mono<JsonNode> call(HttpMethod method, String path, @Nullable JsonNode body) {
        byte[] bytes = body == null ? null : EventJson.write(body);
        return guarded(authorized(method, path, bytes).map(Answer::json));
    }

    private RetryBackoffSpec again() {
        return Retry.backoff(retries, PAUSE)
                // so that those who failed together come back apart
                .jitter(0.5)
                .filter(error -> error instanceof LabelStudioException e && e.isTemporary())
                .onRetryExhaustedThrow((_, signal) -> signal.failure());
    }

    private <T> Mono<T> guarded(Mono<T> call) {
        return call.transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        CallNotPermittedException.class,
                        e -> new LabelStudioException(
                                0,
                                "Label Studio is not asked for now, since it did not answer as it should of late",
                                e));
    }

    private Mono<Answer> authorized(HttpMethod method, String path, byte @Nullable [] body) {
        return credentials
                .authorization()
                .flatMap(first -> exchange.send(method, path, first, body)
                        .flatMap(answer -> answer.status() == 401 && credentials.renew(first)
                                ? credentials.authorization().flatMap(next -> exchange.send(method, path, next, body))
                                : Mono.just(answer)));
    }

    private Mono<JsonNode> refresh(String personalAccessToken) {
        byte[] body = EventJson.write(JsonNodeFactory.instance.objectNode().put("refresh", personalAccessToken));
        return exchange.send(HttpMethod.POST, "/api/token/refresh/", null, body).map(Answer::json);
    }
}
