package io.oceanid.bootstrapper.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.oceanid.bootstrapper.declaration.BackendDeclaration;
import io.oceanid.support.content.AllowedHosts;
import io.oceanid.support.testing.SilentServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class BackendWakerTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ner/health", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aBackendIsAskedUntilItIsAwake() {
        wake(host(), LONG);

        assertThat(asked).hasValue(3);
    }

    @Test
    void aBackendOnAHostThatIsNotAllowedIsNotAsked() {
        wake("models.example.org", LONG);

        assertThat(asked).hasValue(0);
    }

    @Test
    void oneThatNeverWakesIsGivenUpInSilenceSinceLabelStudioThenSaysWhy() {
        try (SilentServer silent = SilentServer.start()) {
            String host = "127.0.0.1:" + silent.port();
            BackendWaker waker = new BackendWaker(new AllowedHosts(Set.of(host)), Duration.ofMillis(300));

            StepVerifier.create(waker.wake(backend("http://" + host))).verifyComplete();
        }
    }

    private void wake(String allowed, Duration patience) {
        BackendWaker waker = new BackendWaker(new AllowedHosts(Set.of(allowed)), patience);

        StepVerifier.create(waker.wake(backend("http://" + host() + "/ner/"))).verifyComplete();
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static BackendDeclaration backend(String url) {
        return new BackendDeclaration(url, "ner", false, 100, null, null);
    }
}
