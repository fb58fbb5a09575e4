package io.oceanid.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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

    private static final String DATABASE = "postgresql://sink:s3cret@127.0.0.1:1/none";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DATABASE_URL=                                      | DATABASE_URL is not set; it is like postgresql://user:password@host:5432/database
        DATABASE_URL=mysql://sink:s3cret@db/x              | DATABASE_URL does not begin with postgresql://;
        DATABASE_URL=db:5432/x                             | DATABASE_URL does not begin with postgresql://;
        DATABASE_URL=postgresql://sink:s3cret@db           | DATABASE_URL names no database;
        DATABASE_URL=postgresql:///x                       | DATABASE_URL names no host
        DATABASE_URL=postgresql://sink:s3cret#@db_1/x      | DATABASE_URL names no host
        DATABASE_URL=postgresql://sink:s3cret %@db/x       | DATABASE_URL is no URL: what is special in user or password must be percent-encoded;
        DATABASE_URL=postgresql://sink:s3cret@db/x?sslmode=maybe | DATABASE_URL has an sslmode that is none:
        LABEL_STUDIO_URL=label-studio                      | LABEL_STUDIO_URL does not begin with http:// or https://
        WEBHOOK_SECRET=                                    | WEBHOOK_SECRET is not set, and neither is BASIC_AUTH_USER
        PORT=http                                          | PORT (server.port) cannot be read as Integer
        oceanid.sink.max-body=large                        | oceanid.sink.max-body cannot be read as DataSize
        oceanid.sink.max-body=0B                           | oceanid.sink.max-body must be at least 1B
        oceanid.sink.max-in-flight=1MB                     | oceanid.sink.max-in-flight must be at least oceanid.sink.max-body
        oceanid.sink.commits=0                             | oceanid.sink.commits must be at least 1
        oceanid.sink.group-size=few                        | oceanid.sink.group-size cannot be read as int
        oceanid.reconcile.page-size=0                      | oceanid.reconcile.page-size must be at least 1
        oceanid.reconcile.requests-per-second=0            | oceanid.reconcile.requests-per-second must be more than nothing
        oceanid.reconcile.budget=0s                        | oceanid.reconcile.budget must be more than nothing
        oceanid.reconcile.full-every=-1h                   | oceanid.reconcile.full-every must be more than nothing
        oceanid.reconcile.overlap=-1s                      | oceanid.reconcile.overlap must be at least nothing
        oceanid.database.max-connections=0                 | oceanid.database.max-connections must be at least 1
        oceanid.database.acquire-timeout=soon              | oceanid.database.acquire-timeout cannot be read as Duration
        oceanid.database.statement-timeout=0s              | oceanid.database.statement-timeout must be more than nothing
        oceanid.quarantine.replay-batch=0                  | oceanid.quarantine.replay-batch must be at least 1
        oceanid.quarantine.refresh=0s                      | oceanid.quarantine.refresh must be longer than nothing
        """)
    void aWrongSettingIsNamedAndItsValueIsNot(String setting, String line, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(AnnotationsSink.class)
                .properties("DATABASE_URL=" + DATABASE, "WEBHOOK_SECRET=other-s3cret", "server.port=0")
                .run("--" + setting));

        assertThat(output.getErr().lines()).singleElement().asString().startsWith("the start failed: " + line.strip());
        assertThat(output).doesNotContain("s3cr").doesNotContain("ERROR", "WARN", "\tat ");
    }

    @Test
    void aProcessWithoutADatabaseUrlEndsWithOneLineAndAnErrorCode() throws Exception {
        Process process = start();

        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8).lines())
                .containsExactly("the start failed: DATABASE_URL is not set;"
                        + " it is like postgresql://user:password@host:5432/database");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AnnotationsSink.class.getName()));
        builder.environment().clear();
        builder.environment().put("WEBHOOK_SECRET", "s3cret");
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
