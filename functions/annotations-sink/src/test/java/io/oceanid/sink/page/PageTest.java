package io.oceanid.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {

    private static final Path FILES = Path.of("src/main/resources/io/oceanid/sink/page");
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"|from '\\./([^']*)'");

    @AutoClose
    private final TestSink sink = TestSink.start(
            TestDatabase.create().url(), "--BASIC_AUTH_USER=ann", "--BASIC_AUTH_PASS=se:same", "--WEBHOOK_SECRET=x");

    @Test
    void aBrowserIsAskedForALogin() {
        RawHttp.Answer answer =
                RawHttp.exchange(sink.port(), RawRequest.of("GET", "/").end());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().get("www-authenticate")).contains("Basic realm=\"oceanid\"");
    }

    @Test
    void thePageLoadsAndRunsNothingButItsOwnFiles() {
        RawHttp.Answer answer = answerTo("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "text/html;charset=UTF-8")
                .containsEntry("x-content-type-options", "nosniff");
        assertThat(answer.headers().get("content-security-policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe", "http", "data:", "*");
    }

    @Test
    void whateverThePageAndItsModulesNameIsServed() throws IOException {
        Stream<String> named = Stream.concat(references("page.html"), references("page.js"));

        assertThat(Stream.concat(named, references("plot.js")).distinct())
                .hasSize(8)
                .allSatisfy(file -> {
                    RawHttp.Answer answer = answerTo("/page/" + file.replace("page/", ""));
                    assertThat(answer.status()).as(file).isEqualTo(200);
                    assertThat(answer.headers().get("content-type")).isNotEmpty();
                });
    }

    @Test
    void thePageMakesNoMarkupOfWhatItIsTold() throws IOException {
        for (String file : List.of("page.js", "plot.js", "table.js")) {
            assertThat(Files.readString(FILES.resolve(file)))
                    .as(file)
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                    .doesNotContain("http://", "https://");
        }
        assertThat(Files.readString(FILES.resolve("page.html")))
                .doesNotContain("<style", "style=", "<script>", "onclick", "http://", "https://");
    }

    @Test
    void aFileThatDidNotChangeIsNotSentAgain() {
        String tag = answerTo("/page/page.js").headers().getOrDefault("etag", "");

        RawHttp.Answer again = RawHttp.exchange(
                sink.port(), get("/page/page.js").header("If-None-Match", tag).end());

        assertThat(again.status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/page/x.js", "/page/PageRoute.class", "/page/page.html", "/page/..%2Fapplication.yaml", "/page"
            })
    void nothingElseIsServed(String target) {
        AnswerAssert.assertThat(answerTo(target)).isProblem(404);
    }

    private RawHttp.Answer answerTo(String target) {
        return RawHttp.exchange(sink.port(), get(target).end());
    }

    private static RawRequest get(String target) {
        return RawRequest.of("GET", target).header("X-Webhook-Secret", "x");
    }

    private static Stream<String> references(String file) throws IOException {
        return REFERENCE
                .matcher(Files.readString(FILES.resolve(file)))
                .results()
                .map((MatchResult match) -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(reference -> URI.create(reference).getPath());
    }
}
