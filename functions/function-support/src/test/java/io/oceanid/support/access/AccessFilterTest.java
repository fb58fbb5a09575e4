package io.oceanid.support.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.failure.UnauthenticatedException;
import io.oceanid.support.http.Route;
import io.oceanid.support.http.RouteGuard;
import io.oceanid.support.http.Routes;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AccessFilterTest {

    private static final RouteGuard ROUTES = new RouteGuard(Routes.of(
            Route.post("/predict"),
            Route.get("/projects/{id}/export"),
            Route.post("/").forEvents()));

    private final AtomicInteger letIn = new AtomicInteger();
    private AccessFilter filter = filter("", "label studio", "päss:word", false);

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC  "})
    void whoSaysUserAndPasswordIsLetIn(String scheme) {
        StepVerifier.create(ask("/predict", scheme + encoded("label studio:päss:word")))
                .verifyComplete();

        assertThat(letIn).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label studio:päss:wor",
                "label studio:päss:words",
                "label studio:",
                "label studio",
                "Label Studio:päss:word",
                ":",
                ""
            })
    void whoSaysAnotherIsNot(String credentials) {
        refused("Basic " + encoded(credentials));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !", "Bearer bGFiZWw6cGFzcw==", "label studio:päss:word"})
    void whatIsNotSaidSoDoesNotCount(String header) {
        refused(header);
    }

    @Test
    void theLoginOfABrowserDoesNotCountForWhatAPageHasItSend() {
        filter = filter("one", "label studio", "päss:word", false);
        String login = "Basic " + encoded("label studio:päss:word");

        StepVerifier.create(send(MockServerHttpRequest.post("/predict")
                        .header(HttpHeaders.AUTHORIZATION, login)
                        .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                        .build()))
                .verifyError(UnauthenticatedException.class);
        StepVerifier.create(send(MockServerHttpRequest.get("/projects/1/export")
                        .header(HttpHeaders.AUTHORIZATION, login)
                        .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                        .build()))
                .verifyComplete();
        StepVerifier.create(send(MockServerHttpRequest.post("/predict")
                        .header("X-Secret", "one")
                        .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                        .build()))
                .verifyComplete();
        assertThat(letIn).hasValue(2);
    }

    @Test
    void whoSaysNothingIsToldHowAndTheBodyIsNotRead() {
        filter = filter("one,two", "label studio", "päss:word", false);
        AtomicInteger read = new AtomicInteger();
        MockServerHttpRequest request = MockServerHttpRequest.post("/predict").body(Flux.defer(() -> {
            read.incrementAndGet();
            return Flux.empty();
        }));

        StepVerifier.create(send(request))
                .verifyErrorSatisfies(error -> assertThat(
                                ((UnauthenticatedException) error).getHeaders().get(HttpHeaders.WWW_AUTHENTICATE))
                        .containsExactly("X-Secret realm=\"oceanid\"", "Basic realm=\"oceanid\""));
        assertThat(read).hasValue(0);
    }

    @Test
    void aSecretDoesAsWellAsALogin() {
        filter = filter("one,two", "label studio", "päss:word", false);

        StepVerifier.create(send(MockServerHttpRequest.post("/predict")
                        .header("X-Secret", "two")
                        .build()))
                .verifyComplete();
        StepVerifier.create(ask("/predict", "Basic " + encoded("label studio:päss:word")))
                .verifyComplete();
        StepVerifier.create(send(MockServerHttpRequest.post("/predict")
                        .header("X-Secret", "three")
                        .build()))
                .verifyError(UnauthenticatedException.class);

        assertThat(letIn).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/actuator/health/readiness"})
    void healthIsOpen(String path) {
        StepVerifier.create(send(MockServerHttpRequest.get(path).build())).verifyComplete();

        assertThat(letIn).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/projects/1/export", "/no/route/of/ours"})
    void whatTookNoRouteIsAskedToo(String path) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.post(path).build());

        StepVerifier.create(filter.filter(exchange, this::letIn)).verifyError(UnauthenticatedException.class);
    }

    @Test
    void whoSendsEventsMayNameTheSecretInTheQuery() {
        filter = filter("one,two", "", "", false);

        StepVerifier.create(send(MockServerHttpRequest.post("/?secret=two").build()))
                .verifyComplete();
        for (String target : new String[] {
            "/", "/?secret", "/?secret=", "/?secret=three", "/?secret=one&secret=two", "/predict?secret=one"
        }) {
            StepVerifier.create(send(MockServerHttpRequest.post(target).build()))
                    .verifyError(UnauthenticatedException.class);
        }

        assertThat(letIn).hasValue(1);
    }

    @Test
    void whereTheNetworkAsksEventsAreTakenFromAnybodyAndNothingElseIs() {
        filter = filter("one", "", "", true);

        StepVerifier.create(send(MockServerHttpRequest.post("/").build())).verifyComplete();
        StepVerifier.create(send(MockServerHttpRequest.post("/predict").build()))
                .verifyError(UnauthenticatedException.class);
    }

    private void refused(String header) {
        StepVerifier.create(ask("/predict", header)).verifyError(UnauthenticatedException.class);

        assertThat(letIn).hasValue(0);
    }

    private Mono<Void> ask(String path, String header) {
        return send(MockServerHttpRequest.post(path)
                .header(HttpHeaders.AUTHORIZATION, header)
                .build());
    }

    private Mono<Void> send(MockServerHttpRequest request) {
        return ROUTES.filter(MockServerWebExchange.from(request), routed -> filter.filter(routed, this::letIn));
    }

    private Mono<Void> letIn(ServerWebExchange exchange) {
        letIn.incrementAndGet();
        return Mono.empty();
    }

    private static AccessFilter filter(String secrets, String user, String password, boolean offForEvents) {
        AccessProperties properties = new AccessProperties(secrets, "X-Secret", user, password, false, offForEvents);
        return new AccessFilter(new Credentials(properties), offForEvents);
    }

    private static String encoded(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }
}
