package io.oceanid.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.failure.UnauthenticatedException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BasicAuthFilterTest {

    private final BasicAuthFilter filter = new BasicAuthFilter(Set.of("/predict"), "label studio", "päss:word");
    private final AtomicInteger letIn = new AtomicInteger();

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
    void whoSaysNothingIsToldHowAndTheBodyIsNotRead() {
        AtomicInteger read = new AtomicInteger();
        MockServerHttpRequest request = MockServerHttpRequest.post("/predict").body(Flux.defer(() -> {
            read.incrementAndGet();
            return Bodies.of("{}".getBytes(UTF_8));
        }));

        StepVerifier.create(send(request))
                .verifyErrorSatisfies(error -> assertThat(
                                ((UnauthenticatedException) error).getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                        .isEqualTo("Basic realm=\"oceanid\""));
        assertThat(read).hasValue(0);
    }

    @Test
    void otherPathsAreOpen() {
        StepVerifier.create(ask("/health", "")).verifyComplete();

        assertThat(letIn).hasValue(1);
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
        return filter.filter(MockServerWebExchange.from(request), _ -> {
            letIn.incrementAndGet();
            return Mono.empty();
        });
    }

    private static String encoded(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }
}
