package io.oceanid.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.adapter.kserve.DataType;
import io.oceanid.adapter.testing.TestAdapter;
import io.oceanid.adapter.testing.ToyTriton;
import io.oceanid.support.testing.Eventually;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong setting stops the start, and one line on standard error says which it is. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        TRITON_BASE_URL=triton:8000                     | TRITON_BASE_URL begins with http, https, grpc or grpcs
        TRITON_BASE_URL=http://u:s3cret@triton          | TRITON_BASE_URL holds a user
        TRITON_BASE_URL=grpc://triton                   | TRITON_BASE_URL has no port
        TRITON_BASE_URL=http://tri ton/s3cret           | TRITON_BASE_URL is no URL
        DEFAULT_MODEL=                                  | DEFAULT_MODEL is not set, and TRITON_BASE_URL is
        CF_ACCESS_CLIENT_ID=s3cret                      | CF_ACCESS_CLIENT_SECRET
        CF_ACCESS_CLIENT_SECRET=s3cret                  | CF_ACCESS_CLIENT_ID
        WEBHOOK_SECRET=                                 | WEBHOOK_SECRET is not set, and neither is BASIC_AUTH_USER
        NER_LABELS=O,,B-PORT                            | NER_LABELS has no name at position 1
        NER_LABELS={"0"}                                | NER_LABELS looks like JSON, but is none
        NER_TOKENIZER=/nowhere/tokenizer.json           | NER_TOKENIZER leads to nothing usable: The tokenizer /nowhere/tokenizer.json
        LABEL_STUDIO_URL=label-studio:8080              | LABEL_STUDIO_URL is no http:// or https:// URL
        LABEL_STUDIO_URL=http://label studio            | LABEL_STUDIO_URL is no URL
        LABEL_STUDIO_URL=http://label-studio.example.org| LABEL_STUDIO_PAT is not set, and LABEL_STUDIO_URL is
        PORT=http                                       | PORT (server.port) cannot be read as Integer
        oceanid.adapter.max-body=0B                     | oceanid.adapter.max-body must be at least 1B
        oceanid.adapter.max-in-flight=1MB               | oceanid.adapter.max-in-flight must be at least
        oceanid.adapter.threshold=2                     | oceanid.adapter.threshold is no number from 0 to 1
        oceanid.adapter.concurrency=0                   | oceanid.adapter.concurrency, linger, call-timeout and patience
        oceanid.adapter.model.overlap=512               | overlap must be at least 0 and less than max-tokens
        oceanid.adapter.model.aggregation=most          | oceanid.adapter.model.aggregation cannot be read as Aggregation
        oceanid.adapter.gzip-above=-1                   | oceanid.adapter.gzip-above must be at least 0
        oceanid.adapter.new-tasks.batch=0               | oceanid.adapter.new-tasks.batch must be at least 1
        """)
    void aWrongSettingIsNamedAndItsValueIsNot(String setting, String line, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(LsTritonAdapter.class)
                .properties(
                        "TRITON_BASE_URL=http://triton.example.org",
                        "DEFAULT_MODEL=ner",
                        "WEBHOOK_SECRET=other-s3cret",
                        "server.port=0")
                .run("--" + setting));

        assertThat(output.getErr().lines().filter(said -> said.startsWith("the start failed: ")))
                .singleElement()
                .asString()
                .startsWith("the start failed: ")
                .contains(line.strip());
        assertThat(output).doesNotContain("s3cr").doesNotContain("ERROR", "\tat ");
    }

    @Test
    void aTokenizerThatTheModelNeedsAndThatIsNotSetIsOneLineAtTheStart(CapturedOutput output) {
        try (ToyTriton triton = ToyTriton.start().tokens(8, DataType.INT64, 5, Map.of());
                TestAdapter adapter =
                        TestAdapter.start("--TRITON_BASE_URL=" + triton.url(), "--DEFAULT_MODEL=" + ToyTriton.TOKENS)) {
            Eventually.holds(() -> assertThat(output.getOut().lines())
                    .filteredOn(said -> said.contains("ERROR"))
                    .singleElement()
                    .asString()
                    .contains("model toy_tokens takes tokens, and NER_TOKENIZER, which makes them, is not set"));
            assertThat(adapter.get("/health").status()).isEqualTo(200);
        }
    }
}
