package io.oceanid.bootstrapper.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.testing.CountingLabelStudio;
import io.oceanid.bootstrapper.testing.SmallJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 200,000 rows, 58 MB, into a function with a heap of 64 MB: in it would fit neither the file nor its tasks. */
class BoundedMemoryTest {

    private static final int ROWS = 200_000;
    private static final String FILLER = "bill of lading ".repeat(16);

    @Test
    void aFileMayBeLargerThanTheHeap() throws IOException, InterruptedException {
        try (CountingLabelStudio labelStudio = CountingLabelStudio.start();
                SmallJvm function = SmallJvm.start(
                        64, "--oceanid.label-studio.url=" + labelStudio.url(), "--oceanid.label-studio.token=token")) {

            assertThat(imported(function)).contains("\"read\":200000,\"sent\":200000,\"known\":0");
            assertThat(imported(function)).contains("\"read\":200000,\"sent\":0,\"known\":200000");

            assertThat(labelStudio.tasks()).isEqualTo(ROWS);
            assertThat(labelStudio.rows()).isEqualTo(ROWS);
        }
    }

    private static String imported(SmallJvm function) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + function.port() + "/projects/1/import?name=cargo.jsonl&format=jsonl"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofByteArrays(BoundedMemoryTest::rows))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static Iterator<byte[]> rows() {
        return IntStream.range(0, ROWS / 100)
                .mapToObj(hundred -> IntStream.range(hundred * 100, hundred * 100 + 100)
                        .mapToObj(i -> "{\"text\":\"%s\",\"hs\":\"0901.21\",\"number\":\"%d\"}\n".formatted(FILLER, i))
                        .collect(Collectors.joining())
                        .getBytes(UTF_8))
                .iterator();
    }
}
