package io.oceanid.support.testing;

import io.oceanid.events.json.EventJson;
import io.oceanid.support.testing.RawHttp.Answer;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/** What holds for every answer, and the two kinds there are: taken, and a problem. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private static final Set<String> HEADERS =
            Set.of("content-type", "content-length", "retry-after", "allow", "connection");

    private AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
    }

    /** Begins; an answer that gives back what was sent, or tells of the code behind it, fails at once. */
    public static AnswerAssert assertThat(Answer answer) {
        AnswerAssert begun = new AnswerAssert(answer).as(answer.toString());
        Assertions.assertThat(answer.headers().keySet()).as(answer.toString()).isSubsetOf(HEADERS);
        Assertions.assertThat(answer.toString())
                .doesNotContain(RawRequest.TELLTALE)
                .doesNotContain("Exception", "java.", "org.springframework", "io.oceanid.support", "reactor.");
        return begun;
    }

    /** All that was sent is committed, and there is nothing to say. */
    public AnswerAssert isTaken() {
        Assertions.assertThat(actual.status()).as(actual.toString()).isEqualTo(204);
        Assertions.assertThat(actual.headers()).doesNotContainKeys("content-type", "content-length");
        return this;
    }

    /** A problem of RFC 9457. */
    public AnswerAssert isProblem(int status) {
        Assertions.assertThat(actual.status()).as(actual.toString()).isEqualTo(status);
        Assertions.assertThat(actual.headers()).containsEntry("content-type", "application/problem+json");
        Assertions.assertThat(problem().path("status").asInt()).isEqualTo(status);
        Assertions.assertThat(problem().path("title").asString()).isNotBlank();
        Assertions.assertThat(problem().path("detail").asString()).isNotBlank();
        return this;
    }

    /** The field that the problem is with. */
    public AnswerAssert naming(String field) {
        Assertions.assertThat(problem().path("field").asString(""))
                .as(actual.body())
                .isEqualTo(field);
        return this;
    }

    /** Words of the detail. */
    public AnswerAssert saying(String words) {
        Assertions.assertThat(problem().path("detail").asString()).contains(words);
        return this;
    }

    /** A header. */
    public AnswerAssert hasHeader(String name, String value) {
        Assertions.assertThat(actual.headers()).containsEntry(name, value);
        return this;
    }

    private JsonNode problem() {
        return EventJson.read(actual.body());
    }
}
