package io.oceanid.bootstrapper.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.PayloadTooLargeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.JsonNodeFactory;

class PartsTest {

    private static final String FILE = """
        --edge\r
        Content-Disposition: form-data; name="file"; filename="cargo.csv"\r
        \r
        text,hs\r
        """;

    @TempDir
    private Path folder;

    @Test
    void aFileGoesToDiskInItsOwnBytes() {
        StepVerifier.create(read(FILE, "MV Ægir,0901.21\r\n--edge--\r\n"))
                .assertNext(parts -> assertThat(parts.files())
                        .singleElement()
                        .satisfies(file -> assertThat(file.path()).hasContent("text,hs\r\nMV Ægir,0901.21")))
                .verifyComplete();
    }

    /** The end of the body comes while the file is being written. */
    @RepeatedTest(300)
    void aFormThatBreaksOffWithinAFileIsRefused() {
        StepVerifier.create(read(FILE, "MV Ægir,0901.21\r\n--ed"))
                .expectError(InvalidRequestException.class)
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void optionsThatTakeTooMuchMemoryAreRefused() {
        String options = FILE.replace("name=\"file\"; filename=\"cargo.csv\"", "name=\"options\"; filename=\"x\"");

        StepVerifier.create(read(options, "x".repeat(300_000), "\r\n--edge--\r\n"))
                .verifyError(PayloadTooLargeException.class);
    }

    private Mono<Parts> read(String... pieces) {
        Flux<DataBuffer> body = Flux.fromStream(Arrays.stream(pieces)
                        .<DataBuffer>map(piece -> DefaultDataBufferFactory.sharedInstance.wrap(piece.getBytes(UTF_8))))
                .subscribeOn(Schedulers.parallel());
        MockServerHttpRequest request = MockServerHttpRequest.post("/preview")
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=edge")
                .body(body);
        return new Parts(new FileFolder(folder), JsonNodeFactory.instance.objectNode()).read(request);
    }
}
