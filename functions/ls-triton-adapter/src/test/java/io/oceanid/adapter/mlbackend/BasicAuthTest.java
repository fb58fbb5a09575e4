package io.oceanid.adapter.mlbackend;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.testing.TestAdapter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class BasicAuthTest {

    /** What Label Studio was recorded to send: ls, ls-secret. */
    private static final String RIGHT = "Basic bHM6bHMtc2VjcmV0";

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestAdapter adapter = TestAdapter.start("--BASIC_AUTH_USER=ls", "--BASIC_AUTH_PASS=ls-secret");

    @AfterAll
    void stop() {
        http.close();
        adapter.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/setup", "/predict", "/predict_ls", "/versions", "/train", "/webhook", "/"})
    void whoDoesNotSayThePasswordIsNotLetIn(String path) throws Exception {
        for (String wrong :
                new String[] {"", "Basic", "Basic bHM6bHMtc2VjcmV1", "Bearer bHM6bHMtc2VjcmV0", "Basic !"}) {
            HttpResponse<String> answer = post(path, wrong);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Basic realm=\"oceanid\"");
            assertThat(answer.body()).doesNotContain("ls-secret");
        }
    }

    @Test
    void whoSaysItIs() throws Exception {
        assertThat(post("/setup", RIGHT).statusCode()).isEqualTo(200);
        assertThat(post("/setup", RIGHT.replace("Basic", "basic")).statusCode()).isEqualTo(200);
        assertThat(post("/versions", RIGHT).statusCode()).isEqualTo(200);
    }

    @Test
    void healthIsOpen() {
        assertThat(adapter.get("/health").status()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adapter.port() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
