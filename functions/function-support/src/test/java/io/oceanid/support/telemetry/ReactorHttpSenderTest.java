package io.oceanid.support.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReactorHttpSenderTest {

    private static final int MOST = 1_000;

    private HttpServer server;
    private volatile byte[] answer = {};

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerAsLargeAsItMayBeIsToldWhole() {
        answer = "x".repeat(MOST).getBytes(StandardCharsets.US_ASCII);

        assertThat(send().join()).isEqualTo("200 of 1000 bytes");
    }

    @Test
    void anEmptyOneIsToldToo() {
        assertThat(send().join()).isEqualTo("200 of 0 bytes");
    }

    @Test
    void aLargerOneIsAnErrorAndNotKept() {
        answer = "x".repeat(MOST + 1).getBytes(StandardCharsets.US_ASCII);

        assertThat(send().join()).isEqualTo("the answer is larger than 1000 bytes");
    }

    private CompletableFuture<String> send() {
        CompletableFuture<String> told = new CompletableFuture<>();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        new ReactorHttpSender(new Config(endpoint))
                .send(
                        new Message("spans".getBytes(StandardCharsets.US_ASCII)),
                        response -> told.complete(
                                response.getStatusCode() + " of " + response.getResponseBody().length + " bytes"),
                        error -> told.complete(String.valueOf(error.getMessage())));
        return told;
    }

    private record Message(byte[] bytes) implements MessageWriter {

        @Override
        public void writeMessage(OutputStream output) throws IOException {
            output.write(bytes);
        }

        @Override
        public int getContentLength() {
            return bytes.length;
        }
    }

    private record Config(URI endpoint) implements HttpSenderConfig {

        @Override
        public URI getEndpoint() {
            return endpoint;
        }

        @Override
        public String getContentType() {
            return "application/x-protobuf";
        }

        @Override
        public @Nullable Compressor getCompressor() {
            return null;
        }

        @Override
        public Duration getTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration getConnectTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Supplier<Map<String, List<String>>> getHeadersSupplier() {
            return Map::of;
        }

        @Override
        public @Nullable ProxyOptions getProxyOptions() {
            return null;
        }

        @Override
        public @Nullable RetryPolicy getRetryPolicy() {
            return null;
        }

        @Override
        public @Nullable SSLContext getSslContext() {
            return null;
        }

        @Override
        public @Nullable X509TrustManager getTrustManager() {
            return null;
        }

        @Override
        public @Nullable ExecutorService getExecutorService() {
            return null;
        }

        @Override
        public long getMaxResponseBodySize() {
            return MOST;
        }
    }
}
