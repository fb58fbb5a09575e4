package io.oceanid.support.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.failure.UnknownResourceException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RouteGuardTest {

    private final RouteGuard guard =
            new RouteGuard(Routes.of(Route.post("/"), Route.post("/webhook"), Route.get("/projects/{id}/export")));
    private final AtomicReference<String> reached = new AtomicReference<>();

    @ParameterizedTest
    @CsvSource({
        "POST, /, /",
        "POST, /webhook, /webhook",
        "POST, /webhook/, /webhook",
        "GET, /projects/3/export, /projects/3/export",
        "HEAD, /projects/3/export/, /projects/3/export",
        "GET, /health, /health",
        "GET, /actuator/health/liveness, /actuator/health/liveness"
    })
    void aListedRouteIsReachedByItsOwnPath(String method, String target, String path) {
        StepVerifier.create(ask(method, target)).verifyComplete();

        assertThat(reached).hasValue(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "/x", "/webhook//", "/webhook/x", "/projects//export", "/projects/3/4/export", "/;x"})
    void nothingElseIs(String target) {
        StepVerifier.create(ask("POST", target)).verifyError(UnknownResourceException.class);

        assertThat(reached).hasNullValue();
    }

    @Test
    void anotherMethodIsToldWhichOnesThereAre() {
        StepVerifier.create(ask("DELETE", "/health"))
                .verifyErrorSatisfies(error -> assertThat(((MethodNotAllowedException) error).getSupportedMethods())
                        .containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD));
    }

    private Mono<Void> ask(String method, String target) {
        MockServerHttpRequest request = MockServerHttpRequest.method(
                        HttpMethod.valueOf(method), URI.create("http://sink" + target))
                .build();
        return guard.filter(MockServerWebExchange.from(request), exchange -> {
            reached.set(exchange.getRequest().getPath().value());
            return Mono.empty();
        });
    }
}
