package io.oceanid.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
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
        K_SINK=                                        | K_SINK is not set; it is the http:// or https:// URL that takes the events
        K_SINK=broker                                  | K_SINK is no http:// or https:// URL
        K_SINK=broker:8080/x                           | K_SINK is no http:// or https:// URL
        K_SINK=grpc://broker                           | K_SINK is no http:// or https:// URL
        K_SINK=http:/broker                            | K_SINK is no http:// or https:// URL
        K_SINK=http://bro_ker/                         | K_SINK names no host that is one
        K_SINK=http://bro ker/s3cret                   | K_SINK is no URL
        K_SINK=http://u:s3cret@broker                  | K_SINK holds a user
        K_CE_OVERRIDES=s3cret                          | K_CE_OVERRIDES is not JSON like {"extensions":{"name":"value"}}
        K_CE_OVERRIDES=["s3cret"]                      | K_CE_OVERRIDES is not JSON like
        K_CE_OVERRIDES={"extensions":["s3cret"]}       | K_CE_OVERRIDES is not JSON like
        K_CE_OVERRIDES={"extensions":{"s3cret":1}}     | K_CE_OVERRIDES has a value that is no text
        K_CE_OVERRIDES={"extensions":{"a_b":"s3cret"}} | K_CE_OVERRIDES has a name that no extension may have
        K_CE_OVERRIDES={"extensions":{"id":"s3cret"}}  | K_CE_OVERRIDES has a name that no extension may have
        WEBHOOK_SECRET=                                | WEBHOOK_SECRET is not set, and neither is BASIC_AUTH_USER; ACCESS_OFF=true takes calls from anybody
        WEBHOOK_SECRET=,                               | WEBHOOK_SECRET has a value that is empty or no header can carry
        WEBHOOK_SECRET=s3cret,                         | WEBHOOK_SECRET has a value that is empty or no header can carry
        WEBHOOK_SECRET=s3cret two                      | WEBHOOK_SECRET has a value that is empty or no header can carry
        WEBHOOK_SECRET=s3crät                          | WEBHOOK_SECRET has a value that is empty or no header can carry
        WEBHOOK_SECRET_OFF=true                        | WEBHOOK_SECRET and ACCESS_OFF=true contradict each other
        ACCESS_OFF=true                                | WEBHOOK_SECRET and ACCESS_OFF=true contradict each other
        ACCESS_OFF=perhaps                             | ACCESS_OFF (oceanid.access.switched-off) cannot be read as boolean
        ACCESS_OFF_FOR_EVENTS=perhaps                  | ACCESS_OFF_FOR_EVENTS (oceanid.access.switched-off-for-events) cannot be read as boolean
        BASIC_AUTH_USER=s3cret                         | BASIC_AUTH_USER and BASIC_AUTH_PASS belong together
        BASIC_AUTH_USER=a:s3cret                       | BASIC_AUTH_USER has a colon
        WEBHOOK_SECRET_HEADER=                         | WEBHOOK_SECRET_HEADER is no name of a header
        WEBHOOK_SECRET_HEADER=X Secret                 | WEBHOOK_SECRET_HEADER is no name of a header
        LABEL_STUDIO_URL=label-studio                  | LABEL_STUDIO_URL does not begin with http:// or https://
        PORT=http                                      | PORT (server.port) cannot be read as Integer
        oceanid.source.budget=0s                       | oceanid.source.budget must be more than nothing
        oceanid.source.budget=soon                     | oceanid.source.budget cannot be read as Duration
        oceanid.source.warm-up=-1s                     | oceanid.source.warm-up must not be less than nothing
        oceanid.source.posts-at-once=0                 | oceanid.source.posts-at-once must be at least 1
        oceanid.source.max-body=0B                     | oceanid.source.max-body must be at least 1B
        oceanid.source.max-in-flight=1MB               | oceanid.source.max-in-flight must be at least oceanid.source.max-body
        oceanid.source.broker.connections=0            | oceanid.source.broker.connections must be at least 1
        oceanid.source.broker.pending=0                | oceanid.source.broker.pending must be at least 1
        oceanid.source.broker.answer-timeout=0s        | oceanid.source.broker.answer-timeout must be at least 1ms
        oceanid.source.broker.answer-timeout=11m       | oceanid.source.broker.answer-timeout must be at least 1ms, and at most 10m
        """)
    void aWrongSettingIsNamedAndItsValueIsNot(String setting, String line, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(LabelStudioSource.class)
                .properties("K_SINK=http://broker.example.org", "WEBHOOK_SECRET=other-s3cret", "server.port=0")
                .run("--" + setting));

        assertThat(output.getErr().lines()).singleElement().asString().startsWith("the start failed: " + line.strip());
        assertThat(output).doesNotContain("s3cr").doesNotContain("ERROR", "\tat ");
    }

    @Test
    void aProcessWithoutASinkEndsWithOneLineAndAnErrorCode() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LabelStudioSource.class.getName()));
        builder.environment().clear();
        builder.environment().put("WEBHOOK_SECRET", "s3cret");
        builder.environment().put("K_CE_OVERRIDES", "{\"extensions\":{\"env\":\"test\"}}");
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();

        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8).lines())
                .containsExactly("the start failed: K_SINK is not set;"
                        + " it is the http:// or https:// URL that takes the events, a broker's for one");
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
