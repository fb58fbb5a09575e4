package io.oceanid.support.idle;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.http.Route;
import io.oceanid.support.http.RouteGuard;
import io.oceanid.support.http.Routes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class IdleWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final RouteGuard ROUTES = new RouteGuard(Routes.of(Route.post("/")));

    private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();
    private final AtomicInteger idle = new AtomicInteger();
    private final IdleWatch watch = new IdleWatch(PATIENCE, idle::incrementAndGet, clock);

    @Test
    void whatNobodyAsksAfterTheStartIsIdleOnce() {
        watch.begin();

        assertIsIdle(1, PATIENCE);
        clock.advanceTimeBy(Duration.ofDays(1));
        assertThat(idle).hasValue(1);
    }

    @Test
    void eachRequestBeginsTheWaitAnew() {
        watch.begin();
        clock.advanceTimeBy(Duration.ofMillis(1500));
        ask("/", CompletableFuture.completedFuture(null));

        assertIsIdle(1, PATIENCE);

        ask("/", CompletableFuture.completedFuture(null));
        clock.advanceTimeBy(PATIENCE);
        assertThat(idle).hasValue(2);
    }

    @Test
    void nothingIsIdleWhileARequestIsUnderWay() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        watch.begin();
        ask("/", first);
        ask("/", second);

        clock.advanceTimeBy(Duration.ofMinutes(1));
        first.complete(null);
        clock.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(idle).hasValue(0);

        second.completeExceptionally(new IllegalStateException("failed"));
        clock.advanceTimeBy(PATIENCE);
        assertThat(idle).hasValue(1);
    }

    @Test
    void whoeverLooksWhetherItIsWellDoesNotProlongTheWait() {
        watch.begin();
        clock.advanceTimeBy(Duration.ofMillis(1500));
        ask("/health", new CompletableFuture<>());
        ask("/actuator/prometheus", CompletableFuture.completedFuture(null));

        assertIsIdle(1, Duration.ofMillis(500));
        clock.advanceTimeBy(Duration.ofDays(1));
        assertThat(idle).hasValue(1);
    }

    @Test
    void aLookDuringTheStartDoesNotMakeItIdle() {
        ask("/health", CompletableFuture.completedFuture(null));
        clock.advanceTimeBy(Duration.ofMillis(500));
        watch.begin();

        assertIsIdle(1, PATIENCE);
    }

    @Test
    void whatIsIdleIsSoSoonAgainAfterSomeLooksWhetherItIsWell() {
        watch.begin();
        clock.advanceTimeBy(PATIENCE);
        ask("/health", CompletableFuture.completedFuture(null));
        ask("/health", CompletableFuture.failedFuture(new IllegalStateException("failed")));

        assertIsIdle(2, Duration.ofMillis(200));
        clock.advanceTimeBy(Duration.ofDays(1));
        assertThat(idle).hasValue(2);
    }

    @Test
    void aRequestSoonAfterALookIsWaitedForInFull() {
        watch.begin();
        clock.advanceTimeBy(PATIENCE);
        ask("/health", CompletableFuture.completedFuture(null));
        clock.advanceTimeBy(Duration.ofMillis(100));
        ask("/", CompletableFuture.completedFuture(null));

        assertIsIdle(2, PATIENCE);
    }

    @Test
    void aLookWhileARequestIsUnderWayMakesNothingIdle() {
        CompletableFuture<Void> request = new CompletableFuture<>();
        watch.begin();
        clock.advanceTimeBy(PATIENCE);
        ask("/", request);
        ask("/health", CompletableFuture.completedFuture(null));

        clock.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(idle).hasValue(1);
        request.complete(null);
        clock.advanceTimeBy(PATIENCE);
        assertThat(idle).hasValue(2);
    }

    /** For so many times now, and not a millisecond sooner than {@code after}. */
    private void assertIsIdle(int times, Duration after) {
        clock.advanceTimeBy(after.minusMillis(1));
        assertThat(idle).hasValue(times - 1);
        clock.advanceTimeBy(Duration.ofMillis(1));
        assertThat(idle).hasValue(times);
    }

    private void ask(String path, CompletableFuture<Void> answer) {
        MockServerHttpRequest request = path.equals("/")
                ? MockServerHttpRequest.post(path).build()
                : MockServerHttpRequest.get(path).build();
        var _ = ROUTES.filter(
                        MockServerWebExchange.from(request),
                        routed -> watch.filter(routed, _ -> Mono.fromFuture(answer)))
                .onErrorComplete()
                .toFuture();
    }
}
