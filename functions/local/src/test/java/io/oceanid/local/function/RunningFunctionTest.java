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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
            LocalFunction sink = LocalFunctions.SINK.onPort(taken.getLocalPort());

            assertThatThrownBy(() -> RunningFunction.start(sink, TestSurroundings.of(NO_DATABASE)))
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageStartingWith("port " + taken.getLocalPort() + " is taken, and annotations-sink");
        }
    }

    /** The build sets variables that would stop the adapter's start, or send it to a Triton. */
    @Test
    void whatIsSetOnThisMachineForARealOneHasNoSay() throws Exception {
        assertThat(System.getenv()).containsKeys("TRITON_BASE_URL", "OCEANID_ADAPTER_MAXBODY", "BASIC_AUTH_USER");

        LocalFunction adapter = LocalFunctions.ADAPTER.onPort(Ports.free());
        try (RunningFunction _ = RunningFunction.start(adapter, TestSurroundings.of(NO_DATABASE))) {
            assertThat(get(adapter.at("/versions"))).isEqualTo("{\"versions\":[\"rules-1\"],\"message\":\"ok\"}");
        }
    }

    @Test
    void oneThatEndsLeavesTheOthersAlone() throws Exception {
        LocalFunction adapter = LocalFunctions.ADAPTER.onPort(Ports.free());
        RunningFunction other =
                RunningFunction.start(LocalFunctions.ADAPTER.onPort(Ports.free()), TestSurroundings.of(NO_DATABASE));
        try (RunningFunction _ = RunningFunction.start(adapter, TestSurroundings.of(NO_DATABASE))) {
            other.close();

            assertThat(get(adapter.at("/health"))).contains("\"ok\":true");
        }
    }

    @Test
    void aFunctionThatCannotStartSaysWhy() {
        LocalFunction sink = LocalFunctions.SINK.onPort(Ports.free());

        assertThatThrownBy(
                        () -> RunningFunction.start(sink, TestSurroundings.of(URI.create("mysql://127.0.0.1/oceanid"))))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith(
                        "annotations-sink cannot start: DATABASE_URL does not begin with postgresql://");
    }

    private static String get(URI address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
