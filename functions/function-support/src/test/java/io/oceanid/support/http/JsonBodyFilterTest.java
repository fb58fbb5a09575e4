package io.oceanid.support.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.failure.InvalidRequestException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class JsonBodyFilterTest {

    private final JsonBodyFilter filter = JsonBodyFilter.of("/predict");
    private final AtomicReference<@Nullable ServerWebExchange> reached = new AtomicReference<>();

    @ParameterizedTest
    @ValueSource(strings = {"{}", " \r\n\t{\"text\": \"Ægir 🚢\"} ", "{ no JSON, which is for others to find out"})
    void anObjectIsHandedOnByteForByte(String body) {
        StepVerifier.create(post("/predict", body.getBytes(UTF_8))).verifyComplete();

        assertThat(handedOn()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void noBodyIsAnEmptyObject(String body) {
        StepVerifier.create(post("/predict", body.getBytes(UTF_8))).verifyComplete();

        assertThat(handedOn()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "\"{}\"", "null", "\uFEFF{}"})
    void whatBeginsLikeNoObjectIsRefused(String body) {
        refused(body.getBytes(UTF_8));
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        refused("{\"text\": \"Ægir\"}".getBytes(ISO_8859_1));
    }

    @Test
    void theFunctionSeesTextAndNoHeaderOfTheCallers() {
        MockServerHttpRequest request = MockServerHttpRequest.post("/predict")
                .header("Authorization", "Basic c2VjcmV0")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}");

        StepVerifier.create(send(request)).verifyComplete();

        assertThat(request().getHeaders().headerNames()).containsExactlyInAnyOrder("Content-Type", "Content-Length");
        assertThat(request().getHeaders().getContentType()).hasToString("text/plain;charset=UTF-8");
    }

    @Test
    void otherPathsAndMethodsAreLeftAlone() {
        MockServerHttpRequest other = MockServerHttpRequest.post("/").body("[]");
        StepVerifier.create(send(other)).verifyComplete();
        assertThat(request()).isSameAs(other);

        MockServerHttpRequest get = MockServerHttpRequest.get("/predict").build();
        StepVerifier.create(send(get)).verifyComplete();
        assertThat(request()).isSameAs(get);
    }

    private void refused(byte[] body) {
        StepVerifier.create(post("/predict", body))
                .verifyErrorSatisfies(error ->
                        assertThat(((InvalidRequestException) error).field()).isEqualTo("body"));
        assertThat(reached).hasNullValue();
    }

    private Mono<Void> post(String path, byte[] body) {
        return send(MockServerHttpRequest.post(path).body(Bodies.of(body)));
    }

    private Mono<Void> send(MockServerHttpRequest request) {
        return filter.filter(MockServerWebExchange.from(request), exchange -> {
            reached.set(exchange);
            return Mono.empty();
        });
    }

    private ServerHttpRequest request() {
        return Objects.requireNonNull(reached.get()).getRequest();
    }

    private String handedOn() {
        return Bodies.text(request());
    }
}
