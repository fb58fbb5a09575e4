package io.oceanid.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

class BlockingCallsTest {

    static Stream<Named<Callable<?>>> blocking() {
        return Stream.of(
                Named.of("a sleep", BlockingCallsTest::sleep),
                Named.of("a wait for another thread", () -> new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)),
                Named.of(
                        "a wait for a result",
                        () -> Mono.delay(Duration.ofMillis(10)).toFuture().get()),
                Named.of("a wait on a monitor", BlockingCallsTest::await),
                Named.of("a connection", BlockingCallsTest::connect),
                Named.of("a file", BlockingCallsTest::read));
    }

    @ParameterizedTest
    @MethodSource("blocking")
    void whatBlocksAReactorThreadFails(Callable<?> call) {
        StepVerifier.create(Mono.fromCallable(call).subscribeOn(Schedulers.parallel()))
                .verifyError(BlockingOperationError.class);
    }

    @Test
    void whatBlocksAnEventLoopFailsTheRequest() throws Exception {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((_, response) ->
                        Mono.fromCallable(BlockingCallsTest::sleep).then(response.send()))
                .bindNow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()))
                    .build();

            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(500);
        } finally {
            server.disposeNow();
        }
    }

    @Test
    void whatBlocksAnotherThreadIsFine() {
        StepVerifier.create(Mono.fromCallable(BlockingCallsTest::sleep).subscribeOn(Schedulers.boundedElastic()))
                .expectNext(true)
                .verifyComplete();
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(10);
        return true;
    }

    private static synchronized boolean await() throws InterruptedException {
        BlockingCallsTest.class.wait(10);
        return true;
    }

    private static boolean connect() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            return socket.isConnected();
        }
    }

    private static int read() throws IOException {
        Path file = Files.createTempFile("blocking", null);
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return in.read(new byte[1]);
        }
    }
}
