package io.oceanid.support.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.failure.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class StalledBodyTest {

    @Test
    void aSenderThatStopsWithinABodyIsAnswered() throws IOException {
        DisposableServer server = StalledBody.shownOutBy(
                        HttpServer.create().host("127.0.0.1").port(0), Duration.ofMillis(100))
                .handle((request, response) -> request.receive()
                        .then()
                        .onErrorResume(error -> response.status(
                                        Failure.of(error).status().value())
                                .send()))
                .bindNow();
        try (Socket sender = connect(server)) {
            sender.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf".getBytes(US_ASCII));
            sender.setSoTimeout(10_000);

            assertThat(new String(sender.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 408");
        } finally {
            server.disposeNow();
        }
    }

    private static Socket connect(DisposableServer server) throws IOException {
        InetSocketAddress address = (InetSocketAddress) server.address();
        return new Socket(address.getAddress(), address.getPort());
    }
}
