package io.oceanid.bootstrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        LABEL_STUDIO_URL=label-studio                  | LABEL_STUDIO_URL is no http:// or https:// URL
        LABEL_STUDIO_URL=http://label-studio.example   | LABEL_STUDIO_PAT is not set, and LABEL_STUDIO_URL is
        NER_BACKEND_URL=adapter:9090                   | NER_BACKEND_URL is no http:// or https:// URL
        NER_BACKEND_URL=http://u:s3cret@adapter        | NER_BACKEND_URL is no http:// or https:// URL
        SINK_WEBHOOK_URL=ftp://sink                    | SINK_WEBHOOK_URL is no http:// or https:// URL
        WEBHOOK_SECRET=                                | WEBHOOK_SECRET is not set, and neither is BASIC_AUTH_USER
        NER_BACKEND_PASS=s3cret                        | NER_BACKEND_USER and NER_BACKEND_PASS belong together
        oceanid.bootstrapper.wake-timeout=0s           | oceanid.bootstrapper.wake-timeout must be more than nothing
        oceanid.bootstrapper.max-body=0B               | oceanid.bootstrapper.max-body must be at least 1B
        oceanid.bootstrapper.max-in-flight=1KB         | oceanid.bootstrapper.max-in-flight must be at least
        oceanid.bootstrapper.imports.max-upload=0B     | oceanid.bootstrapper.imports.max-upload must be at least 1B
        oceanid.bootstrapper.imports.at-once=0         | oceanid.bootstrapper.imports.at-once must be at least 1
        """)
    void aWrongSettingIsNamedAndItsValueIsNot(String setting, String line, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(ProjectBootstrapper.class)
                .properties("WEBHOOK_SECRET=other-s3cret", "server.port=0")
                .run("--" + setting));

        assertThat(output.getErr().lines().filter(said -> said.startsWith("the start failed: ")))
                .singleElement()
                .asString()
                .contains(line.strip());
        assertThat(output).doesNotContain("s3cr").doesNotContain("ERROR", "\tat ");
    }
}
