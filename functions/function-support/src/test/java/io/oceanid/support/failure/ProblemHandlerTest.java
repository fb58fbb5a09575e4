package io.oceanid.support.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ExtendWith(OutputCaptureExtension.class)
class ProblemHandlerTest {

    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.post("/webhook").build());

    @Test
    void aProblemSaysWhatIsWrongWithWhichField() {
        assertThat(EventJson.read(answerTo(new InvalidRequestException("format", "format is not csv"))))
                .isEqualTo(EventJson.read("""
                    {"title":"Bad Request","status":400,"detail":"format is not csv","field":"format"}\
                    """));
        assertThat(response().getHeaders().getContentType()).hasToString("application/problem+json");
    }

    @Test
    void aProblemWithoutAFieldNamesNone() {
        assertThat(answerTo(new UnknownResourceException("no project 3"))).doesNotContain("field");
    }

    @Test
    void headersThatWereSetForAnAnswerDoNotGoOutWithAProblem() {
        response().getHeaders().set("ce-id", "1");

        answerTo(new OverloadedException("too much"));

        assertThat(response().getHeaders().headerNames())
                .containsExactlyInAnyOrder("Content-Type", "Content-Length", "Retry-After");
        assertThat(response().getHeaders().getFirst("Retry-After")).isEqualTo("1");
    }

    @Test
    void aRefusedMethodIsToldTheOthers() {
        answerTo(new MethodNotAllowedException(HttpMethod.PUT, Set.of(HttpMethod.POST)));

        assertThat(response().getHeaders().getAllow()).containsExactly(HttpMethod.POST);
    }

    @Test
    void aFaultOfOursIsToldToTheLogAndToNobodyElse(CapturedOutput output) {
        assertThat(answerTo(new IllegalStateException("s3cret"))).doesNotContain("s3cret", "IllegalState");

        assertThat(output).contains("POST /webhook failed").contains("s3cret");
    }

    @Test
    void aRefusalIsNoErrorInTheLog(CapturedOutput output) {
        answerTo(new InvalidRequestException("format", "format is not csv"));

        assertThat(output).doesNotContain("ERROR", "WARN");
    }

    @Test
    void anAnswerThatHasBegunIsNotChanged() {
        response().setComplete().block();

        StepVerifier.create(new ProblemHandler().handle(exchange, new IllegalStateException("s3cret")))
                .verifyErrorMessage("s3cret");
    }

    private String answerTo(Throwable error) {
        Mono<Void> answered = new ProblemHandler().handle(exchange, error);
        StepVerifier.create(answered).verifyComplete();
        return String.valueOf(response().getBodyAsString().block());
    }

    private MockServerHttpResponse response() {
        return exchange.getResponse();
    }
}
