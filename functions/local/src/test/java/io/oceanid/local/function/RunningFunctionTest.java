package io.oceanid.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.local.failure.CannotRunException;
import io.oceanid.sink.AnnotationsSink;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningFunctionTest {

    private static final URI NO_DATABASE = URI.create("postgresql://oceanid@127.0.0.1:1/oceanid");

    @Test
    void everyFunctionReadsTheConfigurationBesideItsOwnClasses() throws IOException {
        String location = OwnConfiguration.of(AnnotationsSink.class);

        try (InputStream file = URI.create(location).toURL().openStream()) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).contains("name: annotations-sink");
        }
        assertThat(AnnotationsSink.class.getClassLoader().getResource("application.yaml"))
                .isNotEqualTo(URI.create(location).toURL());
    }

    @Test
    void aPortThatWasTakenInTheMeantimeIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalFunction sink =
                    new LocalFunction("annotations-sink", AnnotationsSink.class, taken.getLocalPort(), List.of());

            assertThatThrownBy(() -> RunningFunction.start(sink, NO_DATABASE))
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageStartingWith("port " + taken.getLocalPort() + " is taken, and annotations-sink");
        }
    }

    @Test
    void aFunctionThatCannotStartSaysWhy() {
        LocalFunction sink = new LocalFunction("annotations-sink", AnnotationsSink.class, Ports.free(), List.of());

        assertThatThrownBy(() -> RunningFunction.start(sink, URI.create("mysql://127.0.0.1/oceanid")))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith(
                        "annotations-sink cannot start: DATABASE_URL does not begin with postgresql://");
    }
}
