package io.oceanid.support.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.netty.handler.timeout.ReadTimeoutException;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.node.JsonNodeFactory;

class FailureTest {

    private static final byte[] NO_BODY = new byte[0];

    static Stream<Arguments> table() {
        return Stream.of(
                row(malformedEvent(), 400, "id is required", "id", null),
                row(invalidEvent(), 400, "type is none of the catalogue: other", "type", null),
                row(
                        new InvalidRequestException("format", "format is not csv"),
                        400,
                        "format is not csv",
                        "format",
                        null),
                row(new UnauthenticatedException(List.of("Basic")), 401, "Unauthorized", null, null),
                row(new UnknownResourceException("no project 3"), 404, "no project 3", null, null),
                row(new UnknownResourceException("model", "no model ner"), 404, "no model ner", "model", null),
                row(
                        new UnusableAnswerException("Triton's answer", new IOException("secret")),
                        502,
                        "Triton's answer",
                        null,
                        null),
                row(new ResponseStatusException(HttpStatus.NOT_FOUND, "secret"), 404, "Not Found", null, null),
                row(
                        new MethodNotAllowedException(HttpMethod.PUT, Set.of(HttpMethod.POST)),
                        405,
                        "Method Not Allowed",
                        null,
                        null),
                row(ReadTimeoutException.INSTANCE, 408, "the rest of the body did not come in time", null, null),
                row(new AbortedException("closed"), 408, "the connection ended before the body did", null, null),
                row(
                        new IOException("Connection reset by peer"),
                        408,
                        "the connection ended before the body did",
                        null,
                        null),
                row(
                        new SocketException("Connection reset"),
                        408,
                        "the connection ended before the body did",
                        null,
                        null),
                row(new ConflictException("one is running"), 409, "one is running", null, null),
                row(
                        new UnfinishedException(
                                new ConflictException("half-way"), JsonNodeFactory.instance.objectNode()),
                        409,
                        "half-way",
                        null,
                        null),
                row(new PayloadTooLargeException("more than 60 bytes"), 413, "more than 60 bytes", null, null),
                row(
                        new DataBufferLimitException("secret"),
                        413,
                        "the body is larger than this function takes",
                        null,
                        null),
                row(unsupportedFormat(), 415, "application/cloudevents+avro is not supported", null, null),
                row(
                        new UnsupportedContentException("content-encoding", "not compressed"),
                        415,
                        "not compressed",
                        "content-encoding",
                        null),
                row(new OverloadedException("too much"), 429, "too much", null, Duration.ofSeconds(1)),
                row(
                        new DependencyUnavailableException("PostgreSQL is away", new IOException("secret")),
                        503,
                        "PostgreSQL is away",
                        null,
                        Duration.ofSeconds(5)),
                row(
                        new DependencyUnavailableException(
                                "PostgreSQL is away", new IOException("Connection reset by peer")),
                        503,
                        "PostgreSQL is away",
                        null,
                        Duration.ofSeconds(5)),
                row(new IllegalStateException("secret"), 500, "the function failed; its log says why", null, null),
                row(new AssertionError("secret"), 500, "the function failed; its log says why", null, null));
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyFailureHasItsAnswer(
            Throwable error, int status, String detail, @Nullable String field, @Nullable Duration retryAfter) {
        Failure failure = Failure.of(error);

        assertThat(failure.status().value()).isEqualTo(status);
        assertThat(failure.detail()).startsWith(detail).doesNotContain("secret");
        assertThat(failure.field()).isEqualTo(field);
        assertThat(failure.retryAfter()).isEqualTo(retryAfter);
        assertThat(failure.isOurs()).isEqualTo(status == 500);
    }

    private static Arguments row(
            Throwable error, int status, String detail, @Nullable String field, @Nullable Duration retryAfter) {
        return Arguments.of(error, status, detail, field, retryAfter);
    }

    private static Throwable malformedEvent() {
        return catchThrowable(() -> CloudEventCodec.decode(Map.of("ce-specversion", "1.0"), NO_BODY));
    }

    private static Throwable unsupportedFormat() {
        return catchThrowable(
                () -> CloudEventCodec.decode(Map.of("content-type", "application/cloudevents+avro"), NO_BODY));
    }

    private static Throwable invalidEvent() {
        return catchThrowable(() -> LabelStudioEvent.read("other", EventJson.read("{}")));
    }
}
