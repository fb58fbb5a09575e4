package io.oceanid.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class HandedOverRequestTest {

    private final MockServerWebExchange came = MockServerWebExchange.from(MockServerHttpRequest.post("/predict")
            .header("Cookie", "session=secret")
            .header("Content-Type", "application/json")
            .body("what came"));

    private final ServerHttpRequest request = HandedOverRequest.of(
                    came, Map.of("content-type", "text/plain"), "Ægir".getBytes(UTF_8))
            .getRequest();

    @Test
    void itHasNothingButTheHeadersThatItIsGivenAndTheLengthOfItsBody() {
        assertThat(request.getHeaders().headerNames()).containsExactlyInAnyOrder("content-type", "Content-Length");
        assertThat(request.getHeaders().getFirst("Content-Type")).isEqualTo("text/plain");
        assertThat(request.getHeaders().getContentLength()).isEqualTo(5);
    }

    @Test
    void itsBodyCanBeReadMoreThanOnce() {
        assertThat(Bodies.text(request)).isEqualTo("Ægir");
        assertThat(Bodies.text(request)).isEqualTo("Ægir");
    }

    @Test
    void itGoesWhereTheOtherWent() {
        assertThat(request.getPath().value()).isEqualTo("/predict");
        assertThat(request.getMethod()).isEqualTo(HttpMethod.POST);
        assertThat(came.getRequest().getHeaders().getFirst("Cookie")).isEqualTo("session=secret");
    }
}
