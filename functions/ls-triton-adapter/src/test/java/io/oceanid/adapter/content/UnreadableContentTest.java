package io.oceanid.adapter.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.failure.Failure;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class UnreadableContentTest {

    @Test
    void aDocumentOfNoUseIsTheFaultOfTheRequest() {
        Failure failure = Failure.of(new UnreadableContentException("a PDF without text"));

        assertThat(failure).isEqualTo(new Failure(HttpStatus.BAD_REQUEST, "a PDF without text", "tasks", null));
    }
}
