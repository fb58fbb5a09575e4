package io.oceanid.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.local.function.LocalFunctions;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    @Test
    void everyEndpointAndTheDatabaseHaveALine() {
        URI database = URI.create("postgresql://oceanid@127.0.0.1:15432/oceanid");

        assertThat(Announcement.lines(LocalFunctions.ALL, database))
                .anySatisfy(line -> assertThat(line)
                        .matches("annotations-sink +POST http://127\\.0\\.0\\.1:8081/webhook +what Label Studio sends"))
                .anySatisfy(line -> assertThat(line)
                        .matches("ls-triton-adapter +POST http://127\\.0\\.0\\.1:9090/predict +what Label"
                                + " Studio asks an ML backend"))
                .anySatisfy(line -> assertThat(line)
                        .matches("project-bootstrapper +POST http://127\\.0\\.0\\.1:8080/preview +a file, .*"))
                .last()
                .asString()
                .matches("PostgreSQL +" + database);
    }
}
