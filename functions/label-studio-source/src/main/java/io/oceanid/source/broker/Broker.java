package io.oceanid.source.broker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.Timer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.oceanid.support.telemetry.HttpClientCalls;
import io.oceanid.support.telemetry.HttpPoolMeters;
import io.oceanid.support.telemetry.Telemetry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Takes CloudEvents in binary mode (HTTP binding, section 3.1), over a pool of connections. At least once: an answer
 * that is lost has the event sent twice, which its id tells whoever gets it.
 *
 * <p>Thread-safe.
 */
public final class Broker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);

    /** Shorter than proxies keep a connection that is not used. */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private static final String PEER = "broker";
    private static final int SHORTEST_PAUSE_MILLIS = 40;
    private static final int LONGEST_PAUSE_MILLIS = 80;

    private final HttpClientCalls calls;
    private final ConnectionProvider connections;
    private final HttpClient http;
    private final String url;
    private final CircuitBreaker breaker;
    private final PostMeter meter;

    Broker(BrokerProperties properties, Telemetry telemetry) {
        this.calls = telemetry.callsOf(PEER);
        HttpPoolMeters meters = telemetry.poolOf(PEER);
        this.connections = ConnectionProvider.builder(PEER)
                .maxConnections(properties.connections())
                .pendingAcquireMaxCount(properties.pending())
                .pendingAcquireTimeout(properties.answerTimeout())
                .maxIdleTime(IDLE)
                .metrics(true, () -> meters)
                .build();
        this.http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        properties.answerTimeout().toMillis())
                .responseTimeout(properties.answerTimeout())
                // trying again is for the one who counts
                .disableRetry(true);
        this.url = properties.url().strip();
        this.breaker = properties.breaker().breaker(PEER, Verdict::isNobody);
        telemetry.watch(breaker);
        this.meter = new PostMeter(telemetry.meters());
    }

    /**
     * Posts an event, and a moment later once more where that may help. Does not fail; a post that is cancelled is late.
     */
    public Mono<Verdict> post(OutgoingEvent event) {
        Mono<Verdict> attempt = attempt(event);
        return attempt.flatMap(verdict -> verdict.isWorthAnotherTry() ? pause().then(attempt) : Mono.just(verdict));
    }

    @Override
    public void close() {
        connections.dispose();
    }

    private Mono<Verdict> attempt(OutgoingEvent event) {
        return Mono.defer(() -> {
            Timer.Sample sample = meter.begin();
            return calls.observe("POST", trace -> send(event, trace), status -> status)
                    .transformDeferred(CircuitBreakerOperator.of(breaker))
                    // whoever waited for it gave up, which says as much as no answer in time
                    .doOnCancel(() -> breaker.onError(0, TimeUnit.NANOSECONDS, new TimeoutException()))
                    .map(Verdict::of)
                    .doOnError(failure -> log.debug("a post failed", failure))
                    .onErrorResume(failure -> Mono.just(Verdict.of(failure)))
                    .doOnNext(verdict -> meter.end(sample, event, verdict))
                    .doOnCancel(() -> meter.end(sample, event, Verdict.LATE));
        });
    }

    /** The status of the answer. Its body is read and thrown away, so that the connection can be used again. */
    private Mono<Integer> send(OutgoingEvent event, Map<String, String> trace) {
        byte[] body = event.message().body();
        return http.headers(headers -> {
                    event.message().headers().forEach(headers::set);
                    // the header for this request, the attribute for whoever gets the event (distributed tracing
                    // extension)
                    trace.forEach((name, value) -> headers.set(name, value).set("ce-" + name, value));
                    headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
                })
                .post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                // once the status is told, it stays told, however the body ends
                .responseSingle((answer, content) -> content.then()
                        .onErrorComplete()
                        .thenReturn(answer.status().code()));
    }

    /** Not the same for all, so that those who failed together come back apart. */
    private static Mono<Long> pause() {
        return Mono.defer(() -> Mono.delay(
                Duration.ofMillis(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS))));
    }
}
